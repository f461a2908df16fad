// ServiceCIDR: ranges of addresses that Services may have.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/service-cidr-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ServiceCIDR } from '../../api/types';
import { checkRequired } from '../../rules/checks';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { rangeProblem } from '../../rules/networking/ip-range';
import { rangeFamily, rangeText, readRange, strictRangeProblem } from '../../values/ip-address';

export function checkServiceCIDR({ metadata, spec = {} }: ServiceCIDR, place: At, report: Report): void {
  const { cidrs = [] } = spec;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  const here = at(at(place, 'spec'), 'cidrs');
  if (!checkRequired(cidrs, here, report, 'must have one range, or one of each family')) return;
  if (cidrs.length > 2) {
    report.error(here, 'too-long', 'may have two ranges at most, one of IPv4 and one of IPv6', { value: cidrs });
    return;
  }
  cidrs.forEach((text, index) => checkRange(text, at(here, index), report));
  const [first, second] = cidrs.map(readRange);
  if (first === undefined || second === undefined || rangeFamily(first) !== rangeFamily(second)) return;
  report.error(here, 'conflict', `may have only one range of IPv${rangeFamily(first)}`, { value: cidrs });
}

function checkRange(text: string, place: At, report: Report): void {
  const range = readRange(text);
  const problem =
    rangeProblem(text) ??
    strictRangeProblem(text) ??
    (rangeText(range!) === text ? undefined : 'must be in the canonical form of IPv6 addresses');
  if (problem === undefined) return;
  const hint = range === undefined ? undefined : `write ${rangeText(range)}`;
  report.error(place, 'bad-format', problem, { value: text, hint });
}
