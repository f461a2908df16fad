// `_type`: the schema names that KCL prints into compiled documents. Checked against what stands there, then taken out; and null, which
// KCL prints for what is not set.
import { at, type At, pathOf, placeOf } from '../../report/place';
import type { Path } from '../../report/problem';
import { didYouMean, nearest } from '../../report/suggest';
import { put } from '../../shape/maps';
import { isMap, kindOf } from '../../shape/shape';
import { HOST_AND_PORT } from '../../workload/model/handler';
import type { KamDraft } from './draft';

/** A part of a document that is one of KAM's schemas. */
export interface Part {
  /** The schema names that fit the part as it is. */
  readonly is: (value: Record<string, unknown>) => readonly string[];
  /** Fields that hold one part each. */
  readonly one?: Readonly<Record<string, Part>>;
  /** Fields that hold a list or a map of parts. */
  readonly each?: Readonly<Record<string, Part>>;
}

const part = (name: string, fields: Pick<Part, 'one' | 'each'> = {}): Part => ({ is: () => [name], ...fields });

const HANDLER: Part = {
  is({ command, path, url }) {
    if (command !== undefined) return ['Exec'];
    if (path !== undefined) return ['Http'];
    if (typeof url !== 'string') return ['Exec', 'Http', 'Tcp', 'Grpc'];
    if (HOST_AND_PORT.test(url)) return ['Tcp'];
    const scheme = url.slice(0, url.indexOf('://')).toLowerCase();
    return scheme === 'tcp' ? ['Tcp'] : scheme === 'grpc' ? ['Grpc'] : ['Http'];
  },
};

const PROBE = part('Probe', { one: { probeHandler: HANDLER } });

const CONTAINER = part('Container', {
  one: {
    livenessProbe: PROBE,
    readinessProbe: PROBE,
    startupProbe: PROBE,
    lifecycle: part('Lifecycle', { one: { postStart: HANDLER, preStop: HANDLER } }),
  },
  each: { files: part('FileSpec') },
});

/** Job or Service; which of them is decided elsewhere. */
export const WORKLOAD: Part = {
  is: () => ['Job', 'Service'],
  each: { containers: CONTAINER, initContainers: CONTAINER, secrets: part('Secret'), ports: part('Port') },
};

export const APPLICATION = part('AppConfiguration');

const BACKEND = part('IngressBackend', {
  one: { service: part('IngressServiceBackend', { one: { port: part('ServiceBackendPort') } }) },
});
const RULE = part('IngressRule', {
  one: {
    http: part('HTTPIngressRuleValue', { each: { paths: part('HTTPIngressPath', { one: { backend: BACKEND } }) } }),
  },
});

export const INGRESS = part('Ingress', {
  one: { defaultBackend: BACKEND },
  each: { rules: RULE, tls: part('IngressTLS') },
});

export const NETWORK = part('Network', {
  one: { ingress: INGRESS },
  each: { ports: part('Port') },
});

export const OPS_RULE = part('OpsRule');

export const MONITORING = part('Prometheus');

/** The part without its `_type`s, which are checked, and without what is null, which is noted; itself where it has neither. */
export function settle(value: unknown, part: Part, path: Path, draft: KamDraft): unknown {
  return settleAt(value, part, placeOf(path), draft);
}

function settleAt(value: unknown, part: Part, place: At, draft: KamDraft): unknown {
  if (!isMap(value)) return value;
  const { is, one = {}, each = {} } = part;
  return mapped(value, (key, item) => {
    if (key === '_type') return checkType(item, is(value), pathOf(at(place, key)), draft);
    if (item === null) {
      draft.ignore(pathOf(at(place, key)), 'null means not set');
      return undefined;
    }
    if (Object.hasOwn(one, key)) return settleAt(item, one[key] as Part, at(place, key), draft);
    return Object.hasOwn(each, key) ? settleEach(item, each[key] as Part, at(place, key), draft) : item;
  });
}

function settleEach(value: unknown, inner: Part, place: At, draft: KamDraft): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item, index) => settleAt(item, inner, at(place, index), draft));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  return isMap(value) ? mapped(value, (key, item) => settleAt(item, inner, at(place, key), draft)) : value;
}

/** The map with its values changed, without those that become undefined; the map itself when nothing is changed. */
function mapped(
  map: Record<string, unknown>,
  change: (key: string, item: unknown) => unknown,
): Record<string, unknown> {
  let out: Record<string, unknown> | undefined;
  const keys = Object.keys(map);
  keys.forEach((key, index) => {
    const item = change(key, map[key]);
    if (out === undefined && item !== map[key]) {
      out = {};
      for (const before of keys.slice(0, index)) if (map[before] !== undefined) put(out, before, map[before]);
    }
    if (out !== undefined && item !== undefined) put(out, key, item);
  });
  return out ?? map;
}

function checkType(type: unknown, fitting: readonly string[], path: Path, draft: KamDraft): undefined {
  if (typeof type !== 'string') {
    draft.refuse('wrong-type', path, `expected the name of a schema, not ${kindOf(type)}`);
    return;
  }
  const name = typeName(type);
  if (fitting.includes(name)) {
    draft.note({ fate: 'mapped', path, message: `${name}, as what stands here is` });
    return;
  }
  const guess = nearest(name, fitting);
  const expected = `${fitting.length > 1 ? 'one of ' : ''}${fitting.join(', ')}`;
  draft.refuse('not-one-of', path, `does not fit what stands here, which is ${expected}`, {
    value: type,
    ...(guess !== undefined && { hint: didYouMean(guess) }),
  });
}

/** The last word of a schema's name: `Job` of `kam.v1.workload.Job`, `network` of `kusionstack/network@0.1.0`. */
export function typeName(type: string): string {
  const [path = ''] = type.slice(type.lastIndexOf('/') + 1).split('@');
  return path.slice(path.lastIndexOf('.') + 1);
}
