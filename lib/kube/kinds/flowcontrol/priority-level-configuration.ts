// PriorityLevelConfiguration: how many of its requests the API server works on at a time, and what becomes of the others.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/priority-level-configuration-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  ExemptPriorityLevelConfiguration,
  LimitedPriorityLevelConfiguration,
  PriorityLevelConfiguration,
  PriorityLevelConfigurationSpec,
} from '../../api/types';
import { checkNotNegative, checkOneOf, checkRange, checkRequired } from '../../rules/checks';
import { checkLimitResponse } from '../../rules/flowcontrol/limit-response';
import { checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { offAt, until } from '../../server';

/** Between versions of the API it says that 0 shares are meant, and not the default. */
const ZERO_ANNOTATION = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';
const GROUP = 'flowcontrol.apiserver.k8s.io';
const DEFAULT_SHARES = 30;
const OLD_NAME = 'assuredConcurrencyShares';
const NAME = 'nominalConcurrencyShares';
const NO_ZERO_SHARES = offAt('ZeroLimitedNominalConcurrencyShares');
const NO_ANNOTATION = until('1.28');

/** What the versions of the API have, one name or the other. */
type Limited = LimitedPriorityLevelConfiguration & { readonly [OLD_NAME]?: number };

export function checkPriorityLevelConfiguration(level: PriorityLevelConfiguration, place: At, report: Report): void {
  const { metadata, spec = {}, status } = level;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const here = at(place, 'spec');
  checkType(spec, metadata?.name ?? '', here, report);
  const { exempt, limited, type } = spec;
  if (type === 'Exempt' && exempt !== undefined) checkExempt(exempt, at(here, 'exempt'), report);
  if (type === 'Limited' && limited !== undefined) {
    checkLimited(limited, at(here, 'limited'), report);
    checkShares(level, limited, place, report);
  }
  checkAnnotation(level, place, report);
  if (metadata?.name === 'catch-all') checkCatchAll(spec, here, report);
  warnOfStatus(status, place, report);
}

function checkType(
  { type, exempt, limited }: PriorityLevelConfigurationSpec,
  name: string,
  place: At,
  report: Report,
): void {
  const here = at(place, 'type');
  if (!checkRequired(type, here, report, 'is required: Limited')) return;
  checkOneOf(type, ['Limited', 'Exempt'], here, report);
  if (type === 'Exempt') {
    if (name !== 'exempt') {
      report.error(here, 'conflict', 'must be Limited: only the level called exempt is Exempt', { value: type });
    }
    if (limited !== undefined) {
      report.error(at(place, 'limited'), 'forbidden', 'may not be set when the type is Exempt', { value: limited });
    }
  } else if (type === 'Limited') {
    if (name === 'exempt')
      report.error(here, 'conflict', 'must be Exempt for the level called exempt', { value: type });
    if (exempt !== undefined) {
      report.error(at(place, 'exempt'), 'forbidden', 'may not be set when the type is Limited', { value: exempt });
    }
    if (limited === undefined) report.error(at(place, 'limited'), 'required', 'is required when the type is Limited');
  }
}

function checkExempt(exempt: ExemptPriorityLevelConfiguration, place: At, report: Report): void {
  checkNotNegative(exempt.nominalConcurrencyShares, at(place, NAME), report);
  checkRange(exempt.lendablePercent, 0, 100, at(place, 'lendablePercent'), report);
}

function checkLimited(limited: Limited, place: At, report: Report): void {
  checkNotNegative(limited.nominalConcurrencyShares, at(place, NAME), report);
  checkNotNegative(limited.assuredConcurrencyShares, at(place, OLD_NAME), report);
  checkRange(limited.lendablePercent, 0, 100, at(place, 'lendablePercent'), report);
  checkNotNegative(limited.borrowingLimitPercent, at(place, 'borrowingLimitPercent'), report);
  checkLimitResponse(limited.limitResponse ?? {}, at(place, 'limitResponse'), report);
}

/** No shares at all: what v1 says with 0, and v1beta3 with an annotation beside it. */
function checkShares(
  { apiVersion, metadata }: PriorityLevelConfiguration,
  limited: Limited,
  place: At,
  report: Report,
): void {
  const marked = Object.hasOwn(metadata?.annotations ?? {}, ZERO_ANNOTATION);
  const spec = at(at(place, 'spec'), 'limited');
  const { nominalConcurrencyShares: shares, assuredConcurrencyShares } = limited;
  const here = at(spec, assuredConcurrencyShares === undefined ? NAME : OLD_NAME);
  if (apiVersion !== `${GROUP}/v1`) {
    const isZero = shares === 0 || assuredConcurrencyShares === 0;
    const where = marked ? NO_ANNOTATION : undefined;
    if (isZero) report.warning(here, 'no-effect', `is taken for the default, ${DEFAULT_SHARES}`, { value: 0, where });
    if (!marked || shares) return;
  } else if (shares !== 0) return;
  report.error(here, 'out-of-range', 'must be at least 1', { value: 0, where: NO_ZERO_SHARES });
}

/** The annotation says nothing in v1, where 0 is 0. */
function checkAnnotation({ apiVersion, metadata }: PriorityLevelConfiguration, place: At, report: Report): void {
  if (apiVersion !== `${GROUP}/v1` || !Object.hasOwn(metadata?.annotations ?? {}, ZERO_ANNOTATION)) return;
  const here = at(at(at(place, 'metadata'), 'annotations'), ZERO_ANNOTATION);
  report.error(here, 'forbidden', 'may not be set in v1, where 0 shares are 0', { hint: 'leave it out' });
}

/** The level for what no schema matches. The one called exempt has no more than its type. */
function checkCatchAll(
  { type, exempt, limited = {} }: PriorityLevelConfigurationSpec,
  place: At,
  report: Report,
): void {
  const { borrowingLimitPercent, lendablePercent = 0, limitResponse = {} }: Limited = limited;
  const { nominalConcurrencyShares, assuredConcurrencyShares = nominalConcurrencyShares }: Limited = limited;
  const isFixed =
    type === 'Limited' &&
    exempt === undefined &&
    assuredConcurrencyShares === 5 &&
    lendablePercent === 0 &&
    borrowingLimitPercent === undefined &&
    limitResponse.type === 'Reject' &&
    limitResponse.queuing === undefined;
  if (isFixed || report.hasShapeProblem(place)) return;
  report.error(place, 'conflict', 'must be what every server has as catch-all, which nobody may change', {
    hint: 'leave the object out, or give it another name',
  });
}
