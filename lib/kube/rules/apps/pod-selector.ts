// The selector by which a controller knows its pods, and the labels that its template gives them.
// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LabelSelector, PodTemplateSpec } from '../../api/types';
import { checkLabelSelector, isValidSelector, selects } from '../meta/label-selector';

/** The recommended labels that name a version. */
const CHANGING_LABELS = ['app.kubernetes.io/version', 'helm.sh/chart'];

interface Selecting {
  readonly selector?: LabelSelector;
  readonly template?: PodTemplateSpec;
}

/** @param place - The place of the spec that has both. */
export function checkPodSelector({ selector, template }: Selecting, place: At, report: Report): void {
  const here = at(place, 'selector');
  if (selector === undefined) {
    report.error(here, 'required', 'is required, with matchLabels that the labels of the pods match');
    return;
  }
  checkLabelSelector(selector, here, report);
  for (const key of CHANGING_LABELS) {
    if (!Object.hasOwn(selector.matchLabels ?? {}, key)) continue;
    const message = 'changes with each version, but the selector may not: the next version is refused';
    report.warning(at(at(here, 'matchLabels'), key), 'refused-later', message, {
      hint: 'leave it out of the selector',
    });
  }
  if (Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0) {
    report.error(here, 'required', 'must not be empty: matchLabels or matchExpressions must choose the pods');
    return;
  }
  if (isValidSelector(selector)) checkTemplateLabels(selector, template, place, report);
}

/** The template must make pods that the selector, which is valid, chooses. */
export function checkTemplateLabels(
  selector: LabelSelector,
  template: PodTemplateSpec | undefined,
  place: At,
  report: Report,
): void {
  const here = at(place, 'selector');
  const labels = template?.metadata?.labels ?? {};
  const labelsPlace = at(at(at(place, 'template'), 'metadata'), 'labels');
  if (selects(selector, labels)) return;
  if (report.hasShapeProblem(here) || report.hasShapeProblem(labelsPlace)) return;
  const missing = Object.entries(selector.matchLabels ?? {}).filter(
    ([key, value]) => !Object.hasOwn(labels, key) || labels[key] !== value,
  );
  const hint =
    missing.length === 0 || missing.length > 5
      ? undefined
      : `add ${missing.map(([key, value]) => `${key}: ${value}`).join(', ')}`;
  report.error(labelsPlace, 'conflict', 'must have the labels that spec.selector asks for', { value: labels, hint });
}
