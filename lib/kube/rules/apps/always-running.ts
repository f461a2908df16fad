// The pods of controllers that keep them running: they do not end by themselves.
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodSpec } from '../../api/types';
import { until } from '../../server';

/** The words of other pods. Any other word is wrong in every pod. */
const ENDING = ['OnFailure', 'Never'];

/** @param place - The place of the pod's spec. */
export function checkAlwaysRunning(spec: PodSpec | undefined, kind: string, place: At, report: Report): void {
  const { restartPolicy, activeDeadlineSeconds } = spec ?? {};
  if (ENDING.includes(restartPolicy ?? '')) {
    const details = { value: restartPolicy, hint: 'leave it out; for pods that end use a Job' };
    report.error(at(place, 'restartPolicy'), 'not-one-of', `must be Always in a ${kind}`, details);
  }
  if (activeDeadlineSeconds === undefined) return;
  const message = `may not be set in a ${kind}, whose pods do not end`;
  report.error(at(place, 'activeDeadlineSeconds'), 'forbidden', message, { value: activeDeadlineSeconds });
}

/** A disk of Google's that more than one pod has. @param place - The place of the pod's spec. */
export function checkSharedDisks(spec: PodSpec | undefined, place: At, report: Report): void {
  spec?.volumes?.forEach(({ gcePersistentDisk }, index) => {
    if (gcePersistentDisk === undefined || gcePersistentDisk.readOnly === true) return;
    const disk = at(at(at(at(place, 'volumes'), index), 'gcePersistentDisk'), 'readOnly');
    const message = 'must be true where there may be more than one pod: only readers can share the disk';
    report.error(disk, 'conflict', message, { where: until('1.28') });
  });
}
