// lib/kube/rules/certificates/pem-request.ts for a browser, which can verify no signature without waiting.
import type { CertificateRequest } from '../../../lib/kube/values/certificate-request';
import type { At } from '../../../lib/report/place';
import type { Report } from '../../../lib/report/report';

export function checkRequest(_: string, place: At, report: Report): CertificateRequest | undefined {
  report.note(place, 'not-checked', 'is not read in a browser');
  return undefined;
}
