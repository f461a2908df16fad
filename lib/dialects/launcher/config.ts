// config: `secret` values become environment variables, everything else is kept as an annotation of the pod.
// https://kubernetes.io/docs/concepts/configuration/secret/
import { printValue } from '../../report/print';
import type { Path } from '../../report/problem';
import type { EnvSource } from '../../workload/model/env';
import { type Pruned } from '../draft';
import { CONTAINER, type LauncherDraft } from './draft';
import type { LauncherConfig } from './schema';

/** Puts one configuration value into the draft. */
export function convertConfig(config: Pruned<LauncherConfig>, path: Path, draft: LauncherDraft): void {
  const { name, value, valueType } = config;
  if (name === undefined) return;
  if (valueType) draft.ignore([...path, 'valueType'], `${printValue(valueType)}: annotations and variables are text`);
  if (name !== 'secret') return draft.annotate(`config.${name}`, value ?? '', path);
  const [secret, key, variable, ...more] = (value ?? '').split(':');
  if (!secret || !key || !variable || more.length > 0) {
    const hint = 'For example "database:password:DB_PASSWORD"';
    return draft.refuse('bad-format', [...path, 'value'], 'expected "<Secret>:<key>:<variable>"', { hint });
  }
  setVariable(variable, { valueFrom: { secretKeyRef: { name: secret, key } } }, [...path, 'value'], draft);
}

/** Sets an environment variable; as in Kubernetes, the last one of a name counts. */
export function setVariable(name: string, value: EnvSource, source: Path, draft: LauncherDraft): void {
  if (draft.env.has(name)) draft.warn('duplicate', source, 'sets a variable once more; the last one counts');
  draft.env.set(name, value);
  draft.map(source, ['containers', CONTAINER, 'env', name]);
}
