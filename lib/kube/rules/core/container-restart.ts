// When a container is started again: its own restart policy, with rules by exit code.
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container } from '../../api/types';
import { offAt, since, until } from '../../server';
import { checkOneOf, checkRequired } from '../checks';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
/** Since when a container may have a policy of its own, but for the minors that drop it. */
const KNOWN = since('1.34');
const DROPPED = offAt('ContainerRestartRules');
const NO_SIDECARS = offAt('SidecarContainers');

export function checkRestart(container: Container, place: At, report: Report): void {
  const { restartPolicy } = container;
  const here = at(place, 'restartPolicy');
  if (restartPolicy !== undefined) {
    const message = 'may not be set in a container, only for the whole pod';
    report.error(here, 'forbidden', message, { value: restartPolicy, where: ~KNOWN });
    warnDropped(container, here, report);
    checkOneOf(restartPolicy, POLICIES, here, report, KNOWN);
  }
  checkRules(container, place, report);
}

/** Of an init container: Always makes it run beside the others. */
export function checkInitRestart(container: Container, place: At, report: Report): void {
  const { restartPolicy, restartPolicyRules = [] } = container;
  const here = at(place, 'restartPolicy');
  if (restartPolicy !== undefined) {
    const message = (which: string): string =>
      `${which} drops this field, as the feature gate SidecarContainers is off there, so the other containers wait until this one ends`;
    const details = { value: restartPolicy, hint: 'make a sidecar one of the containers' };
    report.warning(here, 'dropped', message, { ...details, where: NO_SIDECARS });
    report.silence(here, NO_SIDECARS);
    if (restartPolicy !== 'Always') {
      warnDropped(container, here, report);
      checkOneOf(restartPolicy, ['Always'], here, report, ~KNOWN);
      checkOneOf(restartPolicy, POLICIES, here, report, KNOWN);
    } else if (restartPolicyRules.length > 0) {
      const refused = 'may not be set when restartPolicy is Always in an init container';
      report.error(at(place, 'restartPolicyRules'), 'forbidden', refused, {
        where: offAt('RestartAllContainersOnContainerExits'),
      });
    }
  }
  checkRules(
    container,
    place,
    report,
    restartPolicy === 'Always' ? ~offAt('RestartAllContainersOnContainerExits') : undefined,
  );
}

function warnDropped({ restartPolicy }: Container, place: At, report: Report): void {
  const message = (which: string): string =>
    `${which} drops this field, as the feature gate ContainerRestartRules is off there`;
  report.warning(place, 'dropped', message, { value: restartPolicy, where: DROPPED });
  report.silence(place, DROPPED);
}

/** @param where - The minors that look at the rules, where not all do. */
function checkRules({ restartPolicy, restartPolicyRules }: Container, place: At, report: Report, where = -1): void {
  if (restartPolicyRules === undefined || restartPolicyRules.length === 0) return;
  const here = at(place, 'restartPolicyRules');
  if (restartPolicy === undefined) {
    report.error(at(place, 'restartPolicy'), 'required', 'is required beside restartPolicyRules', {
      where: where & KNOWN & ~DROPPED,
    });
  }
  if (restartPolicyRules.length > MOST_RULES) {
    report.error(here, 'too-long', `must have at most ${MOST_RULES} rules, not ${restartPolicyRules.length}`, {
      where,
    });
  }
  restartPolicyRules.forEach(({ action, exitCodes }, index) => {
    const rule = at(here, index);
    checkOneOf(action ?? '', ['Restart', 'RestartAllContainers'], at(rule, 'action'), report, where);
    if (action === 'RestartAllContainers') {
      const until135 = until('1.35') & where;
      report.error(at(rule, 'action'), 'not-one-of', 'must be Restart', { value: action, where: until135 });
    }
    if (exitCodes === undefined) {
      report.error(at(rule, 'exitCodes'), 'required', 'is required', { where });
      return;
    }
    const { operator, values = [] } = exitCodes;
    const codes = at(rule, 'exitCodes');
    if (checkRequired(operator, at(codes, 'operator'), report)) {
      checkOneOf(operator, ['In', 'NotIn'], at(codes, 'operator'), report, where);
    }
    if (values.length <= MOST_EXIT_CODES) return;
    const message = `must have at most ${MOST_EXIT_CODES} exit codes, not ${values.length}`;
    report.error(at(codes, 'values'), 'too-long', message, { where });
  });
}
