// The rest of networking, PodDisruptionBudget, both HorizontalPodAutoscalers.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const network: ObjectSet = { bases, words, examples };
