// TopologySelectorTerm: in which zones, or other parts of the cluster, volumes may be made.
// https://kubernetes.io/docs/concepts/storage/storage-classes/#allowed-topologies
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { TopologySelectorLabelRequirement, TopologySelectorTerm } from '../../api/types';
import { qualifiedName } from '../../values/syntax';
import { checkRequired, checkSpelling, checkUnique } from '../checks';
import { warnOfNodeLabel } from './deprecated-node-label';

type Requirements = readonly TopologySelectorLabelRequirement[];

export function checkTopologySelectorTerms(terms: readonly TopologySelectorTerm[], place: At, report: Report): void {
  terms.forEach(({ matchLabelExpressions = [] }, index) => {
    const here = at(at(place, index), 'matchLabelExpressions');
    // The server calls it a repetition of nothing.
    if (matchLabelExpressions.length === 0) report.error(here, 'required', 'must have at least one label');
    else checkRequirements(matchLabelExpressions, here, report);
  });
  checkUnique(terms, meaningOf, (index, _meaning, first) => {
    const here = at(at(place, index), 'matchLabelExpressions');
    report.error(here, 'duplicate', `allowedTopologies[${first}] means the same`);
  });
}

function checkRequirements(requirements: Requirements, place: At, report: Report): void {
  requirements.forEach(({ key, values }, index) => {
    const here = at(place, index);
    if (checkRequired(key, at(here, 'key'), report)) checkSpelling(key, qualifiedName, at(here, 'key'), report);
    checkRequired(values, at(here, 'values'), report, 'must have at least one value');
    checkUnique(values, String, (item, value, first) => {
      report.error(at(at(here, 'values'), item), 'duplicate', `values[${first}] is the same`, { value });
    });
    warnOfNodeLabel(key, at(here, 'key'), report);
  });
  checkUnique(
    requirements,
    ({ key }) => key ?? '',
    (index, value, first) => {
      const message = `matchLabelExpressions[${first}] has the same key`;
      report.error(at(at(place, index), 'key'), 'duplicate', message, { value });
    },
  );
}

/** The same text for terms that mean the same: the order of labels and values is nothing. Of a label that is there twice the last one counts. */
function meaningOf({ matchLabelExpressions = [] }: TopologySelectorTerm): string | undefined {
  if (matchLabelExpressions.length === 0) return undefined;
  const byKey = new Map(
    matchLabelExpressions.map(({ key = '', values = [] }) => [key, [...new Set(values)].sort()] as const),
  );
  return JSON.stringify([...byKey].sort(([one], [other]) => (one < other ? -1 : 1)));
}
