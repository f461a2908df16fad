// ServiceAccount: who the processes of a pod are to the API server.
// https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/service-account-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectReference, ServiceAccount } from '../../api/types';
import { warnName } from '../../rules/checks';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { since } from '../../server';

const ENFORCE_MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets';

export function checkServiceAccount(account: ServiceAccount, place: At, report: Report): void {
  const { metadata, secrets, imagePullSecrets } = account;
  const here = at(place, 'metadata');
  checkMetadata(metadata, here, report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  if (Object.hasOwn(metadata?.annotations ?? {}, ENFORCE_MOUNTABLE)) {
    report.warning(at(at(here, 'annotations'), ENFORCE_MOUNTABLE), 'deprecated', 'is deprecated', {
      hint: 'keep what may be mounted apart in a namespace of its own',
      where: since('1.32'),
    });
  }
  secrets?.forEach((secret, index) => checkSecret(secret, at(at(place, 'secrets'), index), report));
  imagePullSecrets?.forEach(({ name }, index) => {
    const item = at(at(place, 'imagePullSecrets'), index);
    if (!name) report.warning(at(item, 'name'), 'no-effect', 'without a name it stands for no Secret');
    else warnName(name, 'Secret', at(item, 'name'), report);
  });
}

/** The server keeps the name alone. */
function checkSecret(secret: ObjectReference, place: At, report: Report): void {
  for (const key of Object.keys(secret)) {
    if (key !== 'name' && secret[key as keyof ObjectReference] !== '')
      report.warning(at(place, key), 'dropped', 'is dropped: the server keeps the name alone');
  }
  if (!secret.name) report.warning(at(place, 'name'), 'no-effect', 'without a name it stands for no Secret');
  else warnName(secret.name, 'Secret', at(place, 'name'), report);
}
