// What stands around the spec of a pod: a Pod, or a template of some kind.
// https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates
import type { Code } from '../../../report/codes';
import type { At } from '../../../report/place';
import type { Details, Report } from '../../../report/report';
import type { ObjectMeta, Volume } from '../../api/types';

export interface AroundPod {
  /** That of the Pod, when it is one and no template. */
  readonly metadata?: ObjectMeta | undefined;
  /** The volumes that every pod gets beside its own, or in their place. */
  readonly volumes?: readonly Volume[] | undefined;
}

/**
 * What the server looks at in a Pod alone: it is refused for it, while a template is taken, and then every pod that is made from it is refused.
 *
 * @param isPod - It is a Pod, no template.
 */
export function refusePod(
  isPod: boolean,
  place: At,
  code: Code,
  message: string,
  details: Details,
  report: Report,
): void {
  if (isPod) report.error(place, code, message, details);
  else
    report.warning(place, 'refused-later', `is taken, but the pods made from it are refused: it ${message}`, details);
}
