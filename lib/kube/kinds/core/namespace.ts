// Namespace: a room for names, with its own permissions and limits.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Namespace, ObjectMeta } from '../../api/types';
import { checkFinalizer, checkGeneration, checkMetadata, type NameRule, warnOfStatus } from '../../rules/meta/metadata';
import { toLabel1123 } from '../../values/near-name';
import { label1123 } from '../../values/syntax';

const NAME: NameRule = { problemOf: label1123, suggest: toLabel1123 };
const NAME_LABEL = 'kubernetes.io/metadata.name';

export function checkNamespace({ metadata, spec, status }: Namespace, place: At, report: Report): void {
  const here = at(place, 'metadata');
  checkMetadata(withoutNameLabel(metadata), here, report, NAME);
  checkGeneration(metadata, place, report);
  const { name, labels = {} } = metadata ?? {};
  if (name && Object.hasOwn(labels, NAME_LABEL) && labels[NAME_LABEL] !== name) {
    const message = `is overwritten: the server sets it to the name, ${name}`;
    report.warning(at(at(here, 'labels'), NAME_LABEL), 'dropped', message, { value: labels[NAME_LABEL] });
  }
  const finalizers = at(at(place, 'spec'), 'finalizers');
  spec?.finalizers?.forEach((finalizer, index) => checkFinalizer(finalizer, at(finalizers, index), report));
  warnOfStatus(status, place, report);
}

/** The server overwrites the label before it looks at labels, unless the name is generated later. */
function withoutNameLabel(metadata: ObjectMeta | undefined): ObjectMeta | undefined {
  if (!metadata?.name || !Object.hasOwn(metadata.labels ?? {}, NAME_LABEL)) return metadata;
  const { [NAME_LABEL]: _, ...labels } = metadata.labels ?? {};
  return { ...metadata, labels };
}
