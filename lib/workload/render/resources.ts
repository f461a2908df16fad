// resources: KAM's `"2"` (limit) and `"1-2"` (request and limit), or Kubernetes' own { requests, limits }.
// https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
import type * as k8s from '../../kube/api/written';
import { parseQuantity } from '../../kube/values/quantity';
import { at, type At } from '../../report/place';
import { put } from '../../shape/maps';
import { isMap } from '../../shape/shape';
import type { Container } from '../model/container';
import type { Dict } from '../model/fields';
import type { Amount, ResourceRequirements } from '../model/resources';
import type { Context } from './context';

/** Requests and limits as stated; quantities keep their spelling. */
export function renderResources(
  resources: NonNullable<Container['resources']>,
  place: At,
  context: Context,
): k8s.ResourceRequirements {
  const long = isLongForm(resources);
  const { requests, limits } = longFormOf(resources);
  return context.origins.keep(
    {
      ...(requests && { requests: context.origins.keep(texts(requests), long ? at(place, 'requests') : place) }),
      ...(limits && { limits: context.origins.keep(texts(limits), long ? at(place, 'limits') : place) }),
    },
    place,
    long ? undefined : SHORT_FORM_KEYS,
  );
}

/** `{ cpu: '1-2' }` as `{ requests: { cpu: '1' }, limits: { cpu: '2' } }`. */
export function longFormOf(resources: NonNullable<Container['resources']>): ResourceRequirements {
  if (isLongForm(resources)) return resources;
  let requests: Record<string, Amount> | undefined;
  let limits: Record<string, Amount> | undefined;
  for (const name of Object.keys(resources)) {
    const { request, limit } = parseRange(resources[name]!);
    if (request !== undefined) put((requests ??= {}), name, request);
    put((limits ??= {}), name, limit);
  }
  return { ...(requests && { requests }), ...(limits && { limits }) };
}

const SHORT_FORM_KEYS = { requests: [], limits: [] };

const texts = (amounts: Dict<Amount>): Record<string, string> => {
  const all: Record<string, string> = {};
  for (const name of Object.keys(amounts)) put(all, name, String(amounts[name]));
  return all;
};

const isLongForm = (resources: Dict<Amount> | ResourceRequirements): resources is ResourceRequirements =>
  isMap(resources['requests']) || isMap(resources['limits']);

/** `"1-2"` is request and limit; the hyphen of a quantity such as `1e-3` is not the one that separates. */
function parseRange(text: Amount): { request?: Amount; limit: Amount } {
  if (typeof text !== 'string' || !text.includes('-', 1)) return { limit: text };
  if (/[eE]-/.test(text) && parseQuantity(text) !== undefined) return { limit: text };
  for (let hyphen = text.indexOf('-', 1); hyphen > 0 && hyphen < 100; hyphen = text.indexOf('-', hyphen + 1)) {
    const [request, limit] = [text.slice(0, hyphen), text.slice(hyphen + 1)];
    if (parseQuantity(request) !== undefined && parseQuantity(limit) !== undefined) return { request, limit };
  }
  return { limit: text };
}
