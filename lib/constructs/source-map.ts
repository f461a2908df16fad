// From a place in compiled JavaScript to the one in its source, for programs that run without `--enable-source-maps`: by the map that the file names.
// What runs by tsx, ts-node or jest has been mapped before. https://tc39.es/ecma426/#sec-linking-generated-code
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a file, counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place that was written; the given one where no map tells. */
export function written(position: Position): Position {
  const { file, line, column } = position;
  const found = mapOf(file);
  const entry = found?.map.findEntry(line - 1, column - 1);
  if (found === undefined || entry === undefined || !('originalSource' in entry)) return position;
  const { originalSource, originalLine, originalColumn } = entry;
  return { file: fileAt(found.folder, originalSource), line: originalLine + 1, column: originalColumn + 1 };
}

interface MapOfFile {
  readonly map: SourceMap;
  /** From where the names of its sources are meant. */
  readonly folder: string;
}

const maps = new Map<string, MapOfFile | undefined>();

function mapOf(file: string): MapOfFile | undefined {
  if (!/\.[cm]?js$/.test(file)) return undefined;
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

/** Undefined for a file without a map, and where it cannot be read: then the place in the file is what is known. */
function readMap(file: string): MapOfFile | undefined {
  try {
    const url = [...readFileSync(file, 'utf8').matchAll(/^\/\/[#@] sourceMappingURL=(\S+)\s*$/gm)].at(-1)?.[1];
    if (url === undefined) return undefined;
    const inline = /^data:application\/json[^,]*?(;base64)?,/.exec(url);
    const path = inline === null ? fileAt(dirname(file), decodeURI(url)) : file;
    const text =
      inline === null
        ? readFileSync(path, 'utf8')
        : inline[1] === undefined
          ? decodeURIComponent(url.slice(inline[0].length))
          : Buffer.from(url.slice(inline[0].length), 'base64').toString();
    const payload = JSON.parse(text) as SourceMapPayload;
    return { map: new SourceMap(payload), folder: fileAt(dirname(path), payload.sourceRoot || '.') };
  } catch {
    return undefined;
  }
}

const fileAt = (folder: string, name: string): string =>
  name.startsWith('file:') ? fileURLToPath(name) : resolve(folder, name);
