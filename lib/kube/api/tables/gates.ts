// The feature gates.
// Written by scripts/generate-kube-api.ts; do not edit.

export const gates = `
APIListChunking -1.32 on=-1.32
APIPriorityAndFairness -1.30 on=-1.30
APIResponseCompression 1.28+ on=1.28+
APISelfSubjectReview -1.29 on=-1.29
APIServerIdentity 1.28+ on=1.28+
APIServerTracing 1.28+ on=1.28+
APIServingWithRoutine 1.30+
AdmissionWebhookMatchConditions -1.32 on=-1.32
AggregatedDiscoveryEndpoint -1.32 on=-1.32
AggregatedDiscoveryRemoveBetaType 1.33+ on=1.33+
AllowDNSOnlyNodeCSR 1.31+
AllowInsecureKubeletCertificateSigningRequests 1.31+
AllowOverwriteTerminationGracePeriodSeconds 1.32+
AllowParsingUserUIDFromCertAuth 1.33+ on=1.33+
AllowServiceExternalIPs 1.36+ on=1.36+
AllowServiceLBStatusOnNonLB 1.29-1.34
AllowUnsafeMalformedObjectDeletion 1.32+
AnonymousAuthConfigurableEndpoints 1.31+ on=1.32+
AnyVolumeDataSource 1.28+ on=1.28+
AppArmor -1.32 on=-1.32
AppArmorFields 1.30-1.32 on=1.30-1.32
AuthorizeNodeWithSelectors 1.31+ on=1.32+
AuthorizePodWebsocketUpgradeCreatePermission 1.35+ on=1.35+
AuthorizeWithSelectors 1.31+ on=1.32+
BtreeWatchCache 1.32+ on=1.32+
CBORServingAndStorage 1.32+
CPUManager -1.32 on=-1.32
CPUManagerPolicyAlphaOptions 1.28+
CPUManagerPolicyBetaOptions 1.28+ on=1.28+
CPUManagerPolicyOptions 1.28+ on=1.28+
CRDObservedGenerationTracking 1.35+ on=1.36+
CRDValidationRatcheting 1.28+ on=1.30+
CRIListStreaming 1.36+
CSIMigrationAzureFile -1.29 on=-1.29
CSIMigrationPortworx -1.35 on=1.31-1.35
CSIMigrationRBD -1.30
CSIMigrationvSphere 1.28 on=1.28
CSINodeExpandSecret -1.30 on=-1.30
CSIServiceAccountTokenSecrets 1.35+ on=1.35+
CSIVolumeHealth 1.28+
ChangeContainerStatusOnKubeletRestart 1.36+
ClearingNominatedNodeNameAfterBinding 1.34+ on=1.35+
CloudControllerManagerWebhook -1.31
CloudDualStackNodeIPs -1.31 on=1.29-1.31
ClusterTrustBundle 1.28+
ClusterTrustBundleProjection 1.29+
ConcurrentWatchObjectDecode 1.31+
ConsistentHTTPGetHandlers -1.30 on=-1.30
ConsistentListFromCache 1.28+ on=1.31+
ConstrainedImpersonation 1.35+ on=1.36+
ContainerCheckpoint 1.28+ on=1.30+
ContainerRestartRules 1.34+ on=1.35+
ContainerStopSignals 1.33+
CoordinatedLeaderElection 1.31+
CronJobTimeZone 1.28 on=1.28
CronJobsScheduledAnnotation -1.34 on=-1.34
CrossNamespaceVolumeDataSource 1.28+
CustomCPUCFSQuotaPeriod 1.28+ on=1.36+
CustomResourceFieldSelectors 1.30+ on=1.31+
CustomResourceValidationExpressions -1.30 on=-1.30
DRAAdminAccess 1.32+ on=1.34+
DRAConsumableCapacity 1.34+ on=1.36+
DRAControlPlaneController 1.31
DRADeviceBindingConditions 1.34+ on=1.36+
DRADeviceTaintRules 1.35+
DRADeviceTaints 1.33+ on=1.36+
DRAExtendedResource 1.34+ on=1.36+
DRAListTypeAttributes 1.36+
DRANodeAllocatableResources 1.36+
DRAPartitionableDevices 1.33+ on=1.36+
DRAPrioritizedList 1.33+ on=1.34+
DRAResourceClaimDeviceStatus 1.32+ on=1.33+
DRAResourceClaimGranularStatusAuthorization 1.36+ on=1.36+
DRAResourcePoolStatus 1.36+
DRASchedulerFilterTimeout 1.34+ on=1.34+
DRAWorkloadResourceClaims 1.36+
DeclarativeValidation 1.33+ on=1.33+
DeclarativeValidationBeta 1.36+ on=1.36+
DeclarativeValidationTakeover 1.33+
DefaultHostNetworkHostPortsInPodTemplates -1.30
DeploymentReplicaSetTerminatingReplicas 1.33+ on=1.35+
DetectCacheInconsistency 1.34+ on=1.34+
DevicePluginCDIDevices -1.33 on=1.29-1.33
DisableAllocatorDualWrite 1.31+ on=1.34+
DisableCPUQuotaWithExclusiveCPUs 1.33+ on=1.33+
DisableCloudProviders -1.32 on=1.29-1.32
DisableKubeletCloudCredentialProviders -1.32 on=1.29-1.32
DisableNodeKubeProxyVersion 1.29+ on=1.33+
DownwardAPIHugePages 1.28 on=1.28
DynamicResourceAllocation 1.28+ on=1.34+
EfficientWatchResumption -1.32 on=-1.32
ElasticIndexedJob -1.33 on=-1.33
EnvFiles 1.34+ on=1.35+
EventedPLEG 1.28+
ExecProbeTimeout 1.28+ on=1.28+
ExpandedDNSConfig -1.29 on=-1.29
ExperimentalHostUserNamespaceDefaulting -1.29
ExtendWebSocketsToKubelet 1.36+ on=1.36+
ExternalServiceAccountTokenSigner 1.32+ on=1.34+
GRPCContainerProbe 1.28 on=1.28
GangScheduling 1.35+
GenericWorkload 1.35+
GitRepoVolumeDriver 1.33+
GracefulNodeShutdown 1.28+ on=1.28+
GracefulNodeShutdownBasedOnPodPriority 1.28+ on=1.28+
HPAConfigurableTolerance 1.33+ on=1.35+
HPAContainerMetrics -1.31 on=-1.31
HPAScaleToZero 1.28+
HonorPVReclaimPolicy -1.35 on=1.31-1.35
HostnameOverride 1.34+ on=1.35+
IPTablesOwnershipCleanup -1.29 on=-1.29
ImageMaximumGCAge 1.29+ on=1.30+
ImageVolume 1.31+ on=1.35+
ImageVolumeWithDigest 1.36+
InPlacePodLevelResourcesVerticalScaling 1.35+ on=1.36+
InPlacePodVerticalScaling 1.28+ on=1.33+
InPlacePodVerticalScalingAllocatedStatus 1.32-1.35
InPlacePodVerticalScalingExclusiveCPUs 1.32+
InPlacePodVerticalScalingExclusiveMemory 1.34+
InPlacePodVerticalScalingInitContainers 1.36+ on=1.36+
InTreePluginAWSUnregister -1.30
InTreePluginAzureDiskUnregister -1.30
InTreePluginAzureFileUnregister -1.30
InTreePluginGCEUnregister -1.30
InTreePluginOpenStackUnregister -1.30
InTreePluginPortworxUnregister -1.35
InTreePluginRBDUnregister -1.30
InTreePluginvSphereUnregister -1.30
JobBackoffLimitPerIndex 1.28+ on=1.29+
JobManagedBy 1.30+ on=1.32+
JobMutableNodeSchedulingDirectives 1.28 on=1.28
JobPodFailurePolicy -1.32 on=-1.32
JobPodReplacementPolicy 1.28+ on=1.29+
JobReadyPods -1.30 on=-1.30
JobSuccessPolicy 1.30+ on=1.31+
JobTrackingWithFinalizers 1.28 on=1.28
KMSv1 1.28+ on=1.28
KMSv2 -1.31 on=-1.31
KMSv2KDF -1.31 on=1.29-1.31
KubeProxyDrainingTerminatingNodes -1.32 on=1.30-1.32
KubeletCgroupDriverFromCRI 1.28+ on=1.31+
KubeletCrashLoopBackOffMax 1.32+ on=1.35+
KubeletEnsureSecretPulledImages 1.33+ on=1.35+
KubeletFineGrainedAuthz 1.32+ on=1.33+
KubeletInUserNamespace 1.28+
KubeletPSI 1.33+ on=1.34+
KubeletPodResources -1.29 on=-1.29
KubeletPodResourcesDynamicResources 1.28+ on=1.34+
KubeletPodResourcesGet 1.28+ on=1.34+
KubeletPodResourcesGetAllocatable -1.29 on=-1.29
KubeletPodResourcesListUseActivePods 1.34+ on=1.34+
KubeletRegistrationGetOnExistsOnly 1.32+
KubeletSeparateDiskGC 1.29+ on=1.31+
KubeletServiceAccountTokenForCredentialProviders 1.33+ on=1.34+
KubeletTracing 1.28+ on=1.28+
LegacyServiceAccountTokenCleanUp -1.31 on=1.29-1.31
LegacyServiceAccountTokenNoAutoGeneration 1.28 on=1.28
LegacyServiceAccountTokenTracking -1.29 on=-1.29
LegacySidecarContainers 1.33
ListFromCacheSnapshot 1.33+ on=1.34+
LoadBalancerIPMode 1.29-1.34 on=1.30-1.34
LocalStorageCapacityIsolationFSQuotaMonitoring 1.28+
LogarithmicScaleDown 1.28+ on=1.28+
ManifestBasedAdmissionControlConfig 1.36+
MatchLabelKeysInPodAffinity 1.29+ on=1.31+
MatchLabelKeysInPodTopologySpread 1.28+ on=1.28+
MatchLabelKeysInPodTopologySpreadSelectorMerge 1.34+ on=1.34+
MaxUnavailableStatefulSet 1.28+
MemoryManager -1.35 on=-1.35
MemoryQoS 1.28+
MinDomainsInPodTopologySpread -1.31 on=-1.31
MinimizeIPTablesRestore -1.29 on=-1.29
MultiCIDRRangeAllocator 1.28
MultiCIDRServiceAllocator 1.28+ on=1.33+
MutableCSINodeAllocatableCount 1.33+ on=1.35+
MutablePVNodeAffinity 1.35+
MutablePodResourcesForSuspendedJobs 1.35+ on=1.36+
MutableSchedulingDirectivesForSuspendedJobs 1.35+ on=1.36+
MutatingAdmissionPolicy 1.30+ on=1.36+
NFTablesProxyMode 1.29+ on=1.31+
NewVolumeManagerReconstruction -1.31 on=-1.31
NodeDeclaredFeatures 1.35+ on=1.36+
NodeInclusionPolicyInPodTopologySpread 1.28+ on=1.28+
NodeLogQuery 1.28+ on=1.36+
NodeOutOfServiceVolumeDetach -1.31 on=-1.31
NodeSwap 1.28+ on=1.30+
NominatedNodeNameForExpectation 1.34+ on=1.35+
OpenAPIEnums 1.28+ on=1.28+
OpenAPIV3 1.28 on=1.28
OpportunisticBatching 1.35+ on=1.35+
OrderedNamespaceDeletion 1.30+ on=1.33+
PDBUnhealthyPodEvictionPolicy -1.32 on=-1.32
PLEGOnDemandRelist 1.36+ on=1.36+
PersistentVolumeClaimUnusedSinceTime 1.36+
PersistentVolumeLastPhaseTransitionTime -1.32 on=1.29-1.32
PodAndContainerStatsFromCRI 1.28+
PodCertificateRequest 1.34+
PodDeletionCost 1.28+ on=1.28+
PodDisruptionConditions -1.33 on=-1.33
PodHostIPs -1.31 on=1.29-1.31
PodIndexLabel -1.34 on=-1.34
PodLevelResourceManagers 1.36+
PodLevelResources 1.32+ on=1.34+
PodLifecycleSleepAction 1.29+ on=1.30+
PodLifecycleSleepActionAllowZero 1.32+ on=1.33+
PodLogsQuerySplitStreams 1.32+
PodObservedGenerationTracking 1.33+ on=1.34+
PodReadyToStartContainersCondition 1.28+ on=1.29+
PodSchedulingReadiness 1.28+ on=1.28+
PodTopologyLabelsAdmission 1.33+ on=1.35+
PodsAPI 1.36+
PortForwardWebsockets 1.30+ on=1.31+
PreferSameTrafficDistribution 1.33+ on=1.34+
PreventStaticPodAPIReferences 1.34+ on=1.34+
ProbeHostPodSecurityStandards 1.34 on=1.34
ProbeTerminationGracePeriod 1.28 on=1.28
ProcMountType 1.28+ on=1.33+
ProxyTerminatingEndpoints -1.29 on=-1.29
QOSReserved 1.28+
ReadWriteOncePod -1.30 on=-1.30
RecoverVolumeExpansionFailure 1.28+ on=1.32+
RecursiveReadOnlyMounts 1.30+ on=1.31+
ReduceDefaultCrashLoopBackOffDecay 1.33+
RelaxedDNSSearchValidation 1.32+ on=1.33+
RelaxedEnvironmentVariableValidation 1.30+ on=1.32+
RelaxedServiceNameValidation 1.34+ on=1.36+
ReloadKubeletServerCertificateFile 1.31+ on=1.31+
RemainingItemCount -1.32 on=-1.32
RemoteRequestHeaderUID 1.32+ on=1.33+
RemoveSelfLink -1.29 on=-1.29
ResilientWatchCacheInitialization 1.31+ on=1.31+
ResourceHealthStatus 1.31+ on=1.36+
ResourceHealthStatusMessage 1.36+ on=1.36+
RestartAllContainersOnContainerExits 1.35+ on=1.36+
RetroactiveDefaultStorageClass 1.28 on=1.28
RetryGenerateName 1.30+ on=1.31+
RotateKubeletServerCertificate 1.28+ on=1.28+
RuntimeClassInImageCriApi 1.29+
SELinuxChangePolicy 1.32+ on=1.33+
SELinuxMount 1.30+
SELinuxMountReadWriteOncePod 1.28+ on=1.28+
SchedulerAsyncAPICalls 1.34+
SchedulerAsyncPreemption 1.32+ on=1.33+
SchedulerPopFromBackoffQ 1.33+ on=1.33+
SchedulerQueueingHints 1.28+ on=1.32+
SeccompDefault 1.28 on=1.28
SecurityContextDeny -1.29
SeparateCacheWatchRPC 1.28+ on=-1.32
SeparateTaintEvictionController 1.29+ on=1.29+
ServerSideApply -1.31 on=-1.31
ServerSideFieldValidation -1.31 on=-1.31
ServiceAccountNodeAudienceRestriction 1.32+ on=1.33+
ServiceAccountTokenJTI 1.29+ on=1.30+
ServiceAccountTokenNodeBinding 1.29+ on=1.31+
ServiceAccountTokenNodeBindingValidation 1.29+ on=1.30+
ServiceAccountTokenPodNodeInfo 1.29+ on=1.30+
ServiceCIDRStatusFieldWiping 1.36+ on=1.36+
ServiceNodePortStaticSubrange -1.30 on=-1.30
ServiceTrafficDistribution 1.30-1.35 on=1.31-1.35
ShardedListAndWatch 1.36+
SidecarContainers 1.28+ on=1.29+
SizeBasedListCostEstimate 1.34+ on=1.34+
SizeMemoryBackedVolumes -1.34 on=-1.34
SkipReadOnlyValidationGCE -1.30 on=1.29-1.30
StableLoadBalancerNodeSet -1.31 on=-1.31
StaleControllerConsistencyDaemonSet 1.36+ on=1.36+
StaleControllerConsistencyJob 1.36+ on=1.36+
StaleControllerConsistencyReplicaSet 1.36+ on=1.36+
StaleControllerConsistencyStatefulSet 1.36+ on=1.36+
StatefulSetAutoDeletePVC -1.34 on=-1.34
StatefulSetSemanticRevisionComparison 1.36+ on=1.36+
StatefulSetStartOrdinal -1.33 on=-1.33
StorageCapacityScoring 1.33+
StorageNamespaceIndex 1.30+ on=1.30+
StorageVersionAPI 1.28+
StorageVersionHash 1.28+ on=1.28+
StorageVersionMigrator 1.30+
StreamingCollectionEncodingToJSON 1.33+ on=1.33+
StreamingCollectionEncodingToProtobuf 1.33+ on=1.33+
StrictCostEnforcementForVAP 1.30-1.34 on=1.32-1.34
StrictCostEnforcementForWebhooks 1.30-1.34 on=1.32-1.34
StrictIPCIDRValidation 1.33+ on=1.36+
StructuredAuthenticationConfiguration 1.29+ on=1.30+
StructuredAuthenticationConfigurationEgressSelector 1.34+ on=1.34+
StructuredAuthenticationConfigurationJWKSMetrics 1.35+ on=1.35+
StructuredAuthorizationConfiguration 1.29-1.35 on=1.30-1.35
SupplementalGroupsPolicy 1.31+ on=1.33+
TaintTolerationComparisonOperators 1.35+
TokenRequestServiceAccountUIDValidation 1.34+ on=1.34+
TopologyAwareHints -1.35 on=-1.35
TopologyAwareWorkloadScheduling 1.36+
TopologyManager 1.28 on=1.28
TopologyManagerPolicyAlphaOptions 1.28+
TopologyManagerPolicyBetaOptions 1.28+ on=1.28+
TopologyManagerPolicyOptions 1.28+ on=1.28+
TranslateStreamCloseWebsocketRequests 1.29+ on=1.30+
UnauthenticatedHTTP2DOSMitigation 1.28+ on=1.29+
UnknownVersionInteroperabilityProxy 1.28+ on=1.36+
UserNamespacesHostNetworkSupport 1.35+
UserNamespacesPodSecurityStandards 1.29-1.34
UserNamespacesSupport 1.28+ on=1.33+
ValidatingAdmissionPolicy -1.31 on=1.30-1.31
VolumeAttributesClass 1.29+ on=1.34+
VolumeCapacityPriority -1.32
VolumeLimitScaling 1.35+
WatchBookmark -1.32 on=-1.32
WatchCacheInitializationPostStartHook 1.31+ on=1.36+
WatchFromStorageWithoutResourceVersion -1.35
WatchList 1.28+ on=1.32,1.34+
WinDSR 1.28+ on=1.33+
WinOverlay 1.28+ on=1.28+
WindowsCPUAndMemoryAffinity 1.32+
WindowsGracefulNodeShutdown 1.32+ on=1.34+
WindowsHostNetwork 1.28+ on=-1.32
WorkloadAwarePreemption 1.36+
WorkloadWithJob 1.36+
ZeroLimitedNominalConcurrencyShares 1.29-1.31 on=1.30-1.31
`;
