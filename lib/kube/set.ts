// What only shows when the objects of an app are seen together: the same object twice, references to keys and ports that are not there.
import { isPlainObject } from '../report/data';
import { at, type At, ROOT } from '../report/place';
import type { Problem } from '../report/problem';
import { Suggestions } from '../report/report';
import type { Ingress, IngressBackend, Secret, Service } from './api/types';
import { PodLabels } from './pod-labels';
import { referencesOf } from './references';
import { type Checked, checkManifest } from './validate';

/**
 * Checks many objects: each by itself, as `validateManifest` does, and all together. Beside errors for the same object twice there are warnings:
 * `missing-key` for a reference to a key that a Secret or ConfigMap of the set lacks (its pods would not start), `missing-port` for an Ingress
 * that leads to a port which a Service of the set lacks, `selects-nothing` for a Service whose selector matches no pod of the set.
 *
 * @param objects - Manifests as plain data; no Lists.
 * @param label - How messages call the object at a position, where another one is named. Default: `object 3`.
 * @returns For each object, in the same order, what was found in it, with {@link Problem.object} set.
 */
export function validateManifests(
  objects: readonly unknown[],
  label: (position: number) => string = (position) => `object ${position}`,
): Problem[][] {
  const all = objects.map((object) => checkManifest(object));
  const readable = objects.map((object, position) => (all[position]?.unreadable ? undefined : object));
  checkDuplicates(readable, all, label);
  const index = indexOf(all);
  const pods = new PodLabels();
  readable.forEach((object, position) =>
    pods.add(all[position]?.decoded?.object ?? object, identityOf(object).namespace),
  );
  const suggestions = new Suggestions();
  for (const checked of all) {
    checkReferences(checked, index, suggestions);
    checkBackends(checked, index);
    checkSelector(checked, pods);
  }
  return all.map(({ report }, position) => {
    const object = nameOf(readable[position]);
    return object === undefined ? report.problems : report.problems.map((problem) => ({ ...problem, object }));
  });
}

/** How people call an object: `Deployment data/web`. Undefined when it has no kind. */
export function nameOf(object: unknown): string | undefined {
  const { kind, namespace, name } = identityOf(object);
  if (kind === undefined) return undefined;
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name ?? 'without name'}`;
}

interface Identity {
  readonly group: string;
  readonly kind: string | undefined;
  readonly namespace: string;
  readonly name: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function identityOf(object: unknown): Identity {
  const { apiVersion, kind, metadata } = isPlainObject(object) ? object : {};
  const { name, namespace } = isPlainObject(metadata) ? metadata : {};
  const version = text(apiVersion) ?? '';
  const group = version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
  return { group, kind: text(kind), namespace: text(namespace) ?? '', name: text(name) };
}

/** The same text for two objects that the API server takes for one; undefined for what has no kind or name. */
export function identityKey(object: unknown): string | undefined {
  const { group, kind, namespace, name } = identityOf(object);
  return kind === undefined || name === undefined ? undefined : JSON.stringify([group, kind, namespace, name]);
}

function checkDuplicates(
  objects: readonly unknown[],
  all: readonly Checked[],
  label: (position: number) => string,
): void {
  const seen = new Map<string, number>();
  for (let position = 0; position < objects.length; position++) {
    const key = identityKey(objects[position]);
    if (key === undefined) continue;
    const { kind, name } = identityOf(objects[position]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, position);
      continue;
    }
    const message = `${label(first)} and ${label(position)} are the same ${kind}: of both, only the one applied last would remain`;
    all[position]?.report.error(at(at(ROOT, 'metadata'), 'name'), 'duplicate', message, { value: name });
  }
}

/** The Secrets, ConfigMaps and Services of the set by namespace and name. */
interface Index {
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly services: ReadonlyMap<string, Service>;
}

const keyOf = (kind: string, namespace: string | undefined, name: string | undefined): string =>
  JSON.stringify([kind, namespace ?? '', name ?? '']);

function indexOf(all: readonly Checked[]): Index {
  const keys = new Map<string, Set<string>>();
  const services = new Map<string, Service>();
  for (const { decoded, report } of all) {
    if (decoded === undefined) continue;
    const { metadata } = decoded.object;
    const key = keyOf(decoded.kind, metadata?.namespace, metadata?.name);
    if (decoded.kind === 'Secret' && !isFilledLater(decoded.object) && !report.hasShapeProblem(at(ROOT, 'data'))) {
      keys.set(
        key,
        new Set([...Object.keys(decoded.object.data ?? {}), ...Object.keys(decoded.object.stringData ?? {})]),
      );
    } else if (decoded.kind === 'ConfigMap' && !report.hasShapeProblem(at(ROOT, 'data'))) {
      keys.set(
        key,
        new Set([...Object.keys(decoded.object.data ?? {}), ...Object.keys(decoded.object.binaryData ?? {})]),
      );
    } else if (decoded.kind === 'Service') services.set(key, decoded.object);
  }
  return { keys, services };
}

/** The controllers of the cluster put the token into such a Secret. */
const isFilledLater = ({ type }: Secret): boolean => type === 'kubernetes.io/service-account-token';

function checkReferences({ decoded, report }: Checked, { keys }: Index, suggestions: Suggestions): void {
  if (decoded === undefined) return;
  const namespace = decoded.object.metadata?.namespace;
  referencesOf(decoded, (kind, name, key, place) => {
    const there = keys.get(keyOf(kind, namespace, name));
    if (there === undefined || there.has(key)) return;
    const meant = suggestions.nearest(key, there);
    const hint = meant === undefined ? undefined : `did you mean ${meant}?`;
    const message = `the ${kind} ${name} in the same set has no such key, so the pods would not start`;
    report.warning(place, 'missing-key', message, { value: key, hint });
  });
}

function checkBackends({ decoded, report }: Checked, { services }: Index): void {
  if (decoded?.kind !== 'Ingress') return;
  const ingress = decoded.object;
  forEachBackend(ingress, (backend, place) => {
    const { name, port } = backend.service ?? {};
    const ports = services.get(keyOf('Service', ingress.metadata?.namespace, name))?.spec?.ports;
    if (ports === undefined || port === undefined) return;
    const here = at(at(at(place, 'service'), 'port'), port.name ? 'name' : 'number');
    const wanted = port.name || port.number;
    if (!wanted || ports.some((one) => one.port === wanted || one.name === wanted)) return;
    const has = ports.slice(0, 5).map((one) => [one.port, one.name].filter(Boolean).join(' '));
    const message = `the Service ${name} in the same set has no such port; it has ${has.join(', ')}`;
    report.warning(here, 'missing-port', message, { value: wanted });
  });
}

function forEachBackend({ spec }: Ingress, visit: (backend: IngressBackend, place: At) => void): void {
  const place = at(ROOT, 'spec');
  if (spec?.defaultBackend !== undefined) visit(spec.defaultBackend, at(place, 'defaultBackend'));
  spec?.rules?.forEach(({ http }, rule) => {
    const paths = at(at(at(at(place, 'rules'), rule), 'http'), 'paths');
    http?.paths?.forEach(({ backend }, index) => {
      if (backend !== undefined) visit(backend, at(at(paths, index), 'backend'));
    });
  });
}

function checkSelector({ decoded, report }: Checked, pods: PodLabels): void {
  if (decoded?.kind !== 'Service') return;
  const { spec, metadata } = decoded.object;
  const selector = spec?.selector ?? {};
  if (Object.keys(selector).length === 0 || spec?.type === 'ExternalName') return;
  if (pods.selects(selector, metadata?.namespace ?? '')) return;
  const message = 'matches no pod of the same set and namespace';
  report.warning(at(at(ROOT, 'spec'), 'selector'), 'selects-nothing', message, { value: selector });
}
