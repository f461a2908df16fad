// The ingress of the accessory `network` -> `expose`: one path of one host. What the model cannot say is a loss.
// https://github.com/KusionStack/catalog (modules/network/ingress); https://kubernetes.io/docs/concepts/services-networking/ingress/
import type { Path } from '../../report/problem';
import type { Expose } from '../../workload/model/expose';
import type { IngressTarget } from '../../workload/model/ingress';
import type { Pruned } from '../draft';
import type { KamDraft } from './draft';
import type { KamIngress, KamIngressBackend } from './schema';

/** The one way that an ingress names. */
interface Way {
  readonly prefix: string;
  /** Where the prefix is said, or meant. */
  readonly source: Path;
  readonly host?: string | undefined;
  readonly backend: Pruned<KamIngressBackend> | undefined;
  readonly backendPath: Path;
}

/** Routes an ingress; its shape has been checked, so that parts of it may be missing. */
export function route(ingress: Pruned<KamIngress>, path: Path, draft: KamDraft): void {
  if (draft.kind === 'Job') return draft.lose(path, 'a Job has no route to it');
  if (draft.props.expose !== undefined) {
    return draft.refuse('conflict', path, 'the workload has a route already', { hint: 'Leave one of them out' });
  }
  const { ingressClassName, tls, annotations, labels } = ingress;
  if (labels !== undefined) draft.lose([...path, 'labels'], 'an Ingress has the labels of its workload');
  const way = wayOf(ingress, path, draft);
  if (way === undefined) return;
  const { prefix, source, host, backend, backendPath } = way;
  const target: IngressTarget = {
    ...(ingressClassName === undefined ? {} : { className: ingressClassName }),
    ...(host === undefined ? {} : { host }),
    ...tlsOf(tls, host, [...path, 'tls'], draft),
    ...(annotations === undefined ? {} : { annotations }),
  };
  const port = portOf(backend, backendPath, draft);
  // An Ingress of a KAM document is what it is: nothing but its own annotations guards it.
  const expose: Expose = {
    path: prefix,
    ...(port === undefined ? {} : { port: port.value }),
    auth: { bypass: true },
    ingress: target,
  };
  draft.props.expose = expose;
  draft.map(path, ['expose']);
  if (ingressClassName !== undefined) {
    draft.map([...path, 'ingressClassName'], ['expose', 'ingress', 'className']);
  }
  draft.map(source, ['expose', 'path']);
  if (port !== undefined) draft.map(port.source, ['expose', 'port']);
  if (host !== undefined) draft.map([...path, 'rules', 0, 'host'], ['expose', 'ingress', 'host']);
  if (annotations !== undefined) return draft.map([...path, 'annotations'], ['expose', 'ingress', 'annotations']);
  draft.warn('suspicious', path, 'is an open route: no annotation guards it');
}

function wayOf({ rules, defaultBackend }: Pruned<KamIngress>, path: Path, draft: KamDraft): Way | undefined {
  const source = [...path, 'defaultBackend'];
  if (rules === undefined || rules.length === 0) {
    if (defaultBackend !== undefined) return { prefix: '/', source, backend: defaultBackend, backendPath: source };
    draft.refuse('required', [...path, 'rules'], 'needs a rule or a defaultBackend');
    return undefined;
  }
  const rule = only(rules, [...path, 'rules'], 'rule', draft);
  const at = [...path, 'rules', 0, 'http', 'paths', 0];
  const http = only(rule?.http?.paths, at.slice(0, -1), 'path', draft);
  const { path: prefix, pathType = 'Prefix', backend } = http ?? {};
  if (prefix === undefined) return undefined;
  if (pathType !== 'Prefix') {
    draft.lose([...at, 'pathType'], 'only the path type Prefix can be said', { hint: 'Write "Prefix"' });
  }
  const host = rule?.host;
  if (defaultBackend !== undefined) {
    const same = JSON.stringify(defaultBackend) === JSON.stringify(backend);
    if (same && prefix === '/' && host === undefined) draft.ignore(source, 'the rule leads everything there');
    else draft.lose(source, 'only one rule with one path can be said');
  }
  return { prefix, source: [...at, 'path'], host, backend, backendPath: [...at, 'backend'] };
}

function only<T>(list: readonly T[] | undefined, path: Path, what: string, draft: KamDraft): T | undefined {
  if (list === undefined) return undefined;
  if (list.length === 0) draft.refuse('required', path, `needs a ${what}`);
  for (let index = 1; index < list.length; index++) draft.lose([...path, index], `only one ${what} can be said`);
  return list[0];
}

/** The port of the workload's own Service; what leads elsewhere is a loss. */
function portOf(
  backend: Pruned<KamIngressBackend> | undefined,
  path: Path,
  draft: KamDraft,
): { readonly value: number | string; readonly source: Path } | undefined {
  const { service: { name, port } = {}, resource } = backend ?? {};
  if (resource !== undefined) draft.lose([...path, 'resource'], "leads to something else than the workload's Service");
  if (name !== undefined) checkService(name, [...path, 'service', 'name'], draft);
  const key = port?.number === undefined ? 'name' : 'number';
  const value = port?.[key];
  return value === undefined ? undefined : { value, source: [...path, 'service', 'port', key] };
}

/** Kusion calls the Services of an application `<project>-<stack>-<app>-private` and `-public`. */
function checkService(name: string, path: Path, draft: KamDraft): void {
  const own = draft.name ?? '';
  if (name === own || name === `${own}-public`) return draft.ignore(path, "is the workload's own Service");
  if (name.endsWith(`-${own}-private`) || name.endsWith(`-${own}-public`)) {
    return draft.ignore(path, "is what Kusion calls the workload's own Service");
  }
  draft.lose(path, "leads to another Service than the workload's own", {
    value: name,
    hint: `Its own: ${own}, or ${own}-public of the public ports`,
  });
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
  if (!same) {
    const own = host === undefined ? 'none' : `["${host}"]`;
    draft.lose([...path, 0, 'hosts'], `only the rule's own host can be said: ${own}`);
  }
  draft.map([...path, 0], ['expose', 'ingress', 'tls']);
  return { tls: secretName === undefined ? {} : { secretName } };
}
