// The files that a volume writes: each is one file, and none can stand where another one needs a folder.
// https://kubernetes.io/docs/concepts/storage/projected-volumes/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';

/** The longest path that a node knows. */
const LONGEST_PATH = 4096;

/** The paths of one volume, as they are met, each with the name of who writes it. */
export class WrittenPaths {
  private readonly files = new Map<string, string>();
  private readonly folders = new Map<string, string>();

  /** Who writes what this path cannot stand beside, if anybody does; then the path is taken in. */
  add(given: string, writer: string): { readonly writer: string; readonly same: boolean } | undefined {
    if (given.length > LONGEST_PATH) return undefined;
    const path = given.replace(/\/+$/, '');
    if (path === '') return undefined;
    const above: string[] = [];
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      above.push(path.slice(0, slash));
    }
    const same = this.files.get(path);
    const folder = above.find((one) => this.files.has(one));
    const found = same ?? (folder === undefined ? this.folders.get(path) : this.files.get(folder));
    if (same === undefined) this.files.set(path, writer);
    for (const one of above) if (!this.folders.has(one)) this.folders.set(one, writer);
    return found === undefined ? undefined : { writer: found, same: same !== undefined };
  }
}

/** The files of a ConfigMap, a Secret or the fields of the pod, in one volume. */
export function warnOverlaps(
  items: readonly { readonly path?: string }[] | undefined,
  place: At,
  report: Report,
): void {
  if (items === undefined || items.length < 2) return;
  const paths = new WrittenPaths();
  items.forEach(({ path = '' }, index) => warnOverlap(paths, path, `items[${index}]`, at(place, index), report));
}

/** @param place - The place of the item. */
export function warnOverlap(paths: WrittenPaths, path: string, writer: string, place: At, report: Report): void {
  const other = paths.add(path, writer);
  if (other === undefined) return;
  const message = other.same
    ? `${other.writer} already writes this path`
    : `${other.writer} writes a path of which this is the folder, or that is the folder of this`;
  report.warning(at(place, 'path'), 'suspicious', message, { value: path });
}
