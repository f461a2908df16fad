// Flowcontrol and resource.k8s.io.
import type { Case } from './case';

export const control: readonly Case[] = [];
