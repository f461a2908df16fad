// PersistentVolume, PersistentVolumeClaim and storage.k8s.io.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const storage: ObjectSet = { bases, words, examples };
