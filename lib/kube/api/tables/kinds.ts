// The kinds that can be created.
// Written by scripts/generate-kube-api.ts; do not edit.

export const kinds = `
admissionregistration.k8s.io/v1 MutatingAdmissionPolicy cluster on=1.36+
admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding cluster on=1.36+
admissionregistration.k8s.io/v1 MutatingWebhookConfiguration cluster
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy cluster on=1.30+
admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding cluster on=1.30+
admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration cluster
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy cluster off=1.32+
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicyBinding cluster off=1.32+
admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicy cluster off=-1.31
admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicyBinding cluster off=-1.31
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy cluster off=1.34+
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicyBinding cluster off=1.34+
admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy cluster off=-1.33
admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicyBinding cluster off=-1.33
apiextensions.k8s.io/v1 CustomResourceDefinition cluster
apiregistration.k8s.io/v1 APIService cluster
apps/v1 ControllerRevision
apps/v1 DaemonSet
apps/v1 Deployment
apps/v1 ReplicaSet
apps/v1 StatefulSet
authentication.k8s.io/v1 SelfSubjectReview cluster
authentication.k8s.io/v1 TokenReview cluster
authentication.k8s.io/v1alpha1 SelfSubjectReview cluster off=-1.31
authentication.k8s.io/v1beta1 SelfSubjectReview cluster off=-1.32
authorization.k8s.io/v1 LocalSubjectAccessReview
authorization.k8s.io/v1 SelfSubjectAccessReview cluster
authorization.k8s.io/v1 SelfSubjectRulesReview cluster
authorization.k8s.io/v1 SubjectAccessReview cluster
autoscaling/v1 HorizontalPodAutoscaler type=autoscaling.v1.HorizontalPodAutoscaler
autoscaling/v2 HorizontalPodAutoscaler
batch/v1 CronJob
batch/v1 Job
certificates.k8s.io/v1 CertificateSigningRequest cluster
certificates.k8s.io/v1alpha1 ClusterTrustBundle cluster off=1.28+
certificates.k8s.io/v1alpha1 PodCertificateRequest off=1.34
certificates.k8s.io/v1beta1 ClusterTrustBundle cluster off=1.33+
certificates.k8s.io/v1beta1 PodCertificateRequest off=1.35+
coordination.k8s.io/v1 Lease
coordination.k8s.io/v1alpha1 LeaseCandidate off=1.31
coordination.k8s.io/v1alpha2 LeaseCandidate off=1.32+
coordination.k8s.io/v1beta1 LeaseCandidate off=1.33+
discovery.k8s.io/v1 EndpointSlice
events.k8s.io/v1 Event type=events.v1.Event
flowcontrol.apiserver.k8s.io/v1 FlowSchema cluster on=1.29+
flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration cluster on=1.29+
flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema cluster type=flowcontrol.v1beta2.FlowSchema on=1.28
flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration cluster type=flowcontrol.v1beta2.PriorityLevelConfiguration on=1.28
flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema cluster type=flowcontrol.v1beta3.FlowSchema on=-1.31
flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration cluster type=flowcontrol.v1beta3.PriorityLevelConfiguration on=-1.31
internal.apiserver.k8s.io/v1alpha1 StorageVersion cluster off=1.28+
networking.k8s.io/v1 IPAddress cluster on=1.33+
networking.k8s.io/v1 Ingress
networking.k8s.io/v1 IngressClass cluster
networking.k8s.io/v1 NetworkPolicy
networking.k8s.io/v1 ServiceCIDR cluster on=1.33+
networking.k8s.io/v1alpha1 ClusterCIDR cluster off=1.28
networking.k8s.io/v1alpha1 IPAddress cluster off=-1.30
networking.k8s.io/v1alpha1 ServiceCIDR cluster off=1.29-1.30
networking.k8s.io/v1beta1 IPAddress cluster off=1.31+
networking.k8s.io/v1beta1 ServiceCIDR cluster off=1.31+
node.k8s.io/v1 RuntimeClass cluster
policy/v1 PodDisruptionBudget
rbac.authorization.k8s.io/v1 ClusterRole cluster
rbac.authorization.k8s.io/v1 ClusterRoleBinding cluster
rbac.authorization.k8s.io/v1 Role
rbac.authorization.k8s.io/v1 RoleBinding
resource.k8s.io/v1 DeviceClass cluster on=1.34+
resource.k8s.io/v1 ResourceClaim type=resource.v1.ResourceClaim on=1.34+
resource.k8s.io/v1 ResourceClaimTemplate on=1.34+
resource.k8s.io/v1 ResourceSlice cluster on=1.34+
resource.k8s.io/v1alpha2 PodSchedulingContext off=-1.30
resource.k8s.io/v1alpha2 ResourceClaim off=-1.30
resource.k8s.io/v1alpha2 ResourceClaimParameters off=1.30
resource.k8s.io/v1alpha2 ResourceClaimTemplate off=-1.30
resource.k8s.io/v1alpha2 ResourceClass cluster off=-1.30
resource.k8s.io/v1alpha2 ResourceClassParameters off=1.30
resource.k8s.io/v1alpha2 ResourceSlice cluster off=1.30
resource.k8s.io/v1alpha3 DeviceClass cluster off=1.31-1.33
resource.k8s.io/v1alpha3 DeviceTaintRule cluster off=1.33+
resource.k8s.io/v1alpha3 PodSchedulingContext off=1.31
resource.k8s.io/v1alpha3 ResourceClaim off=1.31-1.33
resource.k8s.io/v1alpha3 ResourceClaimTemplate off=1.31-1.33
resource.k8s.io/v1alpha3 ResourcePoolStatusRequest cluster off=1.36+
resource.k8s.io/v1alpha3 ResourceSlice cluster off=1.31-1.33
resource.k8s.io/v1beta1 DeviceClass cluster off=1.32+
resource.k8s.io/v1beta1 ResourceClaim off=1.32+
resource.k8s.io/v1beta1 ResourceClaimTemplate off=1.32+
resource.k8s.io/v1beta1 ResourceSlice cluster off=1.32+
resource.k8s.io/v1beta2 DeviceClass cluster off=1.33+
resource.k8s.io/v1beta2 DeviceTaintRule cluster off=1.36+
resource.k8s.io/v1beta2 ResourceClaim off=1.33+
resource.k8s.io/v1beta2 ResourceClaimTemplate off=1.33+
resource.k8s.io/v1beta2 ResourceSlice cluster off=1.33+
scheduling.k8s.io/v1 PriorityClass cluster
scheduling.k8s.io/v1alpha1 Workload off=1.35
scheduling.k8s.io/v1alpha2 PodGroup off=1.36+
scheduling.k8s.io/v1alpha2 Workload off=1.36+
storage.k8s.io/v1 CSIDriver cluster
storage.k8s.io/v1 CSINode cluster
storage.k8s.io/v1 CSIStorageCapacity
storage.k8s.io/v1 StorageClass cluster
storage.k8s.io/v1 VolumeAttachment cluster
storage.k8s.io/v1 VolumeAttributesClass cluster on=1.34+
storage.k8s.io/v1alpha1 VolumeAttributesClass cluster off=1.29-1.34
storage.k8s.io/v1beta1 VolumeAttributesClass cluster off=1.31+
storagemigration.k8s.io/v1alpha1 StorageVersionMigration cluster off=1.30-1.34
storagemigration.k8s.io/v1beta1 StorageVersionMigration cluster off=1.35+
v1 Binding
v1 ConfigMap
v1 Endpoints
v1 Event
v1 LimitRange
v1 Namespace cluster
v1 Node cluster
v1 PersistentVolume cluster
v1 PersistentVolumeClaim
v1 Pod
v1 PodTemplate
v1 ReplicationController
v1 ResourceQuota
v1 Secret
v1 Service
v1 ServiceAccount
`;
