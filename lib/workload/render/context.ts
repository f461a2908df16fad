// What the rendering of one workload shares: its name, its own Secrets, its ports, and the place where problems are collected.
import { nameOfIdentifier } from '../../kube/values/identifier';
import { subdomain } from '../../kube/values/syntax';
import { at, type At, ROOT } from '../../report/place';
import type { Report } from '../../report/report';
import type { Dict } from '../model/fields';
import type { Port } from '../model/port';
import type { SecretSpec } from '../model/secret';
import type { Origins } from './origin';

/** Shared by all parts of one workload. Knows nothing of Kubernetes objects. */
export interface Context {
  /** metadata.name of the workload; undefined when it is missing, which is reported elsewhere. */
  readonly name: string;
  /** metadata.namespace of everything that it becomes. */
  readonly namespace: string | undefined;
  /** Labels of everything that it becomes. */
  readonly labels: Dict<string> | undefined;
  /** The workload's own Secrets, by their key in its map. */
  readonly secrets: Dict<SecretSpec>;
  readonly ports: readonly Port[];
  readonly report: Report;
  /** Where the parts of the objects come from. */
  readonly origins: Origins;
}

/**
 * Where a name that is made of the workload's is wrong: at `name`, when that is no name by itself, else at `place`, which gives the rest.
 */
export const derivedName = ({ name }: Pick<Context, 'name'>, place: At): At =>
  subdomain(name) === undefined ? place : at(ROOT, 'name');

/** The metadata.name of the Secret that stands under `key` in the workload's `secrets`: `web-basic-auth` for `basicAuth`. */
export const secretName = (workload: string, key: string): string => `${workload}-${nameOfIdentifier(key)}`;
