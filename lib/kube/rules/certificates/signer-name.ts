// The name of a signer of certificates: example.com/signer.
// https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/#signers
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { label1123, subdomain } from '../../values/syntax';
import { checkRequired } from '../checks';

const LONGEST_DOMAIN = 253;
/** A domain, a namespace and a name, with what stands between them. */
const LONGEST = 571;

export function checkSignerName(signer: string | undefined, place: At, report: Report): void {
  if (!checkRequired(signer, place, report, 'is required, as in example.com/signer')) return;
  const [domain = '', path, ...more] = signer!.split('/');
  if (path === undefined || more.length > 0) {
    const message = 'must be a domain, one "/" and a name, as in example.com/signer';
    report.error(place, 'bad-name', message, { value: signer });
    return;
  }
  const labels = domain.split('.');
  const problems = [
    domain.length > LONGEST_DOMAIN && `the part before "/" must be at most ${LONGEST_DOMAIN} characters`,
    labels.map(label1123).find(Boolean)?.replace(/^/, 'each part of the domain '),
    labels.length < 2 && 'the part before "/" must be a domain of at least two parts, as in example.com',
    path.split('.').map(subdomain).find(Boolean)?.replace(/^/, 'each part behind "/" '),
    signer!.length > LONGEST && `must be at most ${LONGEST} characters`,
  ].filter((problem) => typeof problem === 'string');
  if (problems.length > 0) report.error(place, 'bad-name', problems.join('; '), { value: signer });
}
