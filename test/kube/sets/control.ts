// Flowcontrol and resource.k8s.io.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const control: ObjectSet = { bases, words, examples };
