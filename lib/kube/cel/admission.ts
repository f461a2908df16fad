// What the expressions of admission may refer to: the object and the request, by name and type.
// https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/#validation-expression
import { ALL } from '../api/minors';
import type { Environment } from './environment';
import { declare, type Functions, typeFrom } from './signatures';
import {
  BOOL,
  DYN,
  INT,
  listOf,
  mapOf,
  objectType,
  openType,
  STRING,
  type Struct,
  TIMESTAMP,
  type Type,
} from './types';

/** A text for each of these fields. */
const texts = (...names: readonly string[]): Readonly<Record<string, Type>> =>
  Object.fromEntries(names.map((name) => [name, STRING]));

const VERSIONED_KIND = objectType('kubernetes.GroupVersionKind', texts('group', 'version', 'kind'));
const VERSIONED_RESOURCE = objectType('kubernetes.GroupVersionResource', texts('group', 'version', 'resource'));

const USER = objectType('kubernetes.UserInfo', {
  ...texts('username', 'uid'),
  groups: listOf(STRING),
  extra: mapOf(STRING, listOf(STRING)),
});

const REQUEST = objectType('kubernetes.AdmissionRequest', {
  kind: VERSIONED_KIND,
  resource: VERSIONED_RESOURCE,
  requestKind: VERSIONED_KIND,
  requestResource: VERSIONED_RESOURCE,
  ...texts('subResource', 'requestSubResource', 'name', 'namespace', 'operation'),
  userInfo: USER,
  dryRun: BOOL,
  options: DYN,
});

const NAMESPACE = objectType('kubernetes.Namespace', {
  metadata: objectType('kubernetes.NamespaceMetadata', {
    ...texts('name', 'generateName', 'namespace', 'UID', 'resourceVersion'),
    labels: mapOf(STRING, STRING),
    annotations: mapOf(STRING, STRING),
    creationTimestamp: TIMESTAMP,
    deletionGracePeriodSeconds: INT,
    deletionTimestamp: TIMESTAMP,
    generation: INT,
    finalizers: listOf(STRING),
  }),
  spec: objectType('kubernetes.NamespaceSpec', { finalizers: listOf(STRING) }),
  status: objectType('kubernetes.NamespaceStatus', {
    conditions: listOf(
      objectType('kubernetes.NamespaceCondition', {
        ...texts('status', 'type', 'message', 'reason'),
        lastTransitionTime: TIMESTAMP,
      }),
    ),
    phase: STRING,
  }),
});

/** What makes the environments of admission differ. */
export interface AdmissionOptions {
  /** There is a `paramKind`, so `params` are known. */
  readonly params: boolean;
  /** Permissions can be asked for. */
  readonly authorizer: boolean;
  /** The variables of the policy, with the types that they were found to have. */
  readonly variables?: ReadonlyMap<string, Type>;
  /** The expression makes an object or a patch. */
  readonly mutates?: boolean;
}

/** What `Object{}` and `JSONPatch{}` make. */
export const APPLIED: Type = openType('Object');
export const PATCH: Struct = objectType('JSONPatch', { ...texts('op', 'path', 'from'), value: DYN });

/** `Object`, `Object.spec`, `Object.spec.template`, …: a type for each place. */
const mutationType = (name: string): Type | undefined =>
  name === PATCH.name ? PATCH : /^Object(?:\.|$)/.test(name) ? openType(name) : undefined;

let patchFunctions: Functions | undefined;

function mutationFunctions(): Functions {
  if (patchFunctions === undefined) {
    patchFunctions = new Map();
    declare(patchFunctions, 'jsonpatch.escapeKey: string -> string', ALL);
  }
  return patchFunctions;
}

/** What an expression of a policy or webhook may refer to. */
export function admissionEnvironment({ params, authorizer, variables, mutates }: AdmissionOptions): Environment {
  const known = new Map<string, Type>([
    ['object', DYN],
    ['oldObject', DYN],
    ['request', REQUEST],
    ['namespaceObject', NAMESPACE],
  ]);
  if (params) known.set('params', DYN);
  if (authorizer) {
    known.set('authorizer', typeFrom('Authorizer'));
    known.set('authorizer.requestResource', typeFrom('ResourceCheck'));
  }
  if (variables !== undefined)
    known.set('variables', objectType('kubernetes.variables', Object.fromEntries(variables)));
  return {
    variables: known,
    ...(mutates === true && { typeNamed: mutationType, functions: mutationFunctions() }),
  };
}
