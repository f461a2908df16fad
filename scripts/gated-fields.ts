// The fields that an API server drops while a feature gate is off: `Type.field`, kept by hand from what its strategies do before a create.
// https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/pod/util.go (dropDisabledFields), pkg/registry/*/*/strategy.go (PrepareForCreate)
//
// Not here, as it depends on more than the field: Container.restartPolicy (dropped of an init container without SidecarContainers, and of
// the others, or where it is not Always, without ContainerRestartRules), rules FailIndex of a Job, PersistentVolumeClaimSpec.dataSourceRef
// with a namespace, and what is part of a status.

const fields = {
  // Pods, and the templates of all kinds.
  ClusterTrustBundleProjection: ['VolumeProjection.clusterTrustBundle'],
  ContainerRestartRules: ['Container.restartPolicyRules', 'EphemeralContainer.restartPolicyRules'],
  ContainerStopSignals: ['Lifecycle.stopSignal'],
  DynamicResourceAllocation: ['PodSpec.resourceClaims', 'ResourceRequirements.claims'],
  EnvFiles: ['EnvVarSource.fileKeyRef'],
  GenericWorkload: ['PodSpec.schedulingGroup', 'PodSpec.workloadRef'],
  HostnameOverride: ['PodSpec.hostnameOverride'],
  // The volume goes as a whole, and so do its mounts.
  ImageVolume: ['Volume.image'],
  InPlacePodVerticalScaling: ['Container.resizePolicy', 'EphemeralContainer.resizePolicy'],
  MatchLabelKeysInPodAffinity: ['PodAffinityTerm.matchLabelKeys', 'PodAffinityTerm.mismatchLabelKeys'],
  PodCertificateRequest: ['VolumeProjection.podCertificate'],
  PodLevelResources: ['PodSpec.resources'],
  PodLifecycleSleepAction: ['LifecycleHandler.sleep'],
  // It becomes Default.
  ProcMountType: ['SecurityContext.procMount'],
  RecursiveReadOnlyMounts: ['VolumeMount.recursiveReadOnly'],
  SELinuxChangePolicy: ['PodSecurityContext.seLinuxChangePolicy'],
  SupplementalGroupsPolicy: ['PodSecurityContext.supplementalGroupsPolicy'],
  UserNamespacesSupport: ['PodSpec.hostUsers'],

  // A CronJob keeps these of its jobTemplate, as the Jobs made from it do not.
  JobBackoffLimitPerIndex: ['JobSpec.backoffLimitPerIndex', 'JobSpec.maxFailedIndexes'],
  JobManagedBy: ['JobSpec.managedBy'],
  JobPodReplacementPolicy: ['JobSpec.podReplacementPolicy'],
  JobSuccessPolicy: ['JobSpec.successPolicy'],

  ServiceTrafficDistribution: ['ServiceSpec.trafficDistribution'],

  // The other kinds.
  MaxUnavailableStatefulSet: ['RollingUpdateStatefulSetStrategy.maxUnavailable'],
  AuthorizeWithSelectors: ['ResourceAttributes.fieldSelector', 'ResourceAttributes.labelSelector'],
  HPAConfigurableTolerance: ['HPAScalingRules.tolerance'],
  VolumeAttributesClass: [
    'PersistentVolumeClaimSpec.volumeAttributesClassName',
    'PersistentVolumeSpec.volumeAttributesClassName',
  ],
  CoordinatedLeaderElection: ['LeaseSpec.preferredHolder', 'LeaseSpec.strategy'],
  CustomResourceFieldSelectors: ['CustomResourceDefinitionVersion.selectableFields'],
  CRDValidationRatcheting: ['ValidationRule.optionalOldSelf'],
  PreferSameTrafficDistribution: ['EndpointHints.forNodes'],
  MutableCSINodeAllocatableCount: ['CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds'],
  VolumeLimitScaling: ['CSIDriverSpec.preventPodSchedulingIfMissing'],
  DRAConsumableCapacity: [
    'Device.allowMultipleAllocations',
    'DeviceCapacity.requestPolicy',
    'DeviceConstraint.distinctAttribute',
    'DeviceSubRequest.capacity',
    'ExactDeviceRequest.capacity',
  ],
  DRADeviceBindingConditions: ['Device.bindingConditions', 'Device.bindingFailureConditions', 'Device.bindsToNode'],
  DRADeviceTaints: ['Device.taints', 'DeviceSubRequest.tolerations', 'ExactDeviceRequest.tolerations'],
  DRAExtendedResource: ['DeviceClassSpec.extendedResourceName'],
  DRAListTypeAttributes: [
    'DeviceAttribute.bools',
    'DeviceAttribute.ints',
    'DeviceAttribute.strings',
    'DeviceAttribute.versions',
  ],
  DRANodeAllocatableResources: ['Device.nodeAllocatableResourceMappings'],
  DRAPartitionableDevices: [
    'Device.allNodes',
    'Device.consumesCounters',
    'Device.nodeName',
    'Device.nodeSelector',
    'ResourceSliceSpec.perDeviceNodeSelection',
    'ResourceSliceSpec.sharedCounters',
  ],
};

/** `Type.field` to its gate. */
export const gatedFields: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(fields).flatMap(([gate, names]) => names.map((name) => [name, gate])),
);
