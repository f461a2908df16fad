// ImportedFile, importFile: documents in files become Job and Service constructs.
import type { Construct } from 'constructs';
import { basename, relative, resolve, sep } from 'node:path';
import { filesOf, readDocumentFiles } from '../text/files';
import type { NamedText } from '../text/parse';
import { Imported, type ImportOptions, unusedId } from './imported';
import { notGiven } from '../report/not-given';
import type { Problem } from '../report/problem';
import { keepPlace } from './written-at';

/** Which files are imported, and how. */
export interface ImportedFileProps extends ImportOptions {
  /**
   * A file, a folder, of which all `.json`, `.jsonl`, `.ndjson`, `.yaml`, `.yml` and `.k` files are meant, or a glob; relative to the working
   * directory, as with cdk8s' Include. The KCL sources of one folder are a stack and are read together,
   * or those that its kcl.yaml names, in their order.
   */
  readonly path: string;
}

/**
 * Documents of any dialect in files, as constructs.
 * @example new ImportedFile(chart, 'gstogs', { path: 'tasks/gstogs/manifest.json', namespace: 'data' });
 */
export class ImportedFile extends Imported {
  constructor(scope: Construct, id: string, props: ImportedFileProps) {
    const { path, ...options } = typeof props === 'object' && props !== null ? props : NOTHING;
    super(scope, id, sourcesIn(path), options);
  }
}

/**
 * Imports documents of any dialect as constructs: a file, all `.json`, `.jsonl`, `.ndjson`, `.yaml`, `.yml` and `.k` files of a folder, or
 * a glob. The KCL sources of one folder are a stack and are read together. An {@link ImportedFile} whose id is the path below the working directory; with the `name` of the options, and a number where there is one already.
 *
 * Problems are reported at `synth`, at the documents' own keys with file, line and column.
 * @param path relative to the working directory, as with cdk8s' Include
 * @example importFile(chart, 'tasks/gstogs/manifest.json', { namespace: 'data' });
 */
export function importFile(scope: Construct, path: string, options: ImportOptions = {}): ImportedFile {
  const own = (typeof path === 'string' ? idOf(path) : 'file') + (options.name === undefined ? '' : `-${options.name}`);
  const id = unusedId(own, (each) => scope.node.tryFindChild(each) !== undefined);
  const imported = new ImportedFile(scope, id, { ...options, path });
  keepPlace(imported, importFile);
  return imported;
}

function sourcesIn(path: string): (readonly NamedText[] | Problem)[] {
  if (typeof path !== 'string') return [noPath(path)];
  const cwd = process.cwd();
  const { files, problems } = filesOf(belowHere(path) ?? path, cwd);
  const sources = files.map((each): readonly NamedText[] | Problem => {
    const found = readDocumentFiles(each, cwd);
    return 'problem' in found ? found.problem : found.sources;
  });
  return [...problems, ...sources];
}

/** Programs that no compiler has seen give anything. */
const NOTHING = {} as ImportedFileProps;

const noPath = (given: unknown): Problem =>
  notGiven(given, ['path'], 'the path of a file or folder, or a glob', "For example { path: 'tasks/' }");

/** The same wherever the repository lies: the path below the working directory, or the name alone of what lies elsewhere. */
const idOf = (path: string): string => (belowHere(path) ?? basename(path)).split(sep).join('/');

/** The path from the working directory; undefined for what is not below it. */
function belowHere(path: string): string | undefined {
  const below = relative('', resolve(path));
  return below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below ? undefined : below || '.';
}
