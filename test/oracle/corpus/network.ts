// The rest of networking, PodDisruptionBudget, both HorizontalPodAutoscalers.
import type { Case } from './case';

export const network: readonly Case[] = [];
