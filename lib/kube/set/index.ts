// What only shows when objects that are applied together are seen together: the same object twice, references to what is not there, and what
// the namespaces of the set allow.
import { noList } from '../../report/no-list';
import type { Problem } from '../../report/problem';
import { asAsked } from '../ignored';
import { serverOf } from '../server';
import { type BeginReport, checkManifest, type CheckOptions, reportsFor } from '../validate';
import { sameObjects } from './duplicates';
import { checkGoverningServices } from './governing-service';
import { EVERYWHERE, type Home, type Twins } from './home';
import { refTo } from './identity';
import { Members } from './members';
import { checkMissingKeys } from './missing-keys';
import { checkMissingObjects } from './missing-objects';
import { checkMissingPorts } from './missing-ports';
import { checkOverlaps } from './overlaps';
import { forked, type Keeper, type Member, type Part, partOf } from './part';
import { checkScaleTargets } from './scale-target';
import { checkSelectors } from './selects-nothing';

/** What many objects are checked against. */
export interface SetOptions extends CheckOptions {
  /** How messages call the object at a position, where another one is named. Default: `object 3`. */
  readonly label?: (position: number) => string;
}

/**
 * Checks many objects: each by itself, as `validateManifest` does, and all together. Beside errors for the same object twice there are warnings:
 * `missing-key` for a reference to a key that a Secret or ConfigMap of the set lacks (its pods would not start), `missing-object` for a reference
 * to an object that the set has under a near name, `missing-port` for an Ingress or Service that leads to a port which is not there,
 * `selects-nothing` for a selector that matches no pod of the set, `refused-later` for pods that a Namespace, LimitRange or ResourceQuota of the
 * set would keep from starting.
 *
 * @param objects - Manifests as plain data; no Lists.
 * @param options - By which servers they are judged, and how messages call them.
 * @throws ProblemError for a Kubernetes that there is not, and for what is no list
 * @returns For each object, in the same order, what was found in it, with {@link Problem.object} set.
 */
export function validateManifests(
  objects: readonly unknown[],
  { kubernetes, label = (position) => `object ${position}` }: SetOptions = {},
): Problem[][] {
  if (!Array.isArray(objects)) throw noList(objects);
  const begin = reportsFor(serverOf(kubernetes));
  const set = new ObjectSet();
  for (const object of objects as readonly unknown[]) set.add(object, begin);
  return set.check(label).parts.map((part, position) => problemsOf(part, objects[position]));
}

/** What was found in an object, which it names; what the object asks to ignore are notes. */
export function problemsOf({ report, identity }: Part, given: unknown): Problem[] {
  const object = refTo(identity);
  const problems = object === undefined ? report.problems : report.problems.map((problem) => ({ object, ...problem }));
  return asAsked(problems, given);
}

const AS_IT_IS: Keeper = { decoded: (decoded) => decoded, copy: (data) => data };

/** Objects that come one after the other: each is checked when it comes, in the end together with those that are applied with it. */
export class ObjectSet {
  private readonly parts: (Part | Member)[] = [];
  private readonly homes: Home[] = [];

  constructor(private readonly keeper: Keeper = AS_IT_IS) {}

  add(object: unknown, begin: BeginReport, home = EVERYWHERE): void {
    this.parts.push(partOf(object, checkManifest(object, begin), this.keeper));
    this.homes.push(home);
  }

  /** Tells the report of each object what shows only beside the others; `label` is how messages call the one at a position. */
  check(label: (position: number) => string): Together {
    const { parts, homes } = this;
    const same = sameObjects(parts);
    if (same.length === 0 && homes.every(({ cluster }) => cluster === undefined)) {
      checkTogether(parts);
      return { parts, twins: [] };
    }
    const { checkDuplicates, divide } = division();
    checkDuplicates(parts, homes, same, label);
    const { twins, sets } = divide(homes, same);
    const known = new Set<number>();
    for (const set of sets()) {
      // What is for several clusters is told what shows in the first of them.
      checkTogether(set.map((position) => (known.has(position) ? forked(parts[position]!) : parts[position]!)));
      for (const position of set) known.add(position);
    }
    return { parts, twins, sets };
  }
}

/** Objects that have been checked together. */
export interface Together {
  readonly parts: readonly Part[];
  /** What was taken for different clusters, as it could not be for one. */
  readonly twins: readonly Twins[];
  /** The positions of what is applied together, cluster by cluster; undefined where that is all. */
  readonly sets?: () => Iterable<readonly number[]>;
}

function checkTogether(parts: readonly Part[]): void {
  const members = new Members(parts);
  checkMissingKeys(members);
  checkMissingObjects(members);
  checkMissingPorts(members);
  checkSelectors(members);
  checkOverlaps(members);
  checkScaleTargets(members);
  checkGoverningServices(members);
  if (DECIDING.some((kind) => members.has(kind))) admission().checkAdmission(members);
}

/** The kinds that decide on what else is in a namespace. */
const DECIDING = ['Namespace', 'LimitRange', 'ResourceQuota'];

/** Loaded when a set has one of these. */
const admission = (): typeof import('./admission') => require('./admission') as typeof import('./admission');

/** Loaded when not all objects are applied together, or one is there twice. */
const division = (): typeof import('./divide') => require('./divide') as typeof import('./divide');
