// resourceLimits: requests and limits of the container, in Kubernetes' names and units.
// https://github.com/rstudio/helm/tree/main/examples/launcher-templates
import { didYouMean } from '../../report/suggest';
import { printValue } from '../../report/print';
import type { Path } from '../../report/problem';
import { nearest } from '../../report/suggest';
import { type Pruned } from '../draft';
import { CONTAINER, type LauncherDraft } from './draft';
import type { LauncherResourceLimit } from './schema';

type Target = readonly ['requests' | 'limits', resource: string, unit?: 'M' | 'gpu'];

const targets: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['cpuCount', ['limits', 'cpu']],
  ['memory', ['limits', 'memory', 'M']],
  ['CPU Request', ['requests', 'cpu']],
  ['Memory Request', ['requests', 'memory', 'M']],
  ['NVIDIA GPUs', ['limits', 'nvidia.com/gpu', 'gpu']],
  ['AMD GPUs', ['limits', 'amd.com/gpu', 'gpu']],
]);

const NO_EQUIVALENT: ReadonlyMap<string, string> = new Map([
  ['cpuTime', 'Kubernetes does not limit the CPU time of a container'],
  ['memorySwap', 'Kubernetes does not limit the swap space of a container'],
]);

/** Puts one limit into the draft. */
export function convertLimit(limit: Pruned<LauncherResourceLimit>, path: Path, draft: LauncherDraft): void {
  const { type } = limit;
  if (type === undefined) return;
  const amount = amountOf(limit, path, draft);
  if (amount === undefined) return;
  const target = targets.get(type);
  if (target === undefined) {
    const guess = nearest(type, targets.keys());
    const hint = didYouMean(guess, `Known types: ${[...targets.keys()].join(', ')}`);
    const why = NO_EQUIVALENT.get(type);
    if (why === undefined)
      draft.lose([...path, 'type'], 'is not a type of resource that is known', { value: type, hint });
    else draft.lose([...path, 'type'], why, { value: type });
    return;
  }
  const [group, resource, unit] = target;
  const { value, source } = amount;
  if (unit === 'gpu' && /^0+(\.0*)?$/.test(value)) return draft.ignore(source, `${printValue(value)}: asks for none`);
  if (unit === 'M' && !/^\d+(\.\d+)?$/.test(value)) {
    return draft.refuse('bad-format', source, 'expected a number of megabytes, without a unit', { value });
  }
  if (draft[group].has(resource)) draft.warn('duplicate', path, `gives ${type} once more; the last one counts`);
  draft[group].set(resource, unit === 'M' ? `${value}M` : value);
  draft.map(source, ['containers', CONTAINER, 'resources', group, resource]);
}

/** `value`, else `defaultValue`; what is not used of the limit is noted. */
function amountOf(
  limit: Pruned<LauncherResourceLimit>,
  path: Path,
  draft: LauncherDraft,
): { value: string; source: Path } | undefined {
  const { value, defaultValue, maxValue } = limit;
  const used = value ? 'value' : 'defaultValue';
  const amount = value || defaultValue;
  if (maxValue)
    draft.ignore([...path, 'maxValue'], `${printValue(maxValue)}: the most that could be asked for, not what is`);
  if (value && defaultValue) draft.ignore([...path, 'defaultValue'], `${printValue(defaultValue)}: \`value\` is set`);
  if (!amount) {
    draft.ignore(path, 'has neither `value` nor `defaultValue`');
    return undefined;
  }
  const source = [...path, used];
  if (!value) draft.fill([...path, 'value'], undefined, `${printValue(amount)}, from \`defaultValue\``);
  return { value: amount, source };
}
