// What a person asks first about an object, in a few words; never a value that could be a secret.
import { isMap } from '../shape/shape';
import { type KubeMap, podTemplateIn } from './pods';
import { count } from './print-problems';

type Map = Record<string, unknown>;
const mapAt = (value: unknown, ...path: readonly string[]): Map => {
  const found = path.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
  return isMap(found) ? found : {};
};
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The text or number at a path. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

/** Images, schedule, replicas, ports, names of keys; limits of a policy; what a role allows. */
export function factsOf(object: KubeMap): string[] {
  const spec = mapAt(object, 'spec');
  const own = Object.hasOwn(FACTS, object.kind) ? FACTS[object.kind]!(object, spec) : [];
  const replicas = textAt(spec, 'replicas');
  const images = listIn(mapAt(podTemplateIn(object), 'spec').containers).flatMap(
    (container) => textAt(container, 'image') ?? [],
  );
  const keys = ['data', 'stringData', 'binaryData'].flatMap((field) => Object.keys(mapAt(object, field)));
  return [
    ...(typeof spec.schedule === 'string' ? [scheduleIn(spec)] : []),
    ...(replicas === undefined ? [] : [count(Number(replicas), 'replica')]),
    ...some(images),
    ...own,
    ...(keys.length > 0 ? [some(keys).join(', ')] : []),
  ].map(clip);
}

const scheduleIn = (spec: Map): string => {
  const zone = textAt(spec, 'timeZone');
  return `${String(spec.schedule)}${zone === undefined ? '' : ` (${zone})`}`;
};

const SHOWN = 8;
const some = (list: readonly string[]): string[] =>
  list.length > SHOWN ? [...list.slice(0, SHOWN - 1), `and ${list.length - SHOWN + 1} more`] : [...list];

/** Longer than any image of a sound object. */
const LONGEST = 260;
const clip = (fact: string): string =>
  fact.length > LONGEST ? `${fact.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : fact;

const FACTS: Readonly<Record<string, (object: KubeMap, spec: Map) => string[]>> = {
  Service: (_, spec) => [
    [textAt(spec, 'type') ?? 'ClusterIP', ...listIn(spec.ports).flatMap((port) => textAt(port, 'port') ?? [])].join(
      ' ',
    ),
  ],
  HorizontalPodAutoscaler: (_, spec) => [
    `${textAt(spec, 'minReplicas') ?? '1'} to ${textAt(spec, 'maxReplicas') ?? '?'} replicas`,
    ...some(listIn(spec.metrics).flatMap(metric)),
  ],
  PodDisruptionBudget: (_, spec) =>
    ['minAvailable', 'maxUnavailable'].flatMap((field) => {
      const value = textAt(spec, field);
      return value === undefined ? [] : [`${field} ${value}`];
    }),
  NetworkPolicy: (_, spec) =>
    ['ingress', 'egress'].flatMap((way) => {
      const rules = listIn(spec[way]).length;
      const stated = listIn(spec.policyTypes).some((type) => String(type).toLowerCase() === way);
      return rules > 0 ? [`${way}: ${count(rules, 'rule')}`] : stated ? [`no ${way}`] : [];
    }),
  Role: rules,
  ClusterRole: rules,
};

/** `cpu 80%` */
function metric(value: unknown): string[] {
  const { type } = mapAt(value);
  const source = mapAt(value, typeof type === 'string' ? `${type.charAt(0).toLowerCase()}${type.slice(1)}` : '');
  const name = textAt(source, 'name') ?? textAt(source, 'metric', 'name');
  const percent = textAt(source, 'target', 'averageUtilization');
  const amount = textAt(source, 'target', 'averageValue') ?? textAt(source, 'target', 'value') ?? '';
  return name === undefined ? [] : [`${name} ${percent === undefined ? amount : `${percent}%`}`.trim()];
}

/** `get, list: pods` */
function rules(object: KubeMap): string[] {
  const words = (value: unknown): string => some(listIn(value).filter((each) => typeof each === 'string')).join(', ');
  return some(
    listIn(object.rules).flatMap((rule) => {
      const { verbs, resources, nonResourceURLs } = mapAt(rule);
      return [`${words(verbs)}: ${words(resources ?? nonResourceURLs)}`];
    }),
  );
}
