// What only shows when the objects of an app are seen together: the same object twice, references to what is not there, and what the
// namespaces of the set allow.
import type { Problem } from '../../report/problem';
import type { Report } from '../../report/report';
import { asAsked } from '../ignored';
import { serverOf } from '../server';
import { type BeginReport, checkManifest, type CheckOptions, reportsFor } from '../validate';
import { checkDuplicates } from './duplicates';
import { checkGoverningServices } from './governing-service';
import { refTo } from './identity';
import { Members } from './members';
import { checkMissingKeys } from './missing-keys';
import { checkMissingObjects } from './missing-objects';
import { checkMissingPorts } from './missing-ports';
import { checkOverlaps } from './overlaps';
import { type Keeper, type Member, type Part, partOf } from './part';
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
 * @returns For each object, in the same order, what was found in it, with {@link Problem.object} set.
 */
export function validateManifests(
  objects: readonly unknown[],
  { kubernetes, label = (position) => `object ${position}` }: SetOptions = {},
): Problem[][] {
  const begin = reportsFor(serverOf(kubernetes));
  return checkSet(objects, label, (_, secret) => begin(secret));
}

/** As {@link validateManifests}; `begin` begins the report of the object at a position. */
export function checkSet(
  objects: readonly unknown[],
  label: (position: number) => string,
  begin: (position: number, secret: boolean) => Report,
): Problem[][] {
  const set = new ObjectSet();
  objects.forEach((object, position) => set.add(object, (secret) => begin(position, secret)));
  return set.check(label).map(({ report, identity }, position) => {
    const object = refTo(identity);
    const problems =
      object === undefined ? report.problems : report.problems.map((problem) => ({ object, ...problem }));
    return asAsked(problems, objects[position]);
  });
}

const AS_IT_IS: Keeper = { decoded: (decoded) => decoded, copy: (data) => data };

/** Objects that come one after the other: each is checked when it comes, all together in the end. */
export class ObjectSet {
  private readonly parts: (Part | Member)[] = [];

  constructor(private readonly keeper: Keeper = AS_IT_IS) {}

  add(object: unknown, begin: BeginReport): void {
    this.parts.push(partOf(object, checkManifest(object, begin), this.keeper));
  }

  /** Tells the report of each object what shows only beside the others; `label` is how messages call the one at a position. */
  check(label: (position: number) => string): readonly Part[] {
    checkDuplicates(this.parts, label);
    const members = new Members(this.parts);
    checkMissingKeys(members);
    checkMissingObjects(members);
    checkMissingPorts(members);
    checkSelectors(members);
    checkOverlaps(members);
    checkScaleTargets(members);
    checkGoverningServices(members);
    if (DECIDING.some((kind) => members.has(kind))) admission().checkAdmission(members);
    return this.parts;
  }
}

/** The kinds that decide on what else is in a namespace. */
const DECIDING = ['Namespace', 'LimitRange', 'ResourceQuota'];

/** Loaded when a set has one of these. */
const admission = (): typeof import('./admission') => require('./admission') as typeof import('./admission');
