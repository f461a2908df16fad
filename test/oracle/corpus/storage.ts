// PersistentVolume, PersistentVolumeClaim and storage.k8s.io.
import type { Case } from './case';

export const storage: readonly Case[] = [];
