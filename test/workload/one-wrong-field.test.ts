// One field of a right workload made wrong, every field of the golden cases in turn: what is said of it is said there, above or below, and
// elsewhere only where two fields are about each other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printPath } from '../../lib/report/print';
import { errorsOf, type Path } from '../../lib/report/problem';
import { checkWorkload } from '../../lib/workload/manifests';

jest.setTimeout(60_000);

const folder = join(__dirname, 'cases');
const workloads = readdirSync(folder).flatMap((name) => {
  const input = join(folder, name, 'input.json');
  if (!existsSync(input) || !existsSync(join(folder, name, 'expected.yaml'))) return [];
  return [JSON.parse(readFileSync(input, 'utf8')) as unknown].flat().map((workload) => ({ name, workload }));
});

const WRONG: readonly unknown[] = [-1, 'A b!', 99999999999, [], {}, null, true, '', 1.5, [null]];

/** The changed field, and the place that is about it: `code changed -> place`, both without keys of maps and indexes of lists. */
const ABOUT_EACH_OTHER = new Set([
  'not-found pod -> containers',
  'not-found containers -> podFailurePolicy',
  'conflict schedule -> timeZone',
  'conflict schedule -> concurrencyPolicy',
  'conflict schedule -> startingDeadlineSeconds',
  'conflict schedule -> successfulJobsHistoryLimit',
  'conflict schedule -> failedJobsHistoryLimit',
  'required ports -> expose',
  'not-one-of ports -> expose',
  'required ports -> containers',
  // A limit of -1, and a request that is more.
  'conflict containers -> containers',
  'open-route expose -> expose',
  'loss expose -> expose',
  'missing-key secrets -> containers',
]);

test.each(workloads)('$name', ({ workload }) => {
  const misplaced = places(workload).flatMap((place) =>
    place[0] === 'kind' ? [] : variantsOf(workload, place).flatMap(({ changed, at }) => strayErrors(changed, at)),
  );
  expect([...new Set(misplaced)]).toEqual([]);
});

function variantsOf(workload: unknown, place: Path): { changed: unknown; at: Path }[] {
  const wrong = WRONG.map((value) => ({ changed: replaced(workload, place, () => value), at: place }));
  const key = place.at(-1);
  if (typeof key === 'number') return wrong;
  const above = place.slice(0, -1);
  const rename = (map: unknown): unknown =>
    Object.fromEntries(Object.entries(map as object).map(([each, value]) => [each === key ? 'A b!' : each, value]));
  return [...wrong, { changed: replaced(workload, above, rename), at: above }];
}

function strayErrors(changed: unknown, at: Path): string[] {
  return errorsOf(checkWorkload(changed)).flatMap(({ code, path, message }) =>
    isRelated(path, at) || ABOUT_EACH_OTHER.has(`${code} ${at[0]} -> ${path[0]}`)
      ? []
      : [`${printPath(at)} was changed, and ${printPath(path)} ${message} (${code})`],
  );
}

const isRelated = (a: Path, b: Path): boolean => a.every((key, index) => index >= b.length || key === b[index]);

function places(value: unknown, place: Path = []): Path[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          places(item, [...place, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return place.length === 0 ? inner : [place, ...inner];
}

function replaced(value: unknown, place: Path, change: (value: unknown) => unknown): unknown {
  const [first, ...rest] = place;
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replaced(item, rest, change) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) => [key, key === first ? replaced(item, rest, change) : item]),
  );
}
