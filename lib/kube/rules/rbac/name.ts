// How roles and bindings are named: more freely than most objects, as in system:node.
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#role-and-clusterrole
import { type NameRule, pathSegment } from '../meta/metadata';

export const RBAC_NAME: NameRule = { problemOf: pathSegment };
