// Which objects are applied together, where not all are: what was said to be for different clusters is not, and paths side by side that hold the
// same object cannot be (a chart, a file or a folder for each cluster). What is beside them without being in anybody's way is for all of them.
import { at, ROOT } from '../../report/place';
import type { Home, Twins } from './home';
import type { Part } from './part';

/** Positions of objects that the API server takes for one. */
export type Same = readonly number[];

export interface Divided {
  readonly twins: readonly Twins[];
  /** What is applied together, cluster by cluster. An object may be in several. */
  readonly sets: () => Generator<readonly number[]>;
}

/** How many objects are looked at in all. The clusters that are left are not looked at together. */
const ENOUGH = 1_000_000;

/** A step on the way to what objects are written in. */
interface Place {
  readonly path: string;
  readonly inner: Map<string, Place>;
  /** What is written here. */
  readonly own: number[];
  /** Which of the same objects are here and below, by their number. */
  readonly same: Set<number>;
  /** Those inside that hold nothing the others hold, and in each group others that can be applied together. */
  free: readonly Place[];
  groups: readonly Group[];
  /** Of how many sets this is a part. */
  count: number;
}

interface Group {
  readonly places: readonly Place[];
  /** Of how many sets it is a part, with those that are free. */
  readonly count: number;
}

const placeAt = (path: string): Place => ({
  path,
  inner: new Map(),
  own: [],
  same: new Set(),
  free: [],
  groups: [],
  count: 1,
});

/** @param homes - Of each object, by its position. */
export function divide(homes: readonly Home[], same: readonly Same[]): Divided {
  const numbers = new Map(same.flatMap((those, number) => those.map((position) => [position, number])));
  const clusters = new Map<string, number[]>();
  const root = placeAt('');
  for (const [position, { path, cluster }] of homes.entries()) {
    if (cluster === undefined) enter(root, path, position, numbers.get(position));
    else if (clusters.get(cluster)?.push(position) === undefined) clusters.set(cluster, [position]);
  }
  const twins: Twins[] = [];
  settle(root, (places) => twins.push(twinsOf(places, same)));
  return { twins, sets: () => setsOf(root, clusters.size === 0 ? [[]] : [...clusters.values()]) };
}

function enter(root: Place, path: string, position: number, number: number | undefined): void {
  let place = root;
  if (number !== undefined) place.same.add(number);
  for (const step of path.split('/')) {
    if (step === '') continue;
    let next = place.inner.get(step);
    if (next === undefined) {
      // What begins with a slash goes on doing so.
      next = placeAt(place === root ? path.slice(0, path.indexOf(step) + step.length) : `${place.path}/${step}`);
      place.inner.set(step, next);
    }
    place = next;
    if (number !== undefined) place.same.add(number);
  }
  place.own.push(position);
}

/** From the inside out. */
function settle(place: Place, say: (places: readonly Place[]) => void): void {
  const inner = [...place.inner.values()];
  for (const each of inner) settle(each, say);
  const holders = new Map<number, number>();
  for (const { same } of inner) for (const number of same) holders.set(number, (holders.get(number) ?? 0) + 1);
  const isFree = ({ same }: Place): boolean => [...same].every((number) => holders.get(number) === 1);
  place.free = inner.filter(isFree);
  const free = most(place.free);
  place.groups = grouped(inner.filter((each) => !isFree(each))).map((places) => ({
    places,
    count: Math.max(most(places), free),
  }));
  if (place.groups.length === 0) place.count = free;
  else {
    place.count = place.groups.reduce((sum, { count }) => sum + count, 0);
    say(place.groups.flatMap(({ places }) => places));
  }
}

const most = (places: readonly Place[]): number => places.reduce((highest, { count }) => Math.max(highest, count), 1);

/** Each into the first group where it is in nobody's way: what comes in the same order for each cluster finds its own. */
function grouped(places: readonly Place[]): Place[][] {
  const groups: Place[][] = [];
  /** In which groups each of the same objects is, and the first of which it is not known to be there. */
  const taken = new Map<number, { readonly groups: Set<number>; free: number }>();
  for (const place of places) {
    const all = [...place.same].map((number) => {
      if (!taken.has(number)) taken.set(number, { groups: new Set(), free: 0 });
      return taken.get(number)!;
    });
    let group = all.reduce((highest, { free }) => Math.max(highest, free), 0);
    while (all.some((each) => each.groups.has(group))) group++;
    (groups[group] ??= []).push(place);
    for (const each of all) {
      each.groups.add(group);
      while (each.groups.has(each.free)) each.free++;
    }
  }
  return groups;
}

function twinsOf(places: readonly Place[], same: readonly Same[]): Twins {
  const holders = new Map<number, number>();
  for (const place of places) for (const number of place.same) holders.set(number, (holders.get(number) ?? 0) + 1);
  const both = [...holders].flatMap(([number, count]) => (count > 1 ? [number] : []));
  const example = both.reduce((first, number) => Math.min(first, same[number]![0]!), Infinity);
  return {
    paths: places.map(({ path }) => path),
    areLeaves: places.every(({ inner }) => inner.size === 0),
    count: both.length,
    example,
  };
}

function* setsOf(root: Place, clusters: readonly (readonly number[])[]): Generator<readonly number[]> {
  let left = ENOUGH;
  for (const stated of clusters) {
    for (let index = 0; index < root.count; index++) {
      const set = [...stated];
      collect(root, index, set);
      left -= set.length;
      if (left < 0) return;
      yield set.sort((one, other) => one - other);
    }
  }
}

/** The objects of one of the sets of which a place is a part. */
function collect({ own, free, groups }: Place, index: number, into: number[]): void {
  for (const position of own) into.push(position);
  const add = (places: readonly Place[], nth: number): void => {
    for (const place of places) {
      if (place.count === 1) collect(place, 0, into);
      else if (nth < place.count) collect(place, nth, into);
    }
  };
  let nth = index;
  for (const { places, count } of groups) {
    if (nth < count) {
      add(places, nth);
      break;
    }
    nth -= count;
  }
  add(free, nth);
}

/** The same object twice in what is applied together: of both, only the one that is applied last would remain. */
export function checkDuplicates(
  parts: readonly Part[],
  homes: readonly Home[],
  same: readonly Same[],
  label: (position: number) => string,
): void {
  for (const those of same) {
    const before = new Before();
    for (const position of those) {
      const home = homes[position]!;
      const first = before.first(home);
      before.add(home, position);
      if (first === undefined) continue;
      const { identity, report } = parts[position]!;
      const { kind, name } = identity;
      const message = `${label(first)} and ${label(position)} are the same ${kind}: of both, only the one applied last would remain`;
      const isPartial = (homes[first]!.cluster === undefined) !== (home.cluster === undefined);
      const hint = isPartial ? 'one of them is for no cluster of its own, and so for all: say for which' : undefined;
      report.error(at(at(ROOT, 'metadata'), 'name'), 'duplicate', message, { value: name, hint });
    }
  }
}

/** Where an object has been seen, of those that are not applied together. */
class Before {
  private readonly byCluster = new Map<string, number>();
  /** By the paths, and by all that they go on from. */
  private readonly at = new Map<string, number>();
  private readonly below = new Map<string, number>();

  /** The one that is applied together with what is here. */
  first({ path, cluster }: Home): number | undefined {
    if (cluster !== undefined) return this.byCluster.get(cluster) ?? this.below.get('');
    const [stated] = this.byCluster.values();
    const outer = stepsOf(path).find((step) => this.at.has(step));
    return stated ?? (outer === undefined ? this.below.get(path) : this.at.get(outer));
  }

  add({ path, cluster }: Home, position: number): void {
    const add = (map: Map<string, number>, key: string): void => {
      if (!map.has(key)) map.set(key, position);
    };
    if (cluster !== undefined) add(this.byCluster, cluster);
    else {
      add(this.at, path);
      for (const step of stepsOf(path)) add(this.below, step);
    }
  }
}

/** `a/b/c` → the empty path, `a`, `a/b`, `a/b/c`. */
function stepsOf(path: string): string[] {
  const steps = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  return path === '' ? [''] : ['', ...steps];
}
