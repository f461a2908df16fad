// What the signers of Kubernetes itself ask of a request: the server takes others, which are then denied or never signed.
// https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#kubernetes-signers
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CertificateSigningRequestSpec } from '../../api/types';
import type { CertificateRequest } from '../../values/certificate-request';

const CLIENT = 'kubernetes.io/kube-apiserver-client';
const KUBELET_CLIENT = 'kubernetes.io/kube-apiserver-client-kubelet';
const KUBELET_SERVING = 'kubernetes.io/kubelet-serving';
const MASTERS = 'system:masters';

/** @param spec - With a signer that is not wrong. */
export function checkForSigner(
  { signerName = '', usages = [] }: CertificateSigningRequestSpec,
  request: CertificateRequest | undefined,
  place: At,
  report: Report,
): void {
  if (!signerName.startsWith('kubernetes.io/')) return;
  const here = at(place, 'usages');
  if (signerName === CLIENT) {
    const wrong = usages.find((usage) => !['client auth', ...OPTIONAL].includes(usage));
    const message =
      'are not those that this signer signs: client auth, and with it digital signature and key encipherment';
    if (wrong !== undefined || !usages.includes('client auth')) report.warning(here, 'refused-later', message);
    if (request?.organization.includes(MASTERS)) {
      const text = `must not be for the group ${MASTERS}, which this signer gives to nobody`;
      report.error(at(place, 'request'), 'forbidden', text);
    }
  } else if (signerName === KUBELET_CLIENT || signerName === KUBELET_SERVING) {
    const usage = signerName === KUBELET_CLIENT ? 'client auth' : 'server auth';
    const stated = new Set(usages);
    if (![REQUIRED, OPTIONAL].some((list) => isSame(stated, [usage, ...list]))) {
      const message = `are not those that this signer signs: digital signature, ${usage} and, for RSA keys, key encipherment`;
      report.warning(here, 'refused-later', message);
    }
    if (request !== undefined) checkKubelet(request, signerName, at(place, 'request'), report);
  } else {
    const known = `${CLIENT}, ${KUBELET_CLIENT} and ${KUBELET_SERVING}`;
    const message = `is none of the signers of Kubernetes, which are ${known}: nobody signs for it`;
    report.warning(at(place, 'signerName'), 'suspicious', message, { value: signerName });
  }
}

const REQUIRED = ['digital signature'];
const OPTIONAL = ['digital signature', 'key encipherment'];

const isSame = (stated: ReadonlySet<string>, list: readonly string[]): boolean =>
  stated.size === list.length && list.every((usage) => stated.has(usage));

function checkKubelet(request: CertificateRequest, signer: string, place: At, report: Report): void {
  const { organization, commonName, names } = request;
  const serving = signer === KUBELET_SERVING;
  const warn = (message: string): void =>
    report.warning(place, 'refused-later', `${message}, so this signer does not sign it`);
  if (organization.length !== 1 || organization[0] !== 'system:nodes')
    warn('its organization is not system:nodes alone');
  if (!commonName.startsWith('system:node:')) warn('its common name does not start with "system:node:"');
  if (serving && names.DNS.length + names.IP.length === 0) warn('it names no host and no address');
  const forbidden = (['DNS', 'IP', 'email', 'URI'] as const).filter(
    (kind) => names[kind].length > 0 && !(serving && (kind === 'DNS' || kind === 'IP')),
  );
  if (forbidden.length > 0) warn(`it has other names of the kind ${forbidden.join(', ')}`);
}
