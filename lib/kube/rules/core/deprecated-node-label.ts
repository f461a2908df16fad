// Labels of nodes that others have replaced.
// https://kubernetes.io/docs/reference/labels-annotations-taints/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LabelSelector, NodeSelectorTerm } from '../../api/types';
import { since } from '../../server';

interface Deprecated {
  /** The minor that deprecated it. */
  readonly by?: string;
  /** What to use now. */
  readonly instead?: string;
  /** The servers that warn of it, if not all do. */
  readonly where?: number;
}

const DEPRECATED: ReadonlyMap<string, Deprecated> = new Map<string, Deprecated>([
  ['beta.kubernetes.io/arch', { by: '1.14', instead: 'kubernetes.io/arch' }],
  ['beta.kubernetes.io/os', { by: '1.14', instead: 'kubernetes.io/os' }],
  ['failure-domain.beta.kubernetes.io/region', { by: '1.17', instead: 'topology.kubernetes.io/region' }],
  ['failure-domain.beta.kubernetes.io/zone', { by: '1.17', instead: 'topology.kubernetes.io/zone' }],
  ['beta.kubernetes.io/instance-type', { by: '1.17', instead: 'node.kubernetes.io/instance-type' }],
  ['app.kubernetes.io/created-by', { by: '1.9', where: since('1.31') }],
  [
    'scheduler.alpha.kubernetes.io/preferAvoidPods',
    { by: '1.22', instead: 'taints and tolerations', where: since('1.31') },
  ],
  ['node-role.kubernetes.io/master', { instead: 'node-role.kubernetes.io/control-plane', where: since('1.31') }],
]);

/** @param place - Where the label is asked for. */
export function warnOfNodeLabel(label: string | undefined, place: At, report: Report): void {
  const found = DEPRECATED.get(label ?? '');
  if (found === undefined) return;
  const { by, instead, where } = found;
  const what = by === undefined ? `${label} is deprecated` : `${label} is deprecated since Kubernetes ${by}`;
  const hint = instead === undefined ? undefined : `use ${instead}`;
  report.warning(place, 'deprecated', `the node label ${what}`, { hint, where });
}

export function warnOfNodeSelectorTerm({ matchExpressions }: NodeSelectorTerm, place: At, report: Report): void {
  matchExpressions?.forEach(({ key }, index) =>
    warnOfNodeLabel(key, at(at(at(place, 'matchExpressions'), index), 'key'), report),
  );
}

/** For a selector that chooses nodes by their labels. */
export function warnOfNodeSelector(selector: LabelSelector, place: At, report: Report): void {
  for (const key of Object.keys(selector.matchLabels ?? {}))
    warnOfNodeLabel(key, at(at(place, 'matchLabels'), key), report);
  warnOfNodeSelectorTerm(selector, place, report);
}
