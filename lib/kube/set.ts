// What only shows when the objects of an app are seen together: the same object twice, references to keys and ports that are not there.
import { didYouMean } from '../report/suggest';
import { isPlainObject } from '../report/data';
import { at, type At, ROOT } from '../report/place';
import type { ObjectRef, Problem } from '../report/problem';
import { type Report, Suggestions } from '../report/report';
import type { Ingress, IngressBackend, Secret, Service } from './api/types';
import { PodLabels } from './pod-labels';
import { referencesOf } from './references';
import { decodedAs } from './kinds';
import { serverOf } from './server';
import { type Checked, checkManifest, type CheckOptions, reportsFor } from './validate';

/** What many objects are checked against. */
export interface SetOptions extends CheckOptions {
  /** How messages call the object at a position, where another one is named. Default: `object 3`. */
  readonly label?: (position: number) => string;
}

/**
 * Checks many objects: each by itself, as `validateManifest` does, and all together. Beside errors for the same object twice there are warnings:
 * `missing-key` for a reference to a key that a Secret or ConfigMap of the set lacks (its pods would not start), `missing-port` for an Ingress
 * that leads to a port which a Service of the set lacks, `selects-nothing` for a Service whose selector matches no pod of the set.
 *
 * @param objects - Manifests as plain data; no Lists.
 * @param options - By which servers they are judged, and how messages call them.
 * @returns For each object, in the same order, what was found in it, with {@link Problem.object} set.
 */
export function validateManifests(
  objects: readonly unknown[],
  { kubernetes, label = (position) => `object ${position}` }: SetOptions = {},
): Problem[][] {
  const begin = reportsFor(serverOf(kubernetes));
  return checkSet(objects, label, (_, secret) => begin(secret));
}

/** As {@link validateManifests}; `begin` begins the report of the object at a position. */
export function checkSet(
  objects: readonly unknown[],
  label: (position: number) => string,
  begin: (position: number, secret: boolean) => Report,
): Problem[][] {
  const all = objects.map((object, position) => checkManifest(object, (secret) => begin(position, secret)));
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
    const object = refOf(readable[position]);
    return object === undefined ? report.problems : report.problems.map((problem) => ({ object, ...problem }));
  });
}

/** What an object is called; undefined without a kind. */
export function refOf(object: unknown): ObjectRef | undefined {
  const { kind, namespace, name } = identityOf(object);
  return kind === undefined
    ? undefined
    : { kind, ...(namespace !== '' && { namespace }), ...(name !== undefined && { name }) };
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
    const { namespace, name } = decoded.object.metadata ?? {};
    const secret = decodedAs(decoded, 'v1', 'Secret');
    const configMap = decodedAs(decoded, 'v1', 'ConfigMap');
    const service = decodedAs(decoded, 'v1', 'Service');
    const key = keyOf(decoded.kind.kind, namespace, name);
    if (service !== undefined) services.set(key, service);
    else if (report.hasShapeProblem(at(ROOT, 'data'))) continue;
    else if (secret !== undefined && !isFilledLater(secret)) keys.set(key, keysOf(secret.data, secret.stringData));
    else if (configMap !== undefined) keys.set(key, keysOf(configMap.data, configMap.binaryData));
  }
  return { keys, services };
}

const keysOf = (...parts: readonly (object | undefined)[]): Set<string> =>
  new Set(parts.flatMap((part) => Object.keys(part ?? {})));

/** The controllers of the cluster put the token into such a Secret. */
const isFilledLater = ({ type }: Secret): boolean => type === 'kubernetes.io/service-account-token';

function checkReferences({ decoded, report }: Checked, { keys }: Index, suggestions: Suggestions): void {
  if (decoded === undefined) return;
  const namespace = decoded.object.metadata?.namespace;
  referencesOf(decoded, (kind, name, key, place) => {
    const there = keys.get(keyOf(kind, namespace, name));
    if (there === undefined || there.has(key)) return;
    const meant = suggestions.nearest(key, there);
    const hint = didYouMean(meant);
    const message = `the ${kind} ${name} in the same set has no such key, so the pods would not start`;
    report.warning(place, 'missing-key', message, { value: key, hint });
  });
}

function checkBackends({ decoded, report }: Checked, { services }: Index): void {
  const ingress = decodedAs(decoded, 'networking.k8s.io/v1', 'Ingress');
  if (ingress === undefined) return;
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
  const service = decodedAs(decoded, 'v1', 'Service');
  if (service === undefined) return;
  const { spec, metadata } = service;
  const selector = spec?.selector ?? {};
  if (Object.keys(selector).length === 0 || spec?.type === 'ExternalName') return;
  if (pods.selects(selector, metadata?.namespace ?? '')) return;
  const message = 'matches no pod of the same set and namespace';
  report.warning(at(at(ROOT, 'spec'), 'selector'), 'selects-nothing', message, { value: selector });
}
