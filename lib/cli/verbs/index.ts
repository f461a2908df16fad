// The verbs of the command, in the order of the help. Each declares itself in its own file, in words alone: `--help` prints them, the completion
// knows them, and what a verb needs is loaded when it is called. To add one: its declaration here, what it does in the folder above.
// spec: ecosystem.md, "Commands that feel native"
import type { Verb } from '../verb';
import { completion } from './completion';
import { convert } from './convert';
import { explain } from './explain';
import { graph } from './graph';
import { importVerb } from './import';
import { init } from './init';
import { schema } from './schema';
import { validate } from './validate';

export const VERBS: readonly Verb[] = [convert, importVerb, validate, explain, schema, init, graph, completion];
