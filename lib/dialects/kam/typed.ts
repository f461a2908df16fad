// `_type`: the schema names that KCL prints into compiled documents. Checked against what stands there, then taken out; and null, which
// KCL prints for what is not set.
import { nearest } from '../../kube/suggest';
import type { Note, Path, Problem } from '../../problem';
import { isMap, kindOf } from '../../shape';

/** A part of a document that is one of KAM's schemas. */
interface Part {
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

export const NETWORK = part('Network', {
  one: { ingress: part('Ingress', { each: { rules: RULE, tls: part('IngressTLS') } }) },
  each: { ports: part('Port') },
});

export const OPS_RULE = part('OpsRule');

/** Where problems and notes go. */
export interface Sink {
  readonly problems: Problem[];
  readonly notes: Note[];
}

/** The part without its `_type`s, which are checked, and without what is null, which is noted. */
export function settle(value: unknown, { is, one = {}, each = {} }: Part, path: Path, sink: Sink): unknown {
  if (!isMap(value)) return value;
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const place = [...path, key];
    if (key === '_type') checkType(item, is(value), place, sink);
    else if (item === null) sink.notes.push({ fate: 'ignored', path: place, message: 'null means not set' });
    else if (Object.hasOwn(one, key)) entries.push([key, settle(item, one[key] as Part, place, sink)]);
    else if (Object.hasOwn(each, key)) entries.push([key, settleEach(item, each[key] as Part, place, sink)]);
    else entries.push([key, item]);
  }
  return Object.fromEntries(entries);
}

function settleEach(value: unknown, inner: Part, path: Path, sink: Sink): unknown {
  if (Array.isArray(value)) return value.map((item, index) => settle(item, inner, [...path, index], sink));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, settle(item, inner, [...path, key], sink)]),
  );
}

function checkType(type: unknown, fitting: readonly string[], path: Path, { problems, notes }: Sink): void {
  if (typeof type !== 'string') {
    problems.push({
      code: 'wrong-type',
      severity: 'error',
      path,
      message: `expected the name of a schema, not ${kindOf(type)}`,
    });
    return;
  }
  const name = typeName(type);
  if (fitting.includes(name)) {
    notes.push({ fate: 'mapped', path, message: `${name}, as what stands here is` });
    return;
  }
  const guess = nearest(name, fitting);
  problems.push({
    code: 'not-one-of',
    severity: 'error',
    path,
    value: type,
    message: `does not fit what stands here, which is ${fitting.length > 1 ? 'one of ' : ''}${fitting.join(', ')}`,
    ...(guess === undefined ? {} : { hint: `Did you mean "${guess}"?` }),
  });
}

/** The last word of a schema's name: `Job` of `kam.v1.workload.Job`, `network` of `kusionstack/network@0.1.0`. */
export function typeName(type: string): string {
  const [path = ''] = type.slice(type.lastIndexOf('/') + 1).split('@');
  return path.slice(path.lastIndexOf('.') + 1);
}
