// The labels by which a workload's pods are found: the user's `selector`, or the workload's name.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
import { at, type At, ROOT } from '../../report/place';
import type { Dict } from '../model/fields';

/** The label that stands for the workload's name. */
const NAME_LABEL = 'app.kubernetes.io/name';

/** Labels, and where the user wrote each of them. */
export interface Selector {
  readonly labels: Dict<string>;
  readonly place: (key: string) => At;
}

/** The selector of a workload; what is wrong with one made of the name is wrong with the name. */
export function selectorOf(name: string, own?: Dict<string>): Selector {
  if (own === undefined) return { labels: { [NAME_LABEL]: name }, place: () => at(ROOT, 'name') };
  const place = at(ROOT, 'selector');
  return { labels: own, place: (key) => at(place, key) };
}

/** Emitted label → where it was written, for `origin`. */
export const selectorRenames = ({ labels, place }: Selector): Record<string, At> =>
  Object.fromEntries(Object.keys(labels).map((key) => [key, place(key)]));
