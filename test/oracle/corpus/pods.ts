// Pod, PodTemplate, ReplicationController, Binding; the rest of apps.
import type { Case } from './case';

export const pods: readonly Case[] = [];
