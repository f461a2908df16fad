// WindowsSecurityContextOptions: who a container runs as on a Windows node.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context
import { utf8Length } from '../../../text/bytes';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { WindowsSecurityContextOptions } from '../../api/types';
import { subdomain } from '../../values/syntax';
import { checkSpelling } from '../checks';

const LONGEST_CREDENTIAL_SPEC = 64 * 1024;
const LONGEST_DOMAIN = 255;
const LONGEST_USER = 104;

const NETBIOS_DOMAIN = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const DNS_DOMAIN = new RegExp(`^${DNS_PART}(?:\\.${DNS_PART})*$`);

export function checkWindowsOptions(
  options: WindowsSecurityContextOptions | undefined,
  place: At,
  report: Report,
): void {
  if (options === undefined) return;
  checkSpelling(options.gmsaCredentialSpecName, subdomain, at(place, 'gmsaCredentialSpecName'), report);
  const spec = options.gmsaCredentialSpec;
  if (spec !== undefined && (spec === '' || utf8Length(spec) > LONGEST_CREDENTIAL_SPEC)) {
    report.error(at(place, 'gmsaCredentialSpec'), 'too-long', `must have from 1 to ${LONGEST_CREDENTIAL_SPEC} bytes`);
  }
  checkSpelling(options.runAsUserName, windowsUser, at(place, 'runAsUserName'), report);
}

/** `USER` or `DOMAIN\USER`. */
function windowsUser(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  if (/[\0-\x1f\x7f]/.test(value)) return 'must not contain control characters';
  const parts = value.split('\\');
  if (parts.length > 2) return 'must not contain more than one backslash';
  const user = parts.at(-1) as string;
  const domain = parts.length === 2 ? (parts[0] as string) : undefined;
  if (domain !== undefined && utf8Length(domain) > LONGEST_DOMAIN)
    return `must have a domain of at most ${LONGEST_DOMAIN} characters`;
  if (domain !== undefined && !NETBIOS_DOMAIN.test(domain) && !DNS_DOMAIN.test(domain))
    return 'must have a NetBIOS or DNS name as the domain';
  if (user === '') return 'must have a user name';
  if (utf8Length(user) > LONGEST_USER) return `must have a user name of at most ${LONGEST_USER} characters`;
  if (/^[. ]+$/.test(user)) return 'must have a user name of more than dots and spaces';
  return /["/\\:;|=,+*?<>@[\]]/.test(user)
    ? 'must not have any of " / \\ : ; | = , + * ? < > @ [ ] in the user name'
    : undefined;
}
