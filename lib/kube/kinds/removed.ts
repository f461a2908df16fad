// The versions of kinds that were served once, since 1.16, and are gone in all minors that we know or in some of them.
// https://kubernetes.io/docs/reference/using-api/deprecation-guide/

/** `apiVersion minor kinds`: since which minor it is no longer served. */
const REMOVED = `
extensions/v1beta1 1.16 DaemonSet Deployment NetworkPolicy ReplicaSet
apps/v1beta1 1.16 ControllerRevision Deployment StatefulSet
apps/v1beta2 1.16 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
extensions/v1beta1 1.22 Ingress
networking.k8s.io/v1beta1 1.22 Ingress IngressClass
admissionregistration.k8s.io/v1beta1 1.22 MutatingWebhookConfiguration ValidatingWebhookConfiguration
apiextensions.k8s.io/v1beta1 1.22 CustomResourceDefinition
apiregistration.k8s.io/v1beta1 1.22 APIService
authentication.k8s.io/v1beta1 1.22 TokenReview
authorization.k8s.io/v1beta1 1.22 LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview
certificates.k8s.io/v1beta1 1.22 CertificateSigningRequest
coordination.k8s.io/v1beta1 1.22 Lease
rbac.authorization.k8s.io/v1alpha1 1.22 ClusterRole ClusterRoleBinding Role RoleBinding
rbac.authorization.k8s.io/v1beta1 1.22 ClusterRole ClusterRoleBinding Role RoleBinding
scheduling.k8s.io/v1alpha1 1.22 PriorityClass
scheduling.k8s.io/v1beta1 1.22 PriorityClass
storage.k8s.io/v1beta1 1.22 CSIDriver CSINode StorageClass VolumeAttachment
batch/v1beta1 1.25 CronJob
discovery.k8s.io/v1beta1 1.25 EndpointSlice
events.k8s.io/v1beta1 1.25 Event
autoscaling/v2beta1 1.25 HorizontalPodAutoscaler
extensions/v1beta1 1.16 PodSecurityPolicy
policy/v1beta1 1.25 PodDisruptionBudget PodSecurityPolicy
node.k8s.io/v1beta1 1.25 RuntimeClass
autoscaling/v2beta2 1.26 HorizontalPodAutoscaler
flowcontrol.apiserver.k8s.io/v1beta1 1.26 FlowSchema PriorityLevelConfiguration
storage.k8s.io/v1beta1 1.27 CSIStorageCapacity
flowcontrol.apiserver.k8s.io/v1beta2 1.29 FlowSchema PriorityLevelConfiguration
flowcontrol.apiserver.k8s.io/v1beta3 1.32 FlowSchema PriorityLevelConfiguration
`;

let all: ReadonlyMap<string, string> | undefined;

function read(): ReadonlyMap<string, string> {
  const lines = REMOVED.trim()
    .split('\n')
    .map((line) => line.split(' '));
  return new Map(lines.flatMap(([version, minor, ...names]) => names.map((name) => [`${version} ${name}`, minor!])));
}

/** Since which minor a version of a kind is no longer served; undefined when it is, or never was. */
export const removedIn = (apiVersion: string, kind: string): string | undefined =>
  (all ??= read()).get(`${apiVersion} ${kind}`);
