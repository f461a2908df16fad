// The rules of the kinds that our own constructs never make; loaded when the first of them is met.
import { checkMutatingAdmissionPolicy } from './admissionregistration/mutating-admission-policy';
import { checkMutatingAdmissionPolicyBinding } from './admissionregistration/mutating-admission-policy-binding';
import { checkMutatingWebhookConfiguration } from './admissionregistration/mutating-webhook-configuration';
import { checkValidatingAdmissionPolicy } from './admissionregistration/validating-admission-policy';
import { checkValidatingAdmissionPolicyBinding } from './admissionregistration/validating-admission-policy-binding';
import { checkValidatingWebhookConfiguration } from './admissionregistration/validating-webhook-configuration';
import { checkCustomResourceDefinition } from './apiextensions/custom-resource-definition';
import { checkAPIService } from './apiregistration/api-service';
import { checkControllerRevision } from './apps/controller-revision';
import { checkDaemonSet } from './apps/daemon-set';
import { checkReplicaSet } from './apps/replica-set';
import { checkStatefulSet } from './apps/stateful-set';
import { checkSelfSubjectReview } from './authentication/self-subject-review';
import { checkTokenReview } from './authentication/token-review';
import { checkLocalSubjectAccessReview } from './authorization/local-subject-access-review';
import { checkSelfSubjectAccessReview } from './authorization/self-subject-access-review';
import { checkSelfSubjectRulesReview } from './authorization/self-subject-rules-review';
import { checkSubjectAccessReview } from './authorization/subject-access-review';
import { checkHorizontalPodAutoscaler } from './autoscaling/horizontal-pod-autoscaler';
import { checkHorizontalPodAutoscalerV1 } from './autoscaling/horizontal-pod-autoscaler-v1';
import { checkCertificateSigningRequest } from './certificates/certificate-signing-request';
import { checkLease } from './coordination/lease';
import { checkBinding } from './core/binding';
import { checkEndpoints } from './core/endpoints';
import { checkEvent } from './core/event';
import { checkLimitRange } from './core/limit-range';
import { checkNamespace } from './core/namespace';
import { checkNode } from './core/node';
import { checkPersistentVolume } from './core/persistent-volume';
import { checkPersistentVolumeClaim } from './core/persistent-volume-claim';
import { checkPod } from './core/pod';
import { checkPodTemplate } from './core/pod-template';
import { checkReplicationController } from './core/replication-controller';
import { checkResourceQuota } from './core/resource-quota';
import { checkServiceAccount } from './core/service-account';
import { checkEndpointSlice } from './discovery/endpoint-slice';
import { checkEventsEvent } from './events/event';
import { checkFlowSchema } from './flowcontrol/flow-schema';
import { checkPriorityLevelConfiguration } from './flowcontrol/priority-level-configuration';
import { checkIngressClass } from './networking/ingress-class';
import { checkIPAddress } from './networking/ip-address';
import { checkNetworkPolicy } from './networking/network-policy';
import { checkServiceCIDR } from './networking/service-cidr';
import { checkRuntimeClass } from './node/runtime-class';
import { checkPodDisruptionBudget } from './policy/pod-disruption-budget';
import { checkClusterRole } from './rbac/cluster-role';
import { checkClusterRoleBinding } from './rbac/cluster-role-binding';
import { checkRole } from './rbac/role';
import { checkRoleBinding } from './rbac/role-binding';
import { checkDeviceClass } from './resource/device-class';
import { checkResourceClaim } from './resource/resource-claim';
import { checkResourceClaimTemplate } from './resource/resource-claim-template';
import { checkResourceSlice } from './resource/resource-slice';
import { checkPriorityClass } from './scheduling/priority-class';
import { checkCSIDriver } from './storage/csi-driver';
import { checkCSINode } from './storage/csi-node';
import { checkCSIStorageCapacity } from './storage/csi-storage-capacity';
import { checkStorageClass } from './storage/storage-class';
import { checkVolumeAttachment } from './storage/volume-attachment';
import { checkVolumeAttributesClass } from './storage/volume-attributes-class';
import type { Known } from './kind';

export const RARE: Readonly<Record<string, Known['check']>> = {
  'v1 Binding': checkBinding,
  'v1 Endpoints': checkEndpoints,
  'v1 Event': checkEvent,
  'v1 LimitRange': checkLimitRange,
  'v1 Namespace': checkNamespace,
  'v1 Node': checkNode,
  'v1 PersistentVolume': checkPersistentVolume,
  'v1 PersistentVolumeClaim': checkPersistentVolumeClaim,
  'v1 Pod': checkPod,
  'v1 PodTemplate': checkPodTemplate,
  'v1 ReplicationController': checkReplicationController,
  'v1 ResourceQuota': checkResourceQuota,
  'v1 ServiceAccount': checkServiceAccount,
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy': checkMutatingAdmissionPolicy,
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding': checkMutatingAdmissionPolicyBinding,
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': checkMutatingWebhookConfiguration,
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': checkValidatingAdmissionPolicy,
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding': checkValidatingAdmissionPolicyBinding,
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': checkValidatingWebhookConfiguration,
  'apiextensions.k8s.io/v1 CustomResourceDefinition': checkCustomResourceDefinition,
  'apiregistration.k8s.io/v1 APIService': checkAPIService,
  'apps/v1 ControllerRevision': checkControllerRevision,
  'apps/v1 DaemonSet': checkDaemonSet,
  'apps/v1 ReplicaSet': checkReplicaSet,
  'apps/v1 StatefulSet': checkStatefulSet,
  'authentication.k8s.io/v1 SelfSubjectReview': checkSelfSubjectReview,
  'authentication.k8s.io/v1 TokenReview': checkTokenReview,
  'authorization.k8s.io/v1 LocalSubjectAccessReview': checkLocalSubjectAccessReview,
  'authorization.k8s.io/v1 SelfSubjectAccessReview': checkSelfSubjectAccessReview,
  'authorization.k8s.io/v1 SelfSubjectRulesReview': checkSelfSubjectRulesReview,
  'authorization.k8s.io/v1 SubjectAccessReview': checkSubjectAccessReview,
  'autoscaling/v1 HorizontalPodAutoscaler': checkHorizontalPodAutoscalerV1,
  'autoscaling/v2 HorizontalPodAutoscaler': checkHorizontalPodAutoscaler,
  'certificates.k8s.io/v1 CertificateSigningRequest': checkCertificateSigningRequest,
  'coordination.k8s.io/v1 Lease': checkLease,
  'discovery.k8s.io/v1 EndpointSlice': checkEndpointSlice,
  'events.k8s.io/v1 Event': checkEventsEvent,
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema': checkFlowSchema,
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': checkPriorityLevelConfiguration,
  'flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema': checkFlowSchema,
  'flowcontrol.apiserver.k8s.io/v1beta2 PriorityLevelConfiguration': checkPriorityLevelConfiguration,
  'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema': checkFlowSchema,
  'flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration': checkPriorityLevelConfiguration,
  'networking.k8s.io/v1 IPAddress': checkIPAddress,
  'networking.k8s.io/v1 IngressClass': checkIngressClass,
  'networking.k8s.io/v1 NetworkPolicy': checkNetworkPolicy,
  'networking.k8s.io/v1 ServiceCIDR': checkServiceCIDR,
  'node.k8s.io/v1 RuntimeClass': checkRuntimeClass,
  'policy/v1 PodDisruptionBudget': checkPodDisruptionBudget,
  'rbac.authorization.k8s.io/v1 ClusterRole': checkClusterRole,
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': checkClusterRoleBinding,
  'rbac.authorization.k8s.io/v1 Role': checkRole,
  'rbac.authorization.k8s.io/v1 RoleBinding': checkRoleBinding,
  'resource.k8s.io/v1 DeviceClass': checkDeviceClass,
  'resource.k8s.io/v1 ResourceClaim': checkResourceClaim,
  'resource.k8s.io/v1 ResourceClaimTemplate': checkResourceClaimTemplate,
  'resource.k8s.io/v1 ResourceSlice': checkResourceSlice,
  'scheduling.k8s.io/v1 PriorityClass': checkPriorityClass,
  'storage.k8s.io/v1 CSIDriver': checkCSIDriver,
  'storage.k8s.io/v1 CSINode': checkCSINode,
  'storage.k8s.io/v1 CSIStorageCapacity': checkCSIStorageCapacity,
  'storage.k8s.io/v1 StorageClass': checkStorageClass,
  'storage.k8s.io/v1 VolumeAttachment': checkVolumeAttachment,
  'storage.k8s.io/v1 VolumeAttributesClass': checkVolumeAttributesClass,
};
