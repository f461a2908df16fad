// A folder with a file for each resource, or for each workload. A file that is there already is replaced only when it holds the same object;
// no file is ever deleted.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listItems } from '../kube/list';
import type { KubeObject } from '../kube/object';
import { identityKey } from '../kube/set';
import type { ReadWorkload } from '../read';
import type { Problem } from '../report/problem';
import { parseText, splitItems } from '../text/parse';
import { type Format, Manifests } from './manifests';

/** Writes each file beside its place first, and all of them into their places at the end. */
export class Folder {
  /** Names of the files, and where each is until the end. */
  private readonly files = new Map<string, string>();
  private readonly half: string;
  private made = false;
  /** The outermost folder that was made for this. */
  private outermost: string | undefined;

  constructor(
    private readonly path: string,
    /** The folder as the user wrote it. */
    private readonly shown: string,
    private readonly format: Format,
    private readonly split: 'resource' | 'workload',
  ) {
    this.half = join(path, `.cdk8s-kam-${process.pid}`);
  }

  add({ manifests }: ReadWorkload): readonly Problem[] {
    if (this.split === 'resource') return manifests.flatMap((object) => this.write(object, [object]));
    const main = manifests.find(({ kind }) => MAIN.includes(kind)) ?? manifests[0];
    return main === undefined ? [] : this.write(main, manifests);
  }

  private write(named: KubeObject, objects: readonly KubeObject[]): readonly Problem[] {
    const name = fileName(named, this.format);
    const place = join(this.path, name);
    if (existsSync(place) && !holds(place, objects)) return [this.taken(name, objects)];
    if (!this.made) this.outermost = mkdirSync(this.half, { recursive: true });
    this.made = true;
    const texts: string[] = [];
    const manifests = new Manifests(this.format, { add: (text) => texts.push(text) });
    objects.forEach((object) => manifests.add(object));
    manifests.end();
    const file = join(this.half, String(this.files.size));
    writeFileSync(file, texts.join(''));
    this.files.set(name, file);
    return [];
  }

  private taken(name: string, [object]: readonly KubeObject[]): Problem {
    const message = `is there already and does not hold the ${object!.kind} that would be written, so that it is left alone`;
    const hint = 'Move the file away, or write to another folder';
    return {
      code: 'file-exists',
      severity: 'error',
      path: [],
      message,
      hint,
      source: { file: join(this.shown, name) },
    };
  }

  async finish(): Promise<void> {
    mkdirSync(this.path, { recursive: true });
    for (const [name, file] of this.files) renameSync(file, join(this.path, name));
    rmSync(this.half, { recursive: true, force: true });
  }

  cancel(): void {
    if (!this.made) return;
    rmSync(this.half, { recursive: true, force: true });
    try {
      // Only what is empty can be removed so.
      for (let made = this.path; made.startsWith(this.outermost!); made = dirname(made)) rmdirSync(made);
    } catch {
      // Somebody else has put something there.
    }
  }
}

const MAIN = ['Job', 'CronJob', 'Deployment'];

/** As cdk8s names them; `_` occurs in no name, so that a namespace cannot be taken for a part of one. */
function fileName({ kind, metadata }: KubeObject, format: Format): string {
  const { name, namespace } = metadata ?? {};
  const whole = `${kind}.${namespace === undefined ? '' : `${namespace}_`}${name ?? ''}`;
  const stem =
    whole.length <= 200
      ? whole
      : `${whole.slice(0, 180)}-${createHash('sha256').update(whole).digest('hex').slice(0, 16)}`;
  return `${stem}.k8s.${format === 'json' ? 'json' : 'yaml'}`;
}

/** Whether a file holds one of the objects, so that what is written is the same thing again. */
function holds(path: string, objects: readonly KubeObject[]): boolean {
  const { documents } = parseText(readFileSync(path), { file: path });
  const there = splitItems(documents, listItems).map(({ value }) => identityKey(value));
  return objects.some((object) => there.includes(identityKey(object)));
}
