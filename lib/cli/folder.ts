// A folder with a file for each resource, or for each workload. A file that is there already is replaced only when it holds the same object;
// no file is ever deleted.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listItems } from '../kube/list';
import type { KubeObject } from '../kube/object';
import { identityKey } from '../kube/set/identity';
import type { ReadWorkload } from '../read';
import type { Problem } from '../report/problem';
import { utf8Length } from '../text/bytes';
import { parseText, splitItems } from '../text/parse';
import type { Io } from './io';
import { type Format, Manifests } from './manifests';
import { podTemplateIn } from './pods';
import { count } from './print-problems';
import { Spool } from './spool';

/** Holds all files back until everything is right: until then nothing is to be seen of them. */
export class Folder {
  private readonly spool = new Spool();
  /** In the order of the spool, with how many bytes of it each has. */
  private readonly files: { readonly name: string; readonly length: number }[] = [];

  constructor(
    private readonly path: string,
    /** The folder as the user wrote it. */
    private readonly shown: string,
    private readonly format: Format,
    private readonly split: 'resource' | 'workload',
    private readonly io: Io,
  ) {}

  add({ manifests }: ReadWorkload): readonly Problem[] {
    if (this.split === 'resource') return manifests.flatMap((object) => this.write(object, [object]));
    const main = manifests.find((object) => podTemplateIn(object) !== undefined) ?? manifests[0];
    return main === undefined ? [] : this.write(main, manifests);
  }

  private write(named: KubeObject, objects: readonly KubeObject[]): readonly Problem[] {
    const name = fileName(named, this.format);
    const place = join(this.path, name);
    if (existsSync(place) && !holds(place, objects)) return [this.taken(name, objects)];
    let length = 0;
    const manifests = new Manifests(this.format, {
      add: (text) => {
        this.spool.add(text);
        length += utf8Length(text);
      },
    });
    objects.forEach((object) => manifests.add(object));
    manifests.end();
    this.files.push({ name, length });
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

  /** Writes each file beside its place first, and all of them into their places when none is missing. */
  async finish(): Promise<string> {
    await this.io.uninterrupted(async () => {
      const half = join(this.path, `.cdk8s-kam-${process.pid}`);
      const outermost = mkdirSync(half, { recursive: true }) ?? half;
      try {
        this.writeInto(half);
      } catch (error) {
        rmSync(half, { recursive: true, force: true });
        for (let made = this.path; made.startsWith(outermost); made = dirname(made)) rmdirSync(made);
        throw error;
      }
      for (const { name } of this.files) renameSync(join(half, name), join(this.path, name));
      rmSync(half, { recursive: true, force: true });
    });
    this.spool.close();
    return `${count(this.files.length, 'file')} to ${this.shown}`;
  }

  private writeInto(folder: string): void {
    let at = 0;
    for (const { name, length } of this.files) {
      writeFileSync(join(folder, name), this.spool.read(at, length));
      at += length;
    }
  }

  cancel(): void {
    this.spool.close();
  }
}

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
