// EnvVar and EnvVarSource: the environment of a container, one variable at a time.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ConfigMapKeySelector, EnvVar, EnvVarSource } from '../../api/types';
import { dataKey, envName } from '../../values/syntax';
import { checkRequired, checkSpelling, checkSubdomain, checkUnique } from '../checks';
import { checkObjectFieldSelector } from './object-field-selector';
import { checkResourceFieldSelector } from './resource-field-selector';

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'] as const;

export function checkEnv(env: readonly EnvVar[] | undefined, place: At, report: Report): void {
  if (env === undefined) return;
  for (let index = 0; index < env.length; index++) checkEnvVar(env[index] as EnvVar, at(place, index), report);
  checkUnique(
    env,
    (variable) => variable.name,
    (index, name, first) => {
      const message = `${name} is already set by env[${first}]; this one hides it, and server-side apply refuses the repetition`;
      report.warning(at(at(place, index), 'name'), 'duplicate', message, { value: name });
    },
  );
}

function checkEnvVar(variable: EnvVar, place: At, report: Report): void {
  const { name, valueFrom } = variable;
  if (checkRequired(name, at(place, 'name'), report))
    checkSpelling(name, envName, at(place, 'name'), report, envNameLike);
  if (valueFrom === undefined) return;
  const here = at(place, 'valueFrom');
  checkEnvVarSource(valueFrom, here, report);
  const hasValue = variable.value !== undefined && variable.value !== '';
  if (hasValue) report.error(here, 'conflict', 'may not be set beside a value: keep one of value and valueFrom');
}

function envNameLike(name: string): string | undefined {
  const like = name
    .slice(0, 200)
    .replace(/[^-._a-zA-Z0-9]+/g, '_')
    .replace(/^(?=[0-9])/, '_');
  return envName(like) === undefined ? like : undefined;
}

function checkEnvVarSource(source: EnvVarSource, place: At, report: Report): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = source;
  if (fieldRef !== undefined) checkObjectFieldSelector(fieldRef, 'env', at(place, 'fieldRef'), report);
  if (resourceFieldRef !== undefined)
    checkResourceFieldSelector(resourceFieldRef, 'env', at(place, 'resourceFieldRef'), report);
  if (configMapKeyRef !== undefined) checkKeySelector(configMapKeyRef, at(place, 'configMapKeyRef'), report);
  if (secretKeyRef !== undefined) checkKeySelector(secretKeyRef, at(place, 'secretKeyRef'), report);
  const set = SOURCES.filter((key) => source[key] !== undefined);
  if (set.length === 0) report.error(place, 'required', `must have one of ${SOURCES.join(', ')}`);
  if (set.length > 1) report.error(place, 'conflict', `may have only one source, not ${set.join(' and ')}`);
}

/** A key of a ConfigMap or Secret. */
function checkKeySelector(selector: ConfigMapKeySelector, place: At, report: Report): void {
  if (checkRequired(selector.name, at(place, 'name'), report)) checkSubdomain(selector.name, at(place, 'name'), report);
  if (checkRequired(selector.key, at(place, 'key'), report))
    checkSpelling(selector.key, dataKey, at(place, 'key'), report);
}
