// ParamKind: the kind of the objects that a policy takes its parameters from. Whether it is served, and whether whoever creates the policy may
// read such objects, the cluster knows.
// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#parameter-resources
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ParamKind } from '../../api/types';
import { label1035, subdomain } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';

export function checkParamKind({ apiVersion, kind }: ParamKind, place: At, report: Report): void {
  if (checkRequired(apiVersion, at(place, 'apiVersion'), report)) {
    checkSpelling(apiVersion, apiVersionProblem, at(place, 'apiVersion'), report, undefined, 'bad-format');
  }
  if (!checkRequired(kind, at(place, 'kind'), report)) return;
  checkSpelling(kind, (value) => label1035(value.toLowerCase()), at(place, 'kind'), report);
}

function apiVersionProblem(apiVersion: string): string | undefined {
  const parts = apiVersion.split('/');
  if (apiVersion !== '/' && parts.length > 2)
    return 'must be a version such as v1, or a group and a version such as apps/v1';
  const [version, group] = apiVersion === '/' ? ['', ''] : (parts.reverse() as [string, string?]);
  const ofGroup = group ? subdomain(group) : undefined;
  if (ofGroup !== undefined) return `the group ${ofGroup}`;
  if (version === '') return 'must have a version';
  const ofVersion = label1035(version);
  return ofVersion && `the version ${ofVersion}`;
}
