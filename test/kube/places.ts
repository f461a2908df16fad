// Where a server names a field, and where we do.

/** Where the server names one field and we another on purpose: `its -> ours`, the ends of both places, indexes left out; `*` is the same rest. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // The server names a field by the name that it has in Go, or before its own conversion.
  'LoadBalancerSourceRanges -> loadBalancerSourceRanges',
  'iscsi.initiatorname -> iscsi.initiatorName',
  'iscsi.targetportal -> iscsi.targetPortal',
  'storageOS -> storageos',
  'volumes.downwarAPI -> volumes.downwardAPI',
  'spec.HostPID -> spec.hostPID',
  'spec.HostIPC -> spec.hostIPC',
  'cephFS -> cephfs',
  'persistentDisk.pdName -> gcePersistentDisk.pdName',
  'persistentDisk.partition -> gcePersistentDisk.partition',
  'namespace -> namespaces',
  'metrics.resource.target.averageUtilization -> targetCPUUtilizationPercentage',
  ...['resource', 'containerResource'].flatMap((source) => [
    `${source}.target.averageUtilization -> ${source}.targetAverageUtilization`,
    `${source}.target.averageValue -> ${source}.targetAverageValue`,
  ]),
  ...['object', 'pods', 'external'].map((source) => `${source}.metric.name -> ${source}.metricName`),
  ...['kind', 'name', 'apiVersion'].map((field) => `object.describedObject.${field} -> object.target.${field}`),
  'object.target.value -> object.targetValue',
  'object.target.averageValue -> object.averageValue',
  'pods.target.averageValue -> pods.targetAverageValue',
  'external.target.value -> external.targetValue',
  'external.target.averageValue -> external.targetAverageValue',
  'metadata.uID -> metadata.uid',
  'securityContext.shareProcessNamespace -> shareProcessNamespace',
  'serviceAccountName -> serviceAccount',
  'clusterIPs -> clusterIP',
  'metadata.name -> metadata.generateName',
  'fieldRef.fieldPath -> fieldRef.apiVersion',
  'involvedObject.namespace -> regarding.namespace',
  'message -> note',
  'firstTimestamp -> deprecatedFirstTimestamp',
  'lastTimestamp -> deprecatedLastTimestamp',
  'count -> deprecatedCount',
  'source -> deprecatedSource',
  'spec.addressType -> addressType',
  'spec.podCIDRs -> spec.podCIDR',
  'nodeSwapStatus.capacity -> nodeInfo.swap.capacity',
  'overhead.limits.* -> overhead.podFixed.*',
  'annotations.AvoidPods -> kubernetes.io/preferAvoidPods',
  'kubernetes.io/preferAvoidPods.PodSignature -> kubernetes.io/preferAvoidPods',
  'PodSignature.PodController.Controller -> kubernetes.io/preferAvoidPods',
  ...['key', 'value', 'effect'].map((field) => `kubernetes.io/taints.${field} -> kubernetes.io/taints`),
  ...['key', 'operator', 'value', 'effect'].map(
    (field) => `kubernetes.io/tolerations.${field} -> kubernetes.io/tolerations`,
  ),
  'volumes.cephFS -> volumes.cephfs',
  'volumes.storageOS -> volumes.storageos',
  'topologySpreadConstraints.{topologyKey, whenUnsatisfiable} -> topologySpreadConstraints.topologyKey',
  // It takes the name of a service for its namespace, and the other way around.
  'clientConfig.service.namespace -> clientConfig.service.name',
  'clientConfig.service.name -> clientConfig.service.namespace',
  // Of two fields that do not go together it blames the one that is right by itself.
  'operator -> value',
  'operator -> key',
  'progressDeadlineSeconds -> minReadySeconds',
  'spec.rollback.version -> annotations.deprecated.deployment.rollback.to',
  'fc.targetWWNs -> fc',
  'metadata.name -> value',
  'metadata.name -> globalDefault',
  'volumes.name -> volumes.iscsi.targetPortal',
  // What a Pod does not request is what it is limited to.
  'resources.requests.memory -> resources.limits.memory',
  'resources.requests.ephemeral-storage -> resources.limits.ephemeral-storage',
  // A volume that the controller makes for a claim.
  'template.spec.volumes.name -> volumeClaimTemplates.metadata.name',
  // No selector is one that selects nothing, and the labels are to blame for that.
  'template.metadata.labels -> spec.selector',
]);

/** The annotations that the server makes fields of before it looks at them. */
const ANNOTATED = /metadata\.annotations\["autoscaling\.alpha\.kubernetes\.io\/(metrics|behavior)"\]/;

/** What the server calls a field, and we by the name that it has in a manifest. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['stringData', 'data'],
  ['matchResouces', 'matchResources'],
  ['validation', 'schema'],
  ['webhookClientConfig', 'clientConfig'],
  ['JSONPath', 'jsonPath'],
  ['downwarAPI', 'downwardAPI'],
]);

/**
 * The keys on the way to a field, as either side writes it. The server leaves out indexes, `items` and `metadata` now and then, and the middle of a
 * long key, for which "…" stands here. Some it says twice.
 */
const keysOf = (field: string): string[] =>
  field
    .replace(ANNOTATED, 'spec.$1')
    // The overhead of a pod is judged as if it were limits.
    .replace(/\boverhead\.limits\[/, 'overhead[')
    .replaceAll('...', '…')
    .replaceAll('"', '')
    .replaceAll(']', '')
    .split(/[.[]/)
    .map((key) => RENAMED.get(key) ?? key)
    .filter((key) => key !== '' && !/^\d+$/.test(key))
    .filter((key, index, keys) => key !== keys[index - 1]);

function isSameKey(its = '', own: string): boolean {
  const [start, end] = its.split('…') as [string, string | undefined];
  return end === undefined ? its === own : own.startsWith(start) && own.endsWith(end);
}

const LEFT_OUT = new Set(['items', 'metadata']);

/** Whether our place is the server's, or below it. */
function isOnTheWay(theirs: string, ours: string): boolean {
  const left = keysOf(theirs).filter((key) => !LEFT_OUT.has(key));
  for (const key of keysOf(ours)) if (isSameKey(left[0], key)) left.shift();
  return left.length === 0;
}

function isMeant(theirs: string, ours: string): boolean {
  const [its, own] = [keysOf(theirs).join('.'), keysOf(ours).join('.')];
  return [...ELSEWHERE].some((pair) => {
    const [end, ownEnd] = pair.split(' -> ') as [string, string];
    if (!end.endsWith('*')) return `.${its}`.endsWith(`.${end}`) && `.${own}`.endsWith(`.${ownEnd}`);
    const [rest, ownRest] = [restOf(its, end.slice(0, -1)), restOf(own, ownEnd.slice(0, -1))];
    return rest !== undefined && rest === ownRest;
  });
}

/** What stands behind a part of a place. */
function restOf(place: string, part: string): string | undefined {
  const [, ...rest] = `.${place}.`.split(`.${part}`);
  return rest.length === 0 ? undefined : rest.join(`.${part}`);
}

/** Whether the place that a server names and ours are the same, or differ on purpose. */
export const isSamePlace = (theirs: string, ours: string): boolean => isOnTheWay(theirs, ours) || isMeant(theirs, ours);
