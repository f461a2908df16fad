// What an app, a chart or anything else writes, as a test asks for it.
import type { KubeObject } from '../kube/object';
import { validateManifests } from '../kube/set';
import type { CheckOptions } from '../kube/validate';
import { isPlainObject } from '../report/data';
import { printObject, printValue } from '../report/print';
import { errorsOf, type Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { didYouMean, nearest } from '../report/suggest';
import { parseText, splitItems } from '../text/parse';
import { writeYamlDocuments } from '../text/write-yaml';
import { type Difference, differences, printDifferences } from './like';

/** What has manifests: an app, ours or the stock one, a chart, or manifests as plain data. */
export type ManifestSource = { synthYaml(): unknown } | { toJson(): unknown } | readonly object[];

/**
 * The manifests of an app or a chart, to be asked for in a test. Whatever is not there or not as stated is an error that says what is there instead.
 * @example
 * const manifests = Manifests.of(chart);
 * manifests.has('CronJob', 'etl-load', { spec: { schedule: '0 5 * * *' } });
 */
export class Manifests {
  private constructor(
    /** All of them, in the order in which they are written. */
    readonly all: readonly KubeObject[],
  ) {}

  /**
   * What is written of an app, a chart, or manifests as plain data.
   * @throws what a synth throws when something is wrong
   */
  static of(source: ManifestSource): Manifests {
    return new Manifests(objectsOf(source));
  }

  /** How many there are of each kind: `{ CronJob: 1, Secret: 2 }`. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { kind } of this.all) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  /** As YAML, for a snapshot. */
  get yaml(): string {
    return writeYamlDocuments(this.all);
  }

  /** All of a kind, or those with a name. */
  find(kind: string, name?: string): readonly KubeObject[] {
    return this.all.filter((each) => each.kind === kind && (name === undefined || each.metadata.name === name));
  }

  /**
   * The one of a kind, or the one with a name.
   * @throws Error that says what there is, when there is none or more than one
   */
  get(kind: string, name?: string): KubeObject {
    const [found, ...others] = this.find(kind, name);
    if (found === undefined) throw new Error(this.missing(kind, name));
    if (others.length > 0) {
      const names = namesOf([found, ...others]);
      throw new Error(
        `there are ${others.length + 1} of kind ${kind}${name === undefined ? '' : ` with the name ${printValue(name)}`}: ${names}`,
      );
    }
    return found;
  }

  /**
   * The one that is as stated. Of maps what is stated is looked at; what is stated as undefined must not be there. In lists whose items have names
   * (containers, env, volumes, ports) an item is looked at by its name, other lists are compared item by item. A regular expression stands for a text that
   * it matches, and matchers of the test runner such as `expect.any(Number)` may stand for anything.
   * @param like - What is stated, from the root of the manifest: `{ spec: { replicas: 2 } }`.
   * @throws Error with every place that differs; of several manifests, those of the nearest
   */
  has(kind: string, like?: object): KubeObject;
  has(kind: string, name: string, like?: object): KubeObject;
  has(kind: string, ...rest: Stated): KubeObject {
    const found = this.match(kind, ...rest);
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  /** The one that is as stated, or why there is none. @internal */
  match(kind: string, ...[first, second]: Stated): KubeObject | string {
    const [name, like] = typeof first === 'string' ? [first, second] : [undefined, first];
    const candidates = this.find(kind, name);
    if (candidates.length === 0) return this.missing(kind, name);
    let best: { readonly object: KubeObject; readonly found: readonly Difference[] } | undefined;
    for (const object of candidates) {
      const found = like === undefined ? [] : differences(object, like);
      if (found.length === 0) return object;
      if (best === undefined || found.length < best.found.length) best = { object, found };
    }
    const { object, found } = best!;
    const which =
      candidates.length === 1
        ? `${called(object)} is not as stated`
        : `none of ${namesOf(candidates)} is as stated; the nearest is ${called(object)}`;
    return `${which}:\n${printDifferences(found, kind === 'Secret')}`;
  }

  /** Everything that the API server would refuse, or that surprises. */
  problems(options: CheckOptions = {}): readonly Problem[] {
    const label = (position: number): string => called(this.all[position]!);
    return validateManifests(this.all, { ...options, label }).flat();
  }

  /**
   * Whether the API server takes them all, by the minors that are asked for or by all that are known.
   * @throws ProblemError with everything that it would refuse
   */
  accepted(options: CheckOptions = {}): this {
    const errors = errorsOf(this.problems(options));
    if (errors.length > 0) throw new ProblemError(errors);
    return this;
  }

  private missing(kind: string, name: string | undefined): string {
    const ofKind = this.find(kind);
    if (name !== undefined && ofKind.length > 0) {
      const names = ofKind.flatMap(({ metadata }) => metadata.name ?? []);
      return sentence(
        `there is no ${kind} with the name ${printValue(name)}, but ${namesOf(ofKind)}`,
        nearest(name, names),
      );
    }
    if (this.all.length === 0) return `there is no ${kind}, and nothing else`;
    const kinds = Object.entries(this.counts).map(([each, count]) => `${count} ${each}`);
    return sentence(`there is no ${kind}, but ${kinds.join(', ')}`, nearest(kind, Object.keys(this.counts)));
  }
}

/** A name, what is stated, or both in this order. */
export type Stated = readonly [first?: string | object, second?: object];

const sentence = (text: string, meant: string | undefined): string =>
  meant === undefined ? text : `${text}. ${didYouMean(meant)}`;

const called = ({ kind, metadata: { namespace, name } }: KubeObject): string =>
  printObject({ kind, ...(namespace !== undefined && { namespace }), ...(name !== undefined && { name }) });

const namesOf = (objects: readonly KubeObject[]): string => objects.map(called).join(', ');

function objectsOf(source: ManifestSource): KubeObject[] {
  if (isList(source)) return source.map(asData).map(asObject);
  if (typeof source === 'object' && source !== null) {
    if ('synthYaml' in source) {
      const { documents } = parseText(source.synthYaml() as string);
      return splitItems(documents).map(({ value }) => asObject(value));
    }
    if ('toJson' in source) return (source.toJson() as unknown[]).map(asData).map(asObject);
  }
  throw new Error(`expected an app, a chart or a list of manifests, got ${printValue(source)}`);
}

const isList = (source: ManifestSource): source is readonly object[] => Array.isArray(source);

/** As it is written: without what is undefined, and without instances of classes. */
const asData = (object: unknown): unknown => JSON.parse(JSON.stringify(object));

function asObject(value: unknown): KubeObject {
  if (isPlainObject(value) && typeof value.kind === 'string')
    return { ...value, metadata: value.metadata ?? {} } as KubeObject;
  throw new Error(`expected a manifest, a map with a kind, got ${printValue(value)}`);
}
