// RuntimeClass: what runs the containers of a pod, and what that takes beside them.
// https://kubernetes.io/docs/concepts/containers/runtime-class/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { RuntimeClass, Toleration } from '../../api/types';
import { checkLabel1123, checkRequired, checkUnique } from '../../rules/checks';
import { warnOfNodeLabel } from '../../rules/core/deprecated-node-label';
import { checkOverhead } from '../../rules/core/resource-requirements';
import { checkToleration } from '../../rules/core/toleration';
import { checkGeneration, checkLabels, checkMetadata, type NameRule, SUBDOMAIN_NAME } from '../../rules/meta/metadata';

const NAME: NameRule = { ...SUBDOMAIN_NAME, anyFinalizer: true };

export function checkRuntimeClass(runtimeClass: RuntimeClass, place: At, report: Report): void {
  const { metadata, handler, overhead, scheduling = {} } = runtimeClass;
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  checkGeneration(metadata, place, report);
  if (checkRequired(handler, at(place, 'handler'), report)) checkLabel1123(handler, at(place, 'handler'), report);
  if (overhead?.podFixed !== undefined) checkOverhead(overhead.podFixed, at(at(place, 'overhead'), 'podFixed'), report);
  const { nodeSelector, tolerations = [] } = scheduling;
  const here = at(place, 'scheduling');
  checkLabels(nodeSelector, at(here, 'nodeSelector'), report);
  for (const label of Object.keys(nodeSelector ?? {}))
    warnOfNodeLabel(label, at(at(here, 'nodeSelector'), label), report);
  checkTolerations(tolerations, at(here, 'tolerations'), report);
}

function checkTolerations(tolerations: readonly Toleration[], place: At, report: Report): void {
  tolerations.forEach((toleration, index) => checkToleration(toleration, at(place, index), report));
  checkUnique(
    tolerations,
    ({ key, operator, value, effect }) => JSON.stringify([key ?? '', operator ?? '', value ?? '', effect ?? '']),
    (index, _, first) =>
      report.error(at(place, index), 'duplicate', `tolerations[${first}] is the same but for its seconds`),
  );
}
