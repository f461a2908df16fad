// ContainerResizePolicy: whether a container is started again when its resources change.
// https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container } from '../../api/types';
import { since } from '../../server';
import { checkOneOf, checkRequired, checkUnique } from '../checks';

/** The part of a pod that the policies of its containers depend on. */
export interface RestartOfPod {
  readonly restartPolicy?: string;
}

export function checkResizePolicy(
  { resizePolicy, restartPolicy: own }: Container,
  { restartPolicy: ofPod }: RestartOfPod,
  isInit: boolean,
  place: At,
  report: Report,
): void {
  resizePolicy?.forEach(({ resourceName, restartPolicy }, index) => {
    const here = at(place, index);
    if (checkRequired(resourceName, at(here, 'resourceName'), report)) {
      checkOneOf(resourceName, ['cpu', 'memory'], at(here, 'resourceName'), report);
    }
    const policy = at(here, 'restartPolicy');
    if (checkRequired(restartPolicy, policy, report))
      checkOneOf(restartPolicy, ['NotRequired', 'RestartContainer'], policy, report);
    if (restartPolicy !== 'RestartContainer') return;
    if (ofPod === 'Never') {
      report.error(policy, 'conflict', 'must be NotRequired when the restartPolicy of the pod is Never', {
        value: restartPolicy,
      });
    } else if (isInit && own !== 'Always') {
      const message = 'may not be RestartContainer in an init container that is no sidecar';
      report.error(policy, 'forbidden', message, { value: restartPolicy, where: since('1.36') });
    }
  });
  checkUnique(
    resizePolicy,
    ({ resourceName }) => resourceName ?? '',
    (index, name, first) => {
      const message = `resizePolicy[${first}] is about the same resource`;
      report.error(at(at(place, index), 'resourceName'), 'duplicate', message, { value: name });
    },
  );
}
