// Admissionregistration.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const admission: ObjectSet = { bases, words, examples };
