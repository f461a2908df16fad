// ConfigMap: settings as texts and bytes.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { ConfigMap } from '../../api/types';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { decodedLength } from '../../values/base64';
import { dataKey } from '../../values/syntax';

const LARGEST = 1_048_576;

export function checkConfigMap(configMap: ConfigMap, place: At, report: Report): void {
  const { metadata, data = {}, binaryData = {} } = configMap;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  let bytes = 0;
  for (const key of Object.keys(data)) {
    checkKey(key, at(at(place, 'data'), key), report);
    if (Object.hasOwn(binaryData, key)) {
      report.error(at(at(place, 'data'), key), 'duplicate', 'the key is in binaryData too');
    }
    bytes += utf8Length(data[key] as string);
  }
  for (const key of Object.keys(binaryData)) {
    checkKey(key, at(at(place, 'binaryData'), key), report);
    bytes += decodedLength(binaryData[key] as string);
  }
  if (bytes <= LARGEST) return;
  const field = Object.keys(data).length > 0 ? 'data' : 'binaryData';
  report.error(at(place, field), 'too-long', `all values together must have at most ${LARGEST} bytes, not ${bytes}`);
}

function checkKey(key: string, place: At, report: Report): void {
  const problem = dataKey(key);
  if (problem !== undefined) report.error(place, 'bad-name', `the key ${problem}`);
}
