// What our App leaves for the validation plugin, in cdk8s' own file beside the manifests: which cluster each of its files is for, and what it has
// said already. cdk8s-cli has that file written wherever a plugin follows.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isPlainObject } from '../report/data';
import type { Problem } from '../report/problem';

/** Its name, in the output folder. */
export const METADATA_FILE = 'construct-metadata.json';
/** Where our notes stand in it. */
export const NOTES = 'cdk8s-kam';

export interface AppNotes {
  /** The cluster that a file, or all of a folder, was said to be for; by their names in the output folder. */
  readonly clusters: Readonly<Record<string, string>>;
  /** What was said, each as {@link wordsOf} has it. */
  readonly said: readonly string[];
}

/** The same text for what is said of an object twice, at its construct's own words and at the manifest's. */
export const wordsOf = ({ object, code, message }: Problem): string =>
  JSON.stringify([object?.kind, object?.namespace, object?.name, code, message]);

/** The notes that lie beside manifests, as far as there are any. */
export class NotesBeside {
  private readonly byFolder = new Map<string, AppNotes | undefined>();

  /** Those of the App that wrote a manifest, which may have a folder for each chart; and what the manifest is called there. */
  of(manifest: string): { readonly notes: AppNotes; readonly name: string } | undefined {
    const folder = dirname(manifest);
    for (const outdir of [folder, dirname(folder)]) {
      if (!this.byFolder.has(outdir)) this.byFolder.set(outdir, notesIn(join(outdir, METADATA_FILE)));
      const notes = this.byFolder.get(outdir);
      if (notes !== undefined) return { notes, name: relative(outdir, manifest).split(sep)[0]! };
    }
    return undefined;
  }
}

/** Undefined when there is no such file, or none that we wrote. */
function notesIn(file: string): AppNotes | undefined {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  const notes = isPlainObject(found) ? found[NOTES] : undefined;
  if (!isPlainObject(notes) || !isPlainObject(notes.clusters) || !Array.isArray(notes.said)) return undefined;
  const clusters = Object.entries(notes.clusters).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { clusters: Object.fromEntries(clusters), said: notes.said.filter((each) => typeof each === 'string') };
}
