// Pod, PodTemplate, ReplicationController, Binding; the rest of apps.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const pods: ObjectSet = { bases, words, examples };
