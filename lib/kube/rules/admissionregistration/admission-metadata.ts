// The names of everything that admission is configured with.
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectMeta } from '../../api/types';
import { since } from '../../server';
import { checkMetadata, nameOf, SUBDOMAIN_NAME } from '../meta/metadata';

/** What files on the disk of the server are called. */
const STATIC_SUFFIX = '.static.k8s.io';

/** A generation is set by the server, whatever is stated. */
export function checkAdmissionMetadata(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, { ...SUBDOMAIN_NAME, anyFinalizer: true });
  const name = nameOf(metadata);
  if (!name.endsWith(STATIC_SUFFIX)) return;
  const message = `is taken, but names that end with ${STATIC_SUFFIX} are kept for files on the disk of the server`;
  report.warning(at(at(place, 'metadata'), 'name'), 'refused-later', message, { value: name, where: since('1.36') });
}
