// ControllerRevision: a state of a DaemonSet or a StatefulSet as its controller remembers it.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/controller-revision-v1/
import { isPlainObject } from '../../../report/data';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ControllerRevision } from '../../api/types';
import { checkNotNegative } from '../../rules/checks';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { since } from '../../server';

export function checkControllerRevision(revision: ControllerRevision, place: At, report: Report): void {
  const { metadata, data } = revision;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkNotNegative(revision.revision, at(place, 'revision'), report);
  const here = at(place, 'data');
  if (data === undefined) report.error(here, 'required', 'is required: the state that is remembered');
  else if (!isPlainObject(data)) {
    report.error(here, 'wrong-type', 'must be an object', { value: data, where: since('1.31') });
  }
}
