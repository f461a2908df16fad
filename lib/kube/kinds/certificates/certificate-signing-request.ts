// CertificateSigningRequest: asks a signer for a certificate.
// https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/certificate-signing-request-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CertificateSigningRequest, CertificateSigningRequestSpec } from '../../api/types';
import { checkForSigner } from '../../rules/certificates/kubernetes-signer';
import { checkRequest } from '../../rules/certificates/pem-request';
import { checkSignerName } from '../../rules/certificates/signer-name';
import { checkOneOf, checkRequired, checkUnique } from '../../rules/checks';
import { checkGeneration, checkMetadata, PATH_NAME, warnOfStatus } from '../../rules/meta/metadata';

const LEAST_SECONDS = 600;
const LEGACY_SIGNER = 'kubernetes.io/legacy-unknown';
const USAGES = [
  'signing',
  'digital signature',
  'content commitment',
  'key encipherment',
  'key agreement',
  'data encipherment',
  'cert sign',
  'crl sign',
  'encipher only',
  'decipher only',
  'any',
  'server auth',
  'client auth',
  'code signing',
  'email protection',
  's/mime',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'timestamping',
  'ocsp signing',
  'microsoft sgc',
  'netscape sgc',
];

export function checkCertificateSigningRequest(object: CertificateSigningRequest, place: At, report: Report): void {
  const { metadata, spec = {}, status } = object;
  const { expirationSeconds } = spec;
  const here = at(place, 'spec');
  checkMetadata(metadata, at(place, 'metadata'), report, PATH_NAME);
  checkGeneration(metadata, place, report);
  const given = checkRequired(spec.request, at(here, 'request'), report);
  const request = given ? checkRequest(spec.request!, at(here, 'request'), report) : undefined;
  checkUsages(spec.usages, at(here, 'usages'), report);
  checkSigner(spec.signerName, at(here, 'signerName'), report);
  if (spec.signerName !== LEGACY_SIGNER) checkForSigner(spec, request, here, report);
  if (expirationSeconds !== undefined && expirationSeconds < LEAST_SECONDS) {
    const message = `must be at least ${LEAST_SECONDS} (ten minutes)`;
    report.error(at(here, 'expirationSeconds'), 'out-of-range', message, { value: expirationSeconds });
  }
  warnOfUser(spec, here, report);
  warnOfStatus(status, place, report);
}

function checkUsages(usages: readonly string[] | undefined, place: At, report: Report): void {
  checkRequired(usages, place, report, 'is required: what the key is used for, such as client auth');
  usages?.forEach((usage, index) => checkOneOf(usage, USAGES, at(place, index), report));
  checkUnique(usages, String, (index, value, first) => {
    report.error(at(place, index), 'duplicate', `usages[${first}] is the same`, { value });
  });
}

function checkSigner(signer: string | undefined, place: At, report: Report): void {
  if (signer !== LEGACY_SIGNER) return checkSignerName(signer, place, report);
  const hint = 'for a user write kubernetes.io/kube-apiserver-client';
  report.error(place, 'forbidden', 'may no longer be used', { value: signer, hint });
}

/** Who asks is who sends it. */
function warnOfUser(spec: CertificateSigningRequestSpec, place: At, report: Report): void {
  for (const field of ['username', 'uid', 'groups', 'extra'] as const) {
    const value = spec[field];
    if (!value || Object.keys(value).length === 0) continue;
    report.warning(at(place, field), 'dropped', 'is overwritten with that of whoever creates the object');
  }
}
