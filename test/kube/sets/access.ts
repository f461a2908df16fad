// Rbac, authentication, authorization, certificates.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const access: ObjectSet = { bases, words, examples };
