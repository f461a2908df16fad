// x-kubernetes-embedded-resource: an object of Kubernetes inside a custom resource, with the apiVersion, kind and metadata of its own.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#rawextension
import { isPlainObject } from '../../report/data';
import type { Code } from '../../report/codes';
import { at, type At, ROOT } from '../../report/place';
import { Report } from '../../report/report';
import { decode } from '../decode';
import { checkGeneration, checkMetadata } from '../rules/meta/metadata';
import { label1035 } from '../values/syntax';
import { itemsOf, propertyOf, type Schema, valuesOf } from './schema';
import type { Misfit } from './value';

/** What is wrong with the objects embedded in a value, and with the value itself when it is one. */
export function misfitsOfEmbedded(value: unknown, schema: Schema | undefined, embedded: boolean, place: At): Misfit[] {
  const found: Misfit[] = [];
  visit(value, schema, embedded, place, found);
  return found;
}

function visit(value: unknown, schema: Schema | undefined, embedded: boolean, place: At, found: Misfit[]): void {
  if (schema === undefined) return;
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    value.forEach((item, index) => visit(item, items, isEmbedded(items), at(place, index), found));
    return;
  }
  if (!isPlainObject(value)) return;
  if (embedded) checkResource(value, place, found);
  for (const key of Object.keys(value)) {
    const inner = propertyOf(schema, key) ?? valuesOf(schema);
    visit(value[key], inner, isEmbedded(inner), at(place, key), found);
  }
}

const isEmbedded = (schema: Schema | undefined): boolean => schema?.['x-kubernetes-embedded-resource'] === true;

function checkResource(resource: Readonly<Record<string, unknown>>, place: At, found: Misfit[]): void {
  for (const key of ['apiVersion', 'kind'] as const) {
    const value = Object.hasOwn(resource, key) ? resource[key] : undefined;
    const wrong = (code: Code, message: string): void => void found.push({ place: at(place, key), code, message });
    if (value === undefined) wrong('required', 'is required, as an object stands here');
    else if (typeof value !== 'string') wrong('wrong-type', 'must be a string');
    else if (value === '') wrong('required', 'must not be empty');
    else if (key === 'apiVersion') {
      if (value.split('/').length > 2) wrong('bad-name', 'must be a version, with its group if it has one: apps/v1');
    } else {
      const problem = label1035(value.toLowerCase());
      if (problem !== undefined) wrong('bad-name', `upper case aside, ${problem}`);
    }
  }
  if (Object.hasOwn(resource, 'metadata')) checkInnerMetadata(resource.metadata, at(place, 'metadata'), found);
}

/** A field that metadata does not have is dropped, and a version may be stated: nothing is created here. */
const IGNORED: ReadonlySet<Code> = new Set(['unknown-field']);

function checkInnerMetadata(given: unknown, place: At, found: Misfit[]): void {
  const report = new Report();
  const metadata = decode('ObjectMeta', given ?? {}, report);
  checkMetadata({ ...metadata, resourceVersion: '' }, ROOT, report);
  checkGeneration(metadata, ROOT, report);
  for (const { severity, code, path, message } of report.problems) {
    if (severity !== 'error' || IGNORED.has(code)) continue;
    found.push({ place: path.reduce(at, place), code, message });
  }
}
