// PodDNSConfig: the resolver of a pod's containers.
// https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config
import { utf8Length } from '../../../text/bytes';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PodDNSConfig } from '../../api/types';
import { until } from '../../server';
import { subdomain } from '../../values/syntax';
import { checkRequired, checkSpellings } from '../checks';
import { checkIp } from '../networking/ip';

const MOST_NAMESERVERS = 3;
const MOST_SEARCHES = 32;
const LONGEST_SEARCHES = 2048;

const STRICT_SEARCH = { problemOf: (search: string) => subdomain(search.replace(/\.$/, '')), where: until('1.32') };

/** A search domain since 1.33: with underscores, or a dot alone. */
function relaxedSearch(search: string): string | undefined {
  if (search === '.') return undefined;
  const plain = search.replace(/\.$/, '');
  // An underscore counts as a letter.
  return subdomain(plain.replaceAll('_', 'a')) === undefined ? undefined : subdomain(plain);
}

export function checkDnsConfig(config: PodDNSConfig, place: At, report: Report): void {
  const { nameservers, searches } = config;
  if (nameservers !== undefined && nameservers.length > MOST_NAMESERVERS) {
    report.error(
      at(place, 'nameservers'),
      'too-long',
      `must have at most ${MOST_NAMESERVERS} items (has ${nameservers.length})`,
    );
  }
  nameservers?.forEach((server, index) => {
    checkIp(server, at(at(place, 'nameservers'), index), report);
  });
  if (searches !== undefined) checkSearches(searches, at(place, 'searches'), report);
  config.options?.forEach((option, index) => {
    checkRequired(option.name, at(at(at(place, 'options'), index), 'name'), report);
  });
}

function checkSearches(searches: readonly string[], place: At, report: Report): void {
  if (searches.length > MOST_SEARCHES) {
    report.error(place, 'too-long', `must have at most ${MOST_SEARCHES} items (has ${searches.length})`);
  } else if (utf8Length(searches.join(' ')) > LONGEST_SEARCHES) {
    report.error(
      place,
      'too-long',
      `must have at most ${LONGEST_SEARCHES} characters together, spaces between them included`,
    );
  }
  searches.forEach((search, index) => {
    checkSpellings(search, relaxedSearch, STRICT_SEARCH, at(place, index), report);
  });
}
