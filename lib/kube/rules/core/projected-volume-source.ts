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

const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

export function checkProjected(volume: ProjectedVolumeSource, place: At, report: Report): void {
  checkFileMode(volume.defaultMode, at(place, 'defaultMode'), report);
  const paths = new Map<string, number>();
  volume.sources?.forEach((source, index) => {
    const here = at(at(place, 'sources'), index);
    checkSource(source, here, report);
    for (const kind of ['secret', 'configMap', 'downwardAPI'] as const) {
      source[kind]?.items?.forEach((item, position) =>
        checkPath(item.path, paths, index, at(at(at(here, kind), 'items'), position), report),
      );
    }
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

function checkPath(
  path: string | undefined,
  seen: Map<string, number>,
  source: number,
  item: At,
  report: Report,
): void {
  if (path === undefined || path === '') return;
  const first = seen.get(path);
  if (first === undefined) seen.set(path, source);
  else report.error(at(item, 'path'), 'duplicate', `sources[${first}] already writes this path`, { value: path });
}
