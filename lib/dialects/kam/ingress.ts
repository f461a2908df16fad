// The ingress of the accessory `network` -> `expose`: one path of one host. What the model cannot say is a loss.
// https://github.com/KusionStack/catalog (modules/network/ingress); https://kubernetes.io/docs/concepts/services-networking/ingress/
import type { Path } from '../../report/problem';
import type { Expose } from '../../workload/model/expose';
import type { IngressTarget } from '../../workload/model/ingress';
import type { Pruned } from '../draft';
import type { KamDraft } from './draft';
import type { KamIngress } from './schema';

/** Routes an ingress; its shape has been checked, so that parts of it may be missing. */
export function route(ingress: Pruned<KamIngress>, path: Path, draft: KamDraft): void {
  if (draft.kind === 'Job') return draft.lose(path, 'a Job has no route to it');
  if (draft.props.expose !== undefined) {
    return draft.refuse('conflict', path, 'the workload has a route already', { hint: 'Leave one of them out' });
  }
  const { ingressClassName, rules, tls, annotations, labels, defaultBackend } = ingress;
  if (labels !== undefined) draft.lose([...path, 'labels'], 'an Ingress has the labels of its workload');
  if (defaultBackend !== undefined) draft.lose([...path, 'defaultBackend'], 'only one rule with one path can be said');
  const rule = only(rules, [...path, 'rules'], 'rule', draft);
  const paths = [...path, 'rules', 0, 'http', 'paths'];
  const http = only(rule?.http?.paths, paths, 'path', draft);
  const prefix = http?.path;
  if (ingressClassName === undefined || rule === undefined || http === undefined || prefix === undefined) return;
  const at = [...paths, 0];
  if (http.pathType !== undefined && http.pathType !== 'Prefix') {
    draft.lose([...at, 'pathType'], 'only the path type Prefix can be said', { hint: 'Write "Prefix"' });
  }
  const { host } = rule;
  const target: IngressTarget = {
    className: ingressClassName,
    ...(host === undefined ? {} : { host }),
    ...tlsOf(tls, host, [...path, 'tls'], draft),
    ...(annotations === undefined ? {} : { annotations }),
  };
  const port = http.backend?.service?.port?.number;
  // An Ingress of a KAM document is what it is: nothing but its own annotations guards it.
  const expose: Expose = {
    path: prefix,
    ...(port === undefined ? {} : { port }),
    auth: { bypass: true },
    ingress: target,
  };
  draft.props.expose = expose;
  draft.map(path, ['expose']);
  draft.map([...path, 'ingressClassName'], ['expose', 'ingress', 'className']);
  draft.map([...at, 'path'], ['expose', 'path']);
  if (port !== undefined) draft.map([...at, 'backend', 'service', 'port', 'number'], ['expose', 'port']);
  if (host !== undefined) draft.map([...path, 'rules', 0, 'host'], ['expose', 'ingress', 'host']);
  if (annotations !== undefined) return draft.map([...path, 'annotations'], ['expose', 'ingress', 'annotations']);
  draft.warn('suspicious', path, 'is an open route: no annotation guards it');
}

function only<T>(list: readonly T[] | undefined, path: Path, what: string, draft: KamDraft): T | undefined {
  if (list === undefined) return undefined;
  if (list.length === 0) draft.refuse('required', path, `needs a ${what}`);
  for (let index = 1; index < list.length; index++) draft.lose([...path, index], `only one ${what} can be said`);
  return list[0];
}

function tlsOf(
  tls: Pruned<KamIngress>['tls'],
  host: string | undefined,
  path: Path,
  draft: KamDraft,
): Pick<IngressTarget, 'tls'> {
  const [first, ...others] = tls ?? [];
  others.forEach((_, index) => draft.lose([...path, index + 1], 'only one entry can be said'));
  if (first === undefined) return {};
  const { hosts, secretName } = first;
  const same = hosts === undefined ? host === undefined : hosts.length === 1 && hosts[0] === host;
  if (!same)
    draft.lose(
      [...path, 0, 'hosts'],
      `only the rule's own host can be said: ${host === undefined ? 'none' : `["${host}"]`}`,
    );
  draft.map([...path, 0], ['expose', 'ingress', 'tls']);
  return { tls: secretName === undefined ? {} : { secretName } };
}
