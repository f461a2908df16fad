// The request for a certificate: PEM around PKCS #10, signed with the key that it is for.
// https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { since } from '../../server';
import { type CertificateRequest, readCertificateRequest } from '../../values/certificate-request';
import { rsaBits, signatureProblem } from '../../values/certificate-request-signature';
import { NotDer } from '../../values/der';
import { firstBlock } from '../../values/pem';

const TYPE = 'CERTIFICATE REQUEST';
const LEAST_RSA_BITS = 1024;

/** Reads the request, which is told of and never shown: a private key may stand there by mistake. */
export function checkRequest(request: string, place: At, report: Report): CertificateRequest | undefined {
  const text = Buffer.from(request, 'base64').toString('latin1');
  const block = firstBlock(text);
  if (block?.type !== TYPE) {
    report.error(place, 'bad-format', `must be the base64 of a PEM block "${TYPE}"`, {
      hint: hintFor(text, block?.type),
    });
    return undefined;
  }
  try {
    const read = readCertificateRequest(block.bytes);
    const problem = signatureProblem(read);
    if (problem !== undefined) report.error(place, 'bad-format', problem);
    else checkLength(read, place, report);
    return read;
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    report.error(place, 'bad-format', `is no certificate request that can be read: ${error.message}`);
    return undefined;
  }
}

function checkLength({ key }: CertificateRequest, place: At, report: Report): void {
  const bits = rsaBits(key);
  if (bits === undefined || bits >= LEAST_RSA_BITS) return;
  const message = `must be for an RSA key of at least ${LEAST_RSA_BITS} bits, not ${bits}`;
  report.error(place, 'bad-format', message, { where: since('1.33') });
}

function hintFor(text: string, type: string | undefined): string | undefined {
  if (type?.includes('PRIVATE KEY')) {
    return 'it is a private key, which must stay where it is: make a request with `openssl req -new -key FILE`';
  }
  if (type === `NEW ${TYPE}`) return `write "${TYPE}" in place of "NEW ${TYPE}" in both lines`;
  if (type === 'CERTIFICATE') return 'it is a certificate already: make a request with `openssl req -new -key FILE`';
  if (type !== undefined) return undefined;
  if (/^LS0tLS1CRUdJTi/.test(text.trim())) return 'it is base64 twice: write it once';
  if (text.startsWith('\x30')) return 'it is DER without PEM: convert it with `openssl req -inform der`';
  return text.includes('-----BEGIN ') ? 'its lines must be as they were made, each on its own' : undefined;
}
