// ProjectedVolumeSource: several sources in one directory.
// https://kubernetes.io/docs/concepts/storage/projected-volumes/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ProjectedVolumeSource, ServiceAccountTokenProjection, VolumeProjection } from '../../api/types';
import { since } from '../../server';
import { filePath } from '../../values/syntax';
import { checkRange, checkRequired, warnName } from '../checks';
import { checkDownwardApiFiles } from './downward-api-volume-source';
import { checkFileMode } from './file-mode';
import { checkItems } from './key-to-path';
import { warnOverlap, WrittenPaths } from './written-paths';

const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

export function checkProjected(volume: ProjectedVolumeSource, place: At, report: Report): void {
  checkFileMode(volume.defaultMode, at(place, 'defaultMode'), report);
  const paths = new Map<string, number>();
  const written = new WrittenPaths();
  volume.sources?.forEach((source, index) => {
    const here = at(at(place, 'sources'), index);
    const writer = `sources[${index}]`;
    checkSource(source, here, report);
    for (const kind of ['secret', 'configMap', 'downwardAPI'] as const) {
      source[kind]?.items?.forEach(({ path = '' }, position) => {
        const item = at(at(at(here, kind), 'items'), position);
        if (checkPath(path, paths, index, item, report)) warnOverlap(written, path, writer, item, report);
      });
    }
    const { serviceAccountToken } = source;
    if (serviceAccountToken === undefined) return;
    warnOverlap(written, serviceAccountToken.path ?? '', writer, at(here, 'serviceAccountToken'), report);
  });
}

function checkSource(source: VolumeProjection, place: At, report: Report): void {
  const { configMap, secret, downwardAPI, serviceAccountToken } = source;
  const set = (['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'] as const).filter(
    (kind) => source[kind] !== undefined,
  );
  if (set.length > 1)
    report.error(place, 'conflict', `may have only one source, not ${set.join(' and ')}`, {
      hint: 'make one item of the list for each',
    });
  if (Object.keys(source).length === 0 && !report.hasShapeProblem(place))
    report.warning(place, 'no-effect', 'has no source, so it writes nothing');
  for (const [kind, projection] of [['secret', secret] as const, ['configMap', configMap] as const]) {
    if (projection === undefined) continue;
    checkRequired(projection.name, at(at(place, kind), 'name'), report);
    warnName(projection.name, kind === 'secret' ? 'Secret' : 'ConfigMap', at(at(place, kind), 'name'), report);
    checkItems(projection.items, at(at(place, kind), 'items'), report);
  }
  if (downwardAPI !== undefined)
    checkDownwardApiFiles(downwardAPI.items, at(at(place, 'downwardAPI'), 'items'), report);
  if (serviceAccountToken !== undefined) checkToken(serviceAccountToken, at(place, 'serviceAccountToken'), report);
}

function checkToken(token: ServiceAccountTokenProjection, place: At, report: Report): void {
  checkRange(token.expirationSeconds, SHORTEST_TOKEN, LONGEST_TOKEN, at(place, 'expirationSeconds'), report);
  if (!checkRequired(token.path, at(place, 'path'), report)) return;
  const problem = filePath(token.path as string);
  if (problem === undefined) return;
  report.error(at(place, 'path'), 'bad-name', problem, { value: token.path, where: since('1.30') });
}

/** @returns Whether the path may stay. */
function checkPath(path: string, seen: Map<string, number>, source: number, item: At, report: Report): boolean {
  const first = path === '' ? undefined : seen.get(path);
  if (first === undefined) seen.set(path, source);
  else report.error(at(item, 'path'), 'duplicate', `sources[${first}] already writes this path`, { value: path });
  return first === undefined;
}
