// The workload of an application: it is the model's own, but for what Kusion prints beside it.
import type { Path } from '../../report/problem';
import { isMap } from '../../shape/shape';
import { jobSchema } from '../../workload/model/job';
import { serviceSchema } from '../../workload/model/service';
import type { WorkloadBase } from '../../workload/model/workload-base';
import { isSet } from '../draft';
import type { KamDraft } from './draft';
import { settle, typeName, WORKLOAD } from './typed';

/** Reads the workload: decides between Job and Service and checks the model's own shape. */
export function readWorkload(value: unknown, path: Path, draft: KamDraft): void {
  const settled = settle(value, WORKLOAD, path, draft);
  if (!isMap(settled)) return;
  const { kind, ...props } = settled;
  if (kind !== undefined && kind !== 'Job' && kind !== 'Service') {
    draft.refuse('not-one-of', [...path, 'kind'], 'expected one of "Job", "Service"', { value: kind });
  }
  draft.kind = decideKind(value, kind, path, draft);
  if (draft.kind === 'Service' && Object.hasOwn(props, 'schedule')) {
    const hint = 'Leave it out, or make it a Job';
    draft.refuse('conflict', [...path, 'schedule'], 'a Service runs all the time and has no schedule', { hint });
    delete props.schedule;
  }
  passOver(props, path, draft);
  if (isMap(props.secrets)) props.secrets = withStore(props.secrets, [...path, 'secrets'], draft);
  const right = draft.check(draft.kind === 'Job' ? jobSchema : serviceSchema, props, path);
  if (!isMap(right)) return;
  const { ports, ...rest } = right as Partial<WorkloadBase>;
  Object.assign(draft.props, rest);
  draft.ports.push(...(ports ?? []));
  draft.follow(path, []);
  for (const key of Object.keys(right)) draft.note({ fate: 'mapped', path: [...path, key], to: [key] });
}

export const isTyped = ({ _type }: Record<string, unknown>, names: readonly string[]): boolean =>
  typeof _type === 'string' && names.includes(typeName(_type));

function decideKind(value: unknown, kind: unknown, path: Path, draft: KamDraft): KamDraft['kind'] {
  if (isMap(value)) {
    if (isTyped(value, ['Job'])) return 'Job';
    if (isTyped(value, ['Service'])) return 'Service';
    if (kind === 'Job' || kind === 'Service') return kind;
    if (value.schedule !== undefined && value.schedule !== null) return 'Job';
  }
  const chosen = draft.options.kind ?? 'Service';
  draft.fill([...path, '_type'], ['kind'], chosen);
  return chosen;
}

/** What Kusion's own Service has at the workload and a Deployment needs no word for. */
function passOver(props: Record<string, unknown>, path: Path, draft: KamDraft): void {
  if (draft.kind === 'Service' && props.type === 'Deployment') {
    draft.ignore([...path, 'type'], 'a Service is a Deployment');
    delete props.type;
  } else if (draft.kind === 'Service' && typeof props.type === 'string') {
    draft.lose([...path, 'type'], 'a Service becomes a Deployment', { value: props.type });
    delete props.type;
  }
  if (isMap(props.dirs) && !isSet(props.dirs)) {
    draft.ignore([...path, 'dirs'], 'is empty, and directories are of a container');
    delete props.dirs;
  }
}

/** The secrets with the store of the caller where they are external and name none. */
function withStore(secrets: Record<string, unknown>, path: Path, draft: KamDraft): Record<string, unknown> {
  const { secretStore } = draft.options;
  const entries = Object.entries(secrets).map(([key, secret]): [string, unknown] => {
    if (!isMap(secret) || secret.type !== 'external') return [key, secret];
    const { params = {} } = secret;
    if (!isMap(params) || isSet(params.store)) return [key, secret];
    const place = [...path, key, 'params', 'store'];
    if (secretStore === undefined) {
      const hint = 'Write params: { store }, or give the option kam: { secretStore: { name } } for all of them';
      draft.refuse('required', place, 'is required: the store that has the secret', { hint });
      return [key, secret];
    }
    draft.fill(place, ['secrets', key, 'params', 'store'], secretStore.name);
    const { name: store, kind } = secretStore;
    return [key, { ...secret, params: { ...(kind !== undefined && { storeKind: kind }), ...params, store } }];
  });
  return Object.fromEntries(entries);
}
