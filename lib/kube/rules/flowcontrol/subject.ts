// Subject: who makes the requests that a flow schema is about.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/flow-schema-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Types } from '../../api/types';
import { checkLabel1123, checkOneOf, checkRequired, checkSubdomain } from '../checks';

type Subject = Types['flowcontrol.v1.Subject'];

/** The field for each kind. */
const FIELDS = { ServiceAccount: 'serviceAccount', User: 'user', Group: 'group' } as const;
type Kind = keyof typeof FIELDS;
const KINDS = Object.keys(FIELDS) as Kind[];

export function checkSubject(subject: Subject, place: At, report: Report): void {
  const { kind = '' } = subject;
  if (!checkRequired(kind, at(place, 'kind'), report, 'is required: ServiceAccount, User or Group')) return;
  checkOneOf(kind, KINDS, at(place, 'kind'), report);
  if (!isKind(kind)) return;
  for (const other of KINDS) {
    const field = FIELDS[other];
    if (other === kind || subject[field] === undefined) continue;
    report.error(at(place, field), 'forbidden', `may not be set when the kind is ${kind}`, { value: subject[field] });
  }
  const field = FIELDS[kind];
  const here = at(place, field);
  if (subject[field] === undefined) {
    report.error(here, 'required', `is required when the kind is ${kind}`);
    return;
  }
  const { name } = subject[field];
  const named = checkRequired(name, at(here, 'name'), report);
  if (kind !== 'ServiceAccount') return;
  if (named && name !== '*') checkSubdomain(name, at(here, 'name'), report);
  const { namespace } = subject.serviceAccount ?? {};
  if (checkRequired(namespace, at(here, 'namespace'), report)) checkLabel1123(namespace, at(here, 'namespace'), report);
}

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);
