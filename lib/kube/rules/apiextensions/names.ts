// CustomResourceDefinitionNames: what the resource is called, in URLs, in manifests and by kubectl.
// https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { didYouMean } from '../../../report/suggest';
import type { CustomResourceDefinitionNames } from '../../api/types';
import { label1035 } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';

export function checkNames(names: CustomResourceDefinitionNames, place: At, report: Report): void {
  const { plural, singular, kind = '', listKind, shortNames, categories } = names;
  if (checkRequired(plural, at(place, 'plural'), report)) checkLabel(plural, at(place, 'plural'), report);
  // What is not stated is the kind in lower case, and the kind with List behind it.
  if (singular) checkLabel(singular, at(place, 'singular'), report);
  if (checkRequired(kind, at(place, 'kind'), report)) checkKind(kind, at(place, 'kind'), report);
  if (listKind) checkKind(listKind, at(place, 'listKind'), report);
  else if (kind !== '' && label1035(kind.toLowerCase()) === undefined && kind.length > LONGEST_KIND) {
    const message = `is required when kind has more than ${LONGEST_KIND} characters: with List behind it, it is too long`;
    report.error(at(place, 'listKind'), 'required', message);
  }
  if (kind !== '' && kind === listKind) {
    const hint = `write ${kind.slice(0, 80)}List, or leave it out`;
    report.error(at(place, 'listKind'), 'conflict', 'must not be the same as kind', { value: listKind, hint });
  }
  shortNames?.forEach((name, index) => checkLabel(name, at(at(place, 'shortNames'), index), report));
  categories?.forEach((name, index) => checkLabel(name, at(at(place, 'categories'), index), report));
}

/** The longest kind that is still a label with `List` behind it. */
const LONGEST_KIND = 59;

const toLabel = (name: string): string | undefined => {
  const fixed = name
    .slice(0, 63)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return label1035(fixed) === undefined ? fixed : undefined;
};

const checkLabel = (name: string | undefined, place: At, report: Report): void =>
  checkSpelling(name, label1035, place, report, toLabel);

/** A kind has upper case; in lower case it is a label. */
function checkKind(kind: string, place: At, report: Report): void {
  const problem = label1035(kind.toLowerCase());
  if (problem === undefined) return;
  const fixed = kind
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+/g, '')
    .replace(/^[0-9]+/, '');
  const hint = label1035(fixed.toLowerCase()) === undefined ? didYouMean(fixed) : undefined;
  report.error(place, 'bad-name', `upper case aside, ${problem}`, { value: kind, hint });
}
