// DownwardAPIVolumeSource: fields of the pod as files.
// https://kubernetes.io/docs/concepts/storage/volumes/#downwardapi
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { DownwardAPIVolumeFile, DownwardAPIVolumeSource } from '../../api/types';
import { filePath } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';
import { checkFileMode } from './file-mode';
import { checkObjectFieldSelector } from './object-field-selector';
import { checkResourceFieldSelector } from './resource-field-selector';
import { warnOverlaps } from './written-paths';

export function checkDownwardApi(source: DownwardAPIVolumeSource, place: At, report: Report): void {
  checkFileMode(source.defaultMode, at(place, 'defaultMode'), report);
  checkDownwardApiFiles(source.items, at(place, 'items'), report);
  warnOverlaps(source.items, at(place, 'items'), report);
}

export function checkDownwardApiFiles(
  files: readonly DownwardAPIVolumeFile[] | undefined,
  place: At,
  report: Report,
): void {
  files?.forEach((file, index) => checkDownwardApiFile(file, at(place, index), report));
}

function checkDownwardApiFile(file: DownwardAPIVolumeFile, place: At, report: Report): void {
  const { path, fieldRef, resourceFieldRef } = file;
  if (checkRequired(path, at(place, 'path'), report)) checkSpelling(path, filePath, at(place, 'path'), report);
  checkFileMode(file.mode, at(place, 'mode'), report);
  if (fieldRef !== undefined) checkObjectFieldSelector(fieldRef, 'file', at(place, 'fieldRef'), report);
  if (resourceFieldRef !== undefined)
    checkResourceFieldSelector(resourceFieldRef, 'file', at(place, 'resourceFieldRef'), report);
  if (fieldRef === undefined && resourceFieldRef === undefined) {
    report.error(place, 'required', 'must have one of fieldRef and resourceFieldRef');
  } else if (fieldRef !== undefined && resourceFieldRef !== undefined) {
    report.error(place, 'conflict', 'may have only one of fieldRef and resourceFieldRef');
  }
}
