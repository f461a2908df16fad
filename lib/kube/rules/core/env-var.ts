// EnvVar and EnvVarSource: the environment of a container, one variable at a time.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ConfigMapKeySelector, EnvVar, EnvVarSource, FileKeySelector } from '../../api/types';
import { offAt } from '../../server';
import { dataKey, hasBackstep, relaxedEnvName } from '../../values/syntax';
import { checkLabel1123, checkRequired, checkSpelling, checkSubdomain, checkUnique } from '../checks';
import { checkEnvName } from './env-name';
import { checkObjectFieldSelector } from './object-field-selector';
import { checkResourceFieldSelector } from './resource-field-selector';
import type { Volumes } from './volume';
import { checkVolumeName } from './volume-mount';

const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const;
/** The minors that drop fileKeyRef. */
const NO_FILES = offAt('EnvFiles');

/** What a variable may refer to in its pod. */
interface PodOfVariable {
  readonly volumes: Volumes;
  /** For which servers all volumes could be read. */
  readonly volumesSound: number;
}

export function checkEnv(env: readonly EnvVar[] | undefined, pod: PodOfVariable, place: At, report: Report): void {
  if (env === undefined) return;
  for (let index = 0; index < env.length; index++) checkEnvVar(env[index] as EnvVar, pod, at(place, index), report);
  checkUnique(
    env,
    (variable) => variable.name,
    (index, name, first) => {
      const message = `${name} is already set by env[${first}]; this one hides it, and server-side apply refuses the repetition`;
      report.warning(at(at(place, index), 'name'), 'duplicate', message, { value: name });
    },
  );
}

function checkEnvVar(variable: EnvVar, pod: PodOfVariable, place: At, report: Report): void {
  const { name, valueFrom } = variable;
  if (checkRequired(name, at(place, 'name'), report)) checkEnvName(name, at(place, 'name'), report);
  if (valueFrom === undefined) return;
  const here = at(place, 'valueFrom');
  checkEnvVarSource(valueFrom, pod, here, report);
  const hasValue = variable.value !== undefined && variable.value !== '';
  if (hasValue) report.error(here, 'conflict', 'may not be set beside a value: keep one of value and valueFrom');
}

function checkEnvVarSource(source: EnvVarSource, pod: PodOfVariable, place: At, report: Report): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  if (fieldRef !== undefined) checkObjectFieldSelector(fieldRef, 'env', at(place, 'fieldRef'), report);
  if (resourceFieldRef !== undefined)
    checkResourceFieldSelector(resourceFieldRef, 'env', at(place, 'resourceFieldRef'), report);
  if (configMapKeyRef !== undefined) checkKeySelector(configMapKeyRef, at(place, 'configMapKeyRef'), report);
  if (secretKeyRef !== undefined) checkKeySelector(secretKeyRef, at(place, 'secretKeyRef'), report);
  if (fileKeyRef !== undefined) checkFileKey(source, fileKeyRef, pod, at(place, 'fileKeyRef'), report);
  const set = SOURCES.filter((key) => source[key] !== undefined);
  if (set.length === 0) report.error(place, 'required', `must have one of ${SOURCES.join(', ')}`);
  if (set.length < 2) return;
  const where = set.length === 2 && fileKeyRef !== undefined ? ~NO_FILES : undefined;
  report.error(place, 'conflict', `may have only one source, not ${set.join(' and ')}`, { where });
}

/** A key of a file in a volume, which must be one that starts out empty. */
function checkFileKey(
  source: EnvVarSource,
  selector: FileKeySelector,
  { volumes, volumesSound }: PodOfVariable,
  place: At,
  report: Report,
): void {
  const { volumeName, path, key } = selector;
  const alone = SOURCES.every((field) => field === 'fileKeyRef' || source[field] === undefined);
  const drops = (which: string): string =>
    `${which} drops this field, as the feature gate EnvFiles is off there${alone ? ', and then there is no source left' : ''}`;
  if (alone) report.error(place, 'required', drops, { where: NO_FILES });
  else report.warning(place, 'dropped', drops, { where: NO_FILES });
  report.silence(place, NO_FILES);
  if (checkRequired(key, at(place, 'key'), report)) checkSpelling(key, relaxedEnvName, at(place, 'key'), report);
  const here = at(place, 'volumeName');
  if (volumeName) checkLabel1123(volumeName, here, report);
  checkVolumeName(volumeName, volumes, volumesSound, here, report);
  const volume = volumes.get(volumeName ?? '');
  if (volume !== undefined && volume.emptyDir === undefined)
    report.error(here, 'conflict', 'must be a volume of the kind emptyDir', { value: volumeName, where: volumesSound });
  if (checkRequired(path, at(place, 'path'), report) && hasBackstep(path as string))
    report.error(at(place, 'path'), 'bad-name', 'must not contain the part ".."', { value: path });
}

/** A key of a ConfigMap or Secret. */
function checkKeySelector(selector: ConfigMapKeySelector, place: At, report: Report): void {
  if (checkRequired(selector.name, at(place, 'name'), report)) checkSubdomain(selector.name, at(place, 'name'), report);
  if (checkRequired(selector.key, at(place, 'key'), report))
    checkSpelling(selector.key, dataKey, at(place, 'key'), report);
}
