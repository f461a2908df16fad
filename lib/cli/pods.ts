// The pods that an object of the input makes, also where the server would refuse it. Where they are kept is said by the table of kinds.
import { type Kind, kindOf, kinds } from '../kube/kinds';
import { isMap } from '../shape/shape';

/** An object with a kind. */
export type KubeMap = Record<string, unknown> & { readonly kind: string };

export const isManifestMap = (value: unknown): value is KubeMap => isMap(value) && typeof value.kind === 'string';

/** The template of its pods; a Pod is its own. */
export function podTemplateIn(object: KubeMap): Record<string, unknown> | undefined {
  const kind = readAs(object);
  // Custom resources that make pods (Argo's Rollout, say) keep the template where Kubernetes' own do.
  const way = kind === undefined ? ['spec', 'template'] : kind.pods;
  const found = way?.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), object);
  return isMap(found) && (kind !== undefined || holdsContainers(found)) ? found : undefined;
}

/** A custom resource may keep a template of anything there. */
const holdsContainers = ({ spec }: Record<string, unknown>): boolean => isMap(spec) && Array.isArray(spec.containers);

/** Its kind, or where its version is missing, gone or misspelt the one of that name; undefined for a custom resource. */
function readAs({ apiVersion, kind }: KubeMap): Kind | undefined {
  const known = kindOf(apiVersion, kind);
  if (known !== undefined || isCustom(apiVersion)) return known;
  const named = kinds().filter((each) => each.kind === kind);
  return named.find(({ pods }) => pods !== undefined) ?? named[0];
}

/** Groups with a dot are other people's, but for those of Kubernetes. */
const isCustom = (apiVersion: unknown): boolean =>
  typeof apiVersion === 'string' && /^[^/]*\.[^/]*\//.test(apiVersion) && !/^[^/]*\.k8s\.io\//.test(apiVersion);
