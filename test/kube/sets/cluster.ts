// Namespace, Node, ServiceAccount, ResourceQuota, LimitRange, Endpoints, both Events, EndpointSlice, Lease, PriorityClass, RuntimeClass.
import type { Bases, Examples, ObjectSet, Words } from './set';

const words: Words = {};

const examples: Examples = {};

const bases: Bases = {};

export const cluster: ObjectSet = { bases, words, examples };
