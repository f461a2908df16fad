// The kinds of volumes that are on their way out.
// https://kubernetes.io/docs/concepts/storage/volumes/#volume-types
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Volume } from '../../api/types';
import { since } from '../../server';

/** Since when they are, and since when nodes do nothing with them. */
const DEPRECATED: Partial<Record<keyof Volume, readonly [deprecated: string, gone?: string]>> = {
  photonPersistentDisk: ['v1.11', 'v1.16'],
  gitRepo: ['v1.11'],
  scaleIO: ['v1.16', 'v1.22'],
  flocker: ['v1.22', 'v1.25'],
  storageos: ['v1.22', 'v1.25'],
  quobyte: ['v1.22', 'v1.25'],
  glusterfs: ['v1.25', 'v1.26'],
  cephfs: ['v1.28', 'v1.31'],
  rbd: ['v1.28', 'v1.31'],
};

export function warnDeprecated(kind: keyof Volume, place: At, report: Report): void {
  const found = DEPRECATED[kind];
  if (found === undefined) return;
  const [deprecated, gone] = found;
  const message = `is deprecated since ${deprecated}`;
  report.warning(place, 'deprecated', gone === undefined ? message : `${message}, and without function since ${gone}`);
  if (kind !== 'gitRepo') return;
  const off = 'is off by default, so that the pods do not start';
  report.warning(place, 'no-effect', off, { where: since('1.33') });
}
