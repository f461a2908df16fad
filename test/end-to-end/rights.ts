// What a program was allowed to do, and what of it it has done.
// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb
import type { Exchange, History } from './history';
import type { Kubernetes } from './kubernetes';

interface Role {
  readonly rules: readonly { readonly resources: readonly string[]; readonly verbs: readonly string[] }[];
}

/** All rights of the Roles of a namespace, such as `list pods`. */
export async function granted(kubernetes: Kubernetes, namespace: string): Promise<string[]> {
  const path = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/roles`;
  const { items } = await kubernetes.request<{ items: Role[] }>('GET', path);
  const rules = items.flatMap(({ rules }) => rules);
  return rules
    .flatMap(({ resources, verbs }) => resources.flatMap((name) => verbs.map((verb) => `${verb} ${name}`)))
    .sort();
}

/** The rights that were needed for what the API server was asked. */
export const needed = ({ exchanges }: History): string[] =>
  [...new Set(exchanges.filter(({ who }) => who === 'api').map(rightOf))].sort();

function rightOf({ method, path, query }: Exchange): string {
  const [resource, name, subresource] = path.replace(/^.*\/namespaces\/[^/]+\//, '').split('/');
  const what = subresource === undefined ? resource : `${resource}/${subresource}`;
  return `${verbOf(method, name !== undefined, query.get('watch') === 'true')} ${what}`;
}

function verbOf(method: string, isNamed: boolean, isWatch: boolean): string {
  if (method === 'GET') return isNamed ? 'get' : isWatch ? 'watch' : 'list';
  if (method === 'DELETE') return isNamed ? 'delete' : 'deletecollection';
  return { POST: 'create', PUT: 'update', PATCH: 'patch' }[method] ?? method;
}
