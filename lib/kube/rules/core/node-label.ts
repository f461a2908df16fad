// The labels of nodes that selectors name: some are deprecated, and nodes lose them one day.
// https://kubernetes.io/docs/reference/labels-annotations-taints/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { since } from '../../server';

interface Deprecated {
  /** Since which minor it is, with the version's v. */
  readonly since?: string;
  readonly instead?: string;
  /** The minors whose servers say so. */
  readonly where?: number;
}

const NAMED_SINCE = since('1.31');

const DEPRECATED: ReadonlyMap<string, Deprecated> = new Map<string, Deprecated>([
  ['beta.kubernetes.io/arch', { since: 'v1.14', instead: 'kubernetes.io/arch' }],
  ['beta.kubernetes.io/os', { since: 'v1.14', instead: 'kubernetes.io/os' }],
  ['failure-domain.beta.kubernetes.io/region', { since: 'v1.17', instead: 'topology.kubernetes.io/region' }],
  ['failure-domain.beta.kubernetes.io/zone', { since: 'v1.17', instead: 'topology.kubernetes.io/zone' }],
  ['beta.kubernetes.io/instance-type', { since: 'v1.17', instead: 'node.kubernetes.io/instance-type' }],
  ['app.kubernetes.io/created-by', { since: 'v1.9', where: NAMED_SINCE }],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', { since: 'v1.22', where: NAMED_SINCE }],
  ['node-role.kubernetes.io/master', { instead: 'node-role.kubernetes.io/control-plane', where: NAMED_SINCE }],
]);

/** Warns of a deprecated label where a selector of nodes names it. */
export function warnNodeLabel(key: string | undefined, place: At, report: Report): void {
  const found = key === undefined ? undefined : DEPRECATED.get(key);
  if (found === undefined) return;
  const { since: from, instead, where } = found;
  const message = from === undefined ? 'is deprecated' : `is deprecated since ${from}`;
  const hint = instead === undefined ? undefined : `write ${instead}`;
  report.warning(place, 'deprecated', `the label ${key} ${message}`, { hint, where });
}
