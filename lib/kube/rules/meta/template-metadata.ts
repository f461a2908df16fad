// The metadata of objects that the cluster makes itself, from a template: labels and annotations, and nothing else.
// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectMeta } from '../../api/types';
import { checkAnnotations, checkLabels } from './metadata';

export function checkTemplateMetadata(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  checkLabels(metadata?.labels, at(place, 'labels'), report);
  checkAnnotations(metadata?.annotations, at(place, 'annotations'), report);
  for (const [key, value] of Object.entries(metadata ?? {})) {
    if (key === 'labels' || key === 'annotations' || (isZero(value) && key !== 'deletionGracePeriodSeconds')) continue;
    report.error(at(place, key), 'forbidden', 'may not be set here: only labels and annotations are possible');
  }
}

/** What the server's own types cannot tell from an absent field. */
const isZero = (value: unknown): boolean => value === undefined || value === '' || value === 0 || value === false;
