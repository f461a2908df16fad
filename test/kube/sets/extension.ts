// CustomResourceDefinition and APIService.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const extension: ObjectSet = { bases, words, examples };
