// What the checks across objects know of one object, when it has been checked by itself.
import { isPlainObject } from '../../report/data';
import type { Report } from '../../report/report';
import { type Decoded, kindOf } from '../kinds';
import type { Checked } from '../validate';
import { type Identity, identityOf } from './identity';

export type Labels = Readonly<Record<string, string>>;

/** An object in its set. */
export interface Part {
  readonly report: Report;
  /** Says nothing when nobody should look at the object again. */
  readonly identity: Identity;
  /** The object, if it is one of Kubernetes' own kinds. */
  readonly decoded: Decoded | undefined;
  /** The labels of the pods that it makes, or is; undefined when it has none, or they cannot be understood. */
  readonly podLabels: Labels | undefined;
}

/** An object of one of Kubernetes' own kinds, in its set. */
export interface Member extends Part {
  readonly decoded: Decoded;
  /** Empty where none is stated, and for what is in none. */
  readonly namespace: string;
  readonly name: string;
}

/** What stands for objects that have been checked, where a set is to need little memory. */
export interface Keeper {
  /** An object of a known kind. */
  decoded(decoded: Decoded): Decoded;
  /** The same text or labels, which hold nothing else. */
  copy<Data>(data: Data): Data;
}

/** Of an object that was checked. */
export function partOf(object: unknown, checked: Checked, keeper: Keeper): Part | Member {
  const { report, decoded } = checked;
  const readable = checked.unreadable ? undefined : object;
  const identity = keeper.copy(identityOf(readable));
  const found = labelsOfPods(decoded?.object ?? readable, decoded);
  const podLabels = found && keeper.copy(found);
  if (decoded === undefined) return { report, identity, podLabels, decoded };
  const { namespace, name = '' } = identity;
  return {
    report,
    identity,
    podLabels,
    decoded: keeper.decoded(decoded),
    namespace: decoded.kind.namespaced ? namespace : '',
    name,
  };
}

/** The same, with a report of its own that nobody reads. */
export const forked = (part: Part): Part => ({ ...part, report: part.report.fork() });

export const isMember = (part: Part | Member): part is Member => part.decoded !== undefined;

function labelsOfPods(object: unknown, owner: Decoded | undefined): Labels | undefined {
  const kind = owner?.kind ?? kindOf(step(object, 'apiVersion'), step(object, 'kind'));
  // Custom resources that make pods (Argo's Rollout, say) keep the template where Kubernetes' own do.
  const way = kind === undefined ? ['spec', 'template'] : kind.pods;
  const template = way?.reduce(step, object);
  if (template === undefined) return undefined;
  const labels = step(step(template, 'metadata'), 'labels');
  if (labels === undefined) return {};
  const sound = isPlainObject(labels) && Object.values(labels).every((value) => typeof value === 'string');
  return sound ? (labels as Labels) : undefined;
}

const step = (value: unknown, key: string): unknown =>
  isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
