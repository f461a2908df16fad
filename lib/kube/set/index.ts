// What only shows when the objects of an app are seen together: the same object twice, references to what is not there, and what the
// namespaces of the set allow.
import type { Problem } from '../../report/problem';
import type { Report } from '../../report/report';
import { serverOf } from '../server';
import { checkManifest, type CheckOptions, reportsFor } from '../validate';
import { checkAdmission } from './admission';
import { checkDuplicates } from './duplicates';
import { checkGoverningServices } from './governing-service';
import { refOf } from './identity';
import { Members } from './members';
import { checkMissingKeys } from './missing-keys';
import { checkMissingObjects } from './missing-objects';
import { checkMissingPorts } from './missing-ports';
import { checkOverlaps } from './overlaps';
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
  const all = objects.map((object, position) => checkManifest(object, (secret) => begin(position, secret)));
  const readable = objects.map((object, position) => (all[position]?.unreadable ? undefined : object));
  checkDuplicates(readable, all, label);
  const members = new Members(readable, all);
  checkMissingKeys(members);
  checkMissingObjects(members);
  checkMissingPorts(members);
  checkSelectors(members);
  checkOverlaps(members);
  checkScaleTargets(members);
  checkGoverningServices(members);
  checkAdmission(members);
  return all.map(({ report }, position) => {
    const object = refOf(readable[position]);
    return object === undefined ? report.problems : report.problems.map((problem) => ({ object, ...problem }));
  });
}
