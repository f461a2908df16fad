// lib/kube against the verdicts on record (test/oracle/recorded.ts): what the servers take and refuse, and, where one field is wrong, which.
import { validateManifest } from '../../lib/kube/validate';
import type { Minor } from '../../lib/kube/api/minors';
import { printPath, printProblems } from '../../lib/report/print';
import { errorsOf } from '../../lib/report/problem';
import { linesOf, type Recorded, recorded } from '../oracle/recorded';
import { isDeliberate } from './deliberate';

/** Where the server names one field and we another on purpose: `its -> ours`, the ends of both places, indexes left out. */
const ELSEWHERE = new Set([
  // The server names a field by the name that it has in Go, or before its own conversion.
  'LoadBalancerSourceRanges -> loadBalancerSourceRanges',
  'persistentDisk.pdName -> gcePersistentDisk.pdName',
  'persistentDisk.partition -> gcePersistentDisk.partition',
  'namespace -> namespaces',
  'overhead.limits.cpu -> overhead.cpu',
  'overhead.limits.foo -> overhead.foo',
  'securityContext.shareProcessNamespace -> shareProcessNamespace',
  'serviceAccountName -> serviceAccount',
  'clusterIPs -> clusterIP',
  'metadata.name -> metadata.generateName',
  'valueFrom.fieldRef.fieldPath -> valueFrom.fieldRef.apiVersion',
  'topologySpreadConstraints.{topologyKey, whenUnsatisfiable} -> topologySpreadConstraints.topologyKey',
  // Of two fields that do not go together it blames the one that is right by itself.
  'operator -> value',
  'operator -> key',
  'progressDeadlineSeconds -> minReadySeconds',
  'fc.targetWWNs -> fc',
  'volumes.name -> volumes.iscsi.targetPortal',
]);

/** The keys on the way to a field, as either side writes it. The server leaves out indexes, `items` and `metadata` now and then. */
const keysOf = (field: string): string[] =>
  field
    .replaceAll('"', '')
    .replaceAll(']', '')
    .split(/[.[]/)
    .map((key) => (key === 'stringData' ? 'data' : key))
    .filter((key) => key !== '' && !/^\d+$/.test(key));

const LEFT_OUT = new Set(['items', 'metadata']);

/** Whether our place is the server's, or below it. */
function isThere(theirs: string, ours: string): boolean {
  const left = keysOf(theirs).filter((key) => !LEFT_OUT.has(key));
  for (const key of keysOf(ours)) if (key === left[0]) left.shift();
  return left.length === 0;
}

function isMeant(theirs: string, ours: string): boolean {
  const [its, own] = [keysOf(theirs).join('.'), keysOf(ours).join('.')];
  return [...ELSEWHERE].some((pair) => {
    const [end, ownEnd] = pair.split(' -> ') as [string, string];
    return `.${its}`.endsWith(`.${end}`) && `.${own}`.endsWith(`.${ownEnd}`);
  });
}

/** What we say otherwise than a server. */
function difference({ name, object, verdicts }: Recorded, kubernetes: Minor): string | undefined {
  const named = verdicts.get(kubernetes);
  if (named === undefined || isDeliberate(object)) return undefined;
  const errors = errorsOf(validateManifest(object, { kubernetes }));
  const said = `${name}\n  the server: ${named.join(', ') || 'taken'}\n  we: ${errors.length > 0 ? printProblems(errors) : 'taken'}`;
  if (errors.length > 0 !== named.length > 0) return said;
  const [theirs, ours] = [named[0], errors[0] && printPath(errors[0].path)];
  // An answer without a field (`Bad Request`, `UnknownKind`) has no place.
  if (named.length !== 1 || errors.length !== 1 || /^[A-Z]/.test(theirs!)) return undefined;
  return isThere(theirs!, ours!) || isMeant(theirs!, ours!) ? undefined : said;
}

const objects = recorded();

test.each(linesOf('corpus').minors)('%s takes and refuses what we take and refuse, and at the same place', (minor) => {
  const judged = objects.filter(({ verdicts }) => verdicts.has(minor));
  expect(judged.length).toBeGreaterThan(6000);
  expect(judged.flatMap((each) => difference(each, minor) ?? []).slice(0, 20)).toEqual([]);
});
