// All documents of the operands, read one at a time, so that thousands of files need no more memory than one.
import { readDocuments, type ReadOptions, type ReadResult } from '../read';
import type { Exclude } from '../text/files';
import { splitItems } from '../text/parse';
import { Blocks } from './blocks';
import { type Input, readInputs } from './inputs';
import type { Io } from './io';
import { readOptions } from './options';
import type { Args } from './verb';

/** Reads the operands' documents in their order, one at a time; what is wrong with a text as such stands alone. */
export async function* readAllDocuments(args: Args, io: Io, left?: Exclude): AsyncGenerator<ReadResult> {
  const options = readOptions(args, io);
  const blocks = new Blocks();
  for await (const found of readInputs(args, io, left)) {
    if ('problem' in found) yield readDocuments([], options, [found.problem]);
    else yield* documentsOf(found.input, blocks, options);
  }
}

function* documentsOf(input: Input, blocks: Blocks, options: ReadOptions): Generator<ReadResult> {
  for (const { documents, problems } of blocks.parse(input)) {
    if (problems.length > 0) yield readDocuments([], options, problems);
    for (const document of splitItems(documents)) yield readDocuments([document], options);
  }
}
