// EnvFromSource: all keys of a ConfigMap or Secret as environment variables.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { EnvFromSource } from '../../api/types';
import { toSubdomain } from '../../values/near-name';
import { subdomain } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';
import { withoutTrailingHyphen } from '../meta/metadata';
import { checkEnvName } from './env-name';

export function checkEnvFrom(sources: readonly EnvFromSource[] | undefined, place: At, report: Report): void {
  if (sources === undefined) return;
  for (let index = 0; index < sources.length; index++)
    checkEnvFromSource(sources[index] as EnvFromSource, at(place, index), report);
}

function checkEnvFromSource(source: EnvFromSource, place: At, report: Report): void {
  const { prefix, configMapRef, secretRef } = source;
  if (prefix !== '') checkEnvName(prefix, at(place, 'prefix'), report);
  if (configMapRef !== undefined) checkName(configMapRef.name, at(at(place, 'configMapRef'), 'name'), report);
  if (secretRef !== undefined) checkName(secretRef.name, at(at(place, 'secretRef'), 'name'), report);
  if (configMapRef === undefined && secretRef === undefined) {
    report.error(place, 'required', 'must have one of configMapRef and secretRef');
  } else if (configMapRef !== undefined && secretRef !== undefined) {
    report.error(place, 'conflict', 'may have only one of configMapRef and secretRef');
  }
}

function checkName(name: string | undefined, place: At, report: Report): void {
  if (checkRequired(name, place, report)) checkSpelling(name, nameOrPrefix, place, report, toSubdomain);
}

/** The server reads the name like the prefix of a generated one here, so some names ending in a hyphen pass. */
function nameOrPrefix(name: string): string | undefined {
  return subdomain(withoutTrailingHyphen(name)) === undefined ? undefined : subdomain(name);
}
