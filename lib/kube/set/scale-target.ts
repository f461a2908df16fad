// What a HorizontalPodAutoscaler scales.
// https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
import { didYouMean } from '../../report/suggest';
import { at, ROOT } from '../../report/place';
import type { HorizontalPodAutoscaler } from '../api/types';
import { podTemplateOf } from '../kinds';
import { groupOf } from './identity';
import { type Member, type Members, type Typed, typed } from './members';

const SPEC = at(ROOT, 'spec');
const TARGET = at(SPEC, 'scaleTargetRef');

/** Of Kubernetes' own kinds those that can be scaled. */
const SCALED = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];

/** In all versions: what they share is read here. */
export function* autoscalersOf(members: Members): Generator<Typed<HorizontalPodAutoscaler>> {
  for (const member of members.of('HorizontalPodAutoscaler')) yield typed(member, member.decoded.object);
}

export function checkScaleTargets(members: Members): void {
  for (const autoscaler of autoscalersOf(members)) {
    const target = checkTarget(autoscaler, members);
    if (target === undefined) continue;
    checkContainers(autoscaler, target);
    checkReplicas(autoscaler, target);
  }
}

/** The target, if it is in the set. */
function checkTarget({ object, namespace, report }: Typed<HorizontalPodAutoscaler>, members: Members) {
  const { apiVersion, kind = '', name = '' } = object.spec?.scaleTargetRef ?? {};
  if (!SCALED.includes(kind) || name === '') return undefined;
  const target = members.get(kind, namespace, name);
  if (target !== undefined) {
    const right = target.decoded.kind.apiVersion;
    if (groupOf(apiVersion) === groupOf(right)) return target;
    const message = `the ${kind} ${name} in the same set is of ${right}, so that it would not be found`;
    report.warning(at(TARGET, 'apiVersion'), 'missing-object', message, { value: apiVersion, hint: `write ${right}` });
    return undefined;
  }
  const other = SCALED.find((each) => members.get(each, namespace, name) !== undefined);
  if (other !== undefined) {
    const message = `what is called ${name} in the same set is a ${other}`;
    report.warning(at(TARGET, 'kind'), 'missing-object', message, { value: kind, hint: didYouMean(other) });
    return undefined;
  }
  const meant = members.near(kind, namespace, name);
  if (meant === undefined) return undefined;
  const message = `no ${kind} of this name is in the same set, but one whose name is nearly the same`;
  report.warning(at(TARGET, 'name'), 'missing-object', message, { value: name, hint: didYouMean(meant) });
  return undefined;
}

/** What is stated goes to the server with each apply. 0 is another thing: it tells the autoscaler to rest. */
function checkReplicas({ name }: Typed<HorizontalPodAutoscaler>, { decoded, report }: Member): void {
  const { replicas } = (decoded.object as { spec?: { replicas?: unknown } }).spec ?? {};
  if (typeof replicas !== 'number' || replicas === 0) return;
  const message = `is what the HorizontalPodAutoscaler ${name} in the same set decides: each apply would set it back`;
  report.warning(at(SPEC, 'replicas'), 'conflict', message, { value: replicas, hint: 'leave it out' });
}

/** A metric of a container that the pods do not have is never there, and nothing is scaled by it. */
function checkContainers({ object, report }: Typed<HorizontalPodAutoscaler>, target: Member): void {
  const { kind } = target.decoded.kind;
  const spec = podTemplateOf(target.decoded)?.spec;
  if (spec === undefined) return;
  const names = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].flatMap((each) => each.name ?? []);
  object.spec?.metrics?.forEach(({ containerResource }, index) => {
    const { container } = containerResource ?? {};
    if (!container || names.includes(container)) return;
    const place = at(at(at(at(SPEC, 'metrics'), index), 'containerResource'), 'container');
    const hint = didYouMean(report.nearest(container, names));
    const message = `the ${kind} ${target.name} in the same set has no such container`;
    report.warning(place, 'not-found', message, { value: container, hint });
  });
}
