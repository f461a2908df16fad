// CSIDriver: what Kubernetes must know of a storage driver.
// https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/csi-driver-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CSIDriver, CSIDriverSpec, TokenRequest } from '../../api/types';
import { checkOneOf, checkUnique } from '../../rules/checks';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { since } from '../../server';

const SHORTEST_UPDATE_PERIOD = 10;
const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

/** The servers that can put tokens into secrets. */
const WITH_SECRET_TOKENS = since('1.35');

export function checkCSIDriver({ metadata, spec = {} }: CSIDriver, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkSpec(spec, at(place, 'spec'), report);
}

function checkSpec(spec: CSIDriverSpec, place: At, report: Report): void {
  const policies = ['File', 'None', 'ReadWriteOnceWithFSType'];
  checkOneOf(spec.fsGroupPolicy, policies, at(place, 'fsGroupPolicy'), report);
  spec.volumeLifecycleModes?.forEach((mode, index) => {
    checkOneOf(mode, ['Persistent', 'Ephemeral'], at(at(place, 'volumeLifecycleModes'), index), report);
  });
  const { nodeAllocatableUpdatePeriodSeconds: period } = spec;
  if (period !== undefined && period < SHORTEST_UPDATE_PERIOD) {
    const message = `must be at least ${SHORTEST_UPDATE_PERIOD}`;
    report.error(at(place, 'nodeAllocatableUpdatePeriodSeconds'), 'out-of-range', message, { value: period });
  }
  checkTokens(spec, place, report);
}

function checkTokens(spec: CSIDriverSpec, place: At, report: Report): void {
  const { tokenRequests = [], serviceAccountTokenInSecrets } = spec;
  const here = at(place, 'tokenRequests');
  const repeated = new Set<number>();
  checkUnique(
    tokenRequests,
    ({ audience }) => audience ?? '',
    (index, value, first) => {
      repeated.add(index);
      const message =
        value === ''
          ? `tokenRequests[${first}] has no audience either`
          : `tokenRequests[${first}] has the same audience`;
      report.error(at(at(here, index), 'audience'), 'duplicate', message, { value });
    },
  );
  tokenRequests.forEach((request, index) => {
    if (!repeated.has(index)) checkExpiration(request, at(here, index), report);
  });
  const inSecrets = at(place, 'serviceAccountTokenInSecrets');
  if (serviceAccountTokenInSecrets !== undefined && tokenRequests.length === 0) {
    report.error(inSecrets, 'conflict', 'may not be set without tokenRequests', {
      value: serviceAccountTokenInSecrets,
    });
  }
  if (serviceAccountTokenInSecrets !== undefined || tokenRequests.length === 0) return;
  const message = 'is not set, so the driver gets the tokens among the attributes of the volume, which may be logged';
  report.warning(inSecrets, 'suspicious', message, {
    hint: 'set it to true if the driver can read them from secrets',
    where: WITH_SECRET_TOKENS,
  });
}

function checkExpiration({ expirationSeconds }: TokenRequest, place: At, report: Report): void {
  if (expirationSeconds === undefined) return;
  if (expirationSeconds >= SHORTEST_TOKEN && expirationSeconds <= LONGEST_TOKEN) return;
  const message = `must be from ${SHORTEST_TOKEN} (ten minutes) to ${LONGEST_TOKEN}`;
  report.error(at(place, 'expirationSeconds'), 'out-of-range', message, { value: expirationSeconds });
}
