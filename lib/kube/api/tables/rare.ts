// The fields of all other types.
// Written by scripts/generate-kube-api.ts; do not edit.

export const rare = `
APIService
 apiVersion string
 kind string
 metadata ObjectMeta
 spec APIServiceSpec
 status APIServiceStatus
APIServiceCondition
 lastTransitionTime time
 message string
 reason string
 status! string
 type! string
APIServiceSpec
 caBundle bytes
 group string
 groupPriorityMinimum! int32
 insecureSkipTLSVerify bool
 service apiregistration.v1.ServiceReference
 version string
 versionPriority! int32
APIServiceStatus
 conditions APIServiceCondition[]
AllocatedDeviceStatus
 conditions Condition[]
 data any
 device! string
 driver! string
 networkData NetworkDeviceData
 pool! string
 shareID string
AllocationResult
 allocationTimestamp time
 devices DeviceAllocationResult
 nodeSelector NodeSelector
ApplyConfiguration
 expression string
AuditAnnotation
 key! string
 valueExpression! string
CELDeviceSelector
 expression! string
CSIDriver
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CSIDriverSpec
CSIDriverSpec
 attachRequired bool
 fsGroupPolicy string
 nodeAllocatableUpdatePeriodSeconds int64 1.33+ MutableCSINodeAllocatableCount
 podInfoOnMount bool
 preventPodSchedulingIfMissing bool 1.36+ VolumeLimitScaling
 requiresRepublish bool
 seLinuxMount bool
 serviceAccountTokenInSecrets bool 1.35+
 storageCapacity bool
 tokenRequests TokenRequest[]
 volumeLifecycleModes string[]
CSINode
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CSINodeSpec
CSINodeDriver
 allocatable VolumeNodeResources
 name! string
 nodeID! string
 topologyKeys string[]
CSINodeSpec
 drivers! CSINodeDriver[]
CSIStorageCapacity
 apiVersion string
 capacity quantity
 kind string
 maximumVolumeSize quantity
 metadata ObjectMeta
 nodeTopology LabelSelector
 storageClassName! string
CapacityRequestPolicy
 default quantity
 validRange CapacityRequestPolicyRange
 validValues quantity[]
CapacityRequestPolicyRange
 max quantity
 min! quantity
 step quantity
CapacityRequirements
 requests map<quantity>
CertificateSigningRequest
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CertificateSigningRequestSpec
 status CertificateSigningRequestStatus
CertificateSigningRequestCondition
 lastTransitionTime time
 lastUpdateTime time
 message string
 reason string
 status! string
 type! string
CertificateSigningRequestSpec
 expirationSeconds int32
 extra map<string[]>
 groups string[]
 request! bytes
 signerName! string
 uid string
 usages string[]
 username string
CertificateSigningRequestStatus
 certificate bytes
 conditions CertificateSigningRequestCondition[]
Counter
 value! quantity
CounterSet
 counters! map<Counter>
 name! string
CustomResourceColumnDefinition
 description string
 format string
 jsonPath! string
 name! string
 priority int32
 type! string
CustomResourceConversion
 strategy! string
 webhook WebhookConversion
CustomResourceDefinition
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! CustomResourceDefinitionSpec
 status CustomResourceDefinitionStatus
CustomResourceDefinitionCondition
 lastTransitionTime time
 message string
 observedGeneration int64 1.35+
 reason string
 status! string
 type! string
CustomResourceDefinitionNames
 categories string[]
 kind! string
 listKind string
 plural! string
 shortNames string[]
 singular string
CustomResourceDefinitionSpec
 conversion CustomResourceConversion
 group! string
 names! CustomResourceDefinitionNames
 preserveUnknownFields bool
 scope! string
 versions! CustomResourceDefinitionVersion[]
CustomResourceDefinitionStatus
 acceptedNames CustomResourceDefinitionNames
 conditions CustomResourceDefinitionCondition[]
 observedGeneration int64 1.35+
 storedVersions string[]
CustomResourceDefinitionVersion
 additionalPrinterColumns CustomResourceColumnDefinition[]
 deprecated bool
 deprecationWarning string
 name! string
 schema CustomResourceValidation
 selectableFields SelectableField[] 1.30+ CustomResourceFieldSelectors
 served! bool
 storage! bool
 subresources CustomResourceSubresources
CustomResourceSubresourceScale
 labelSelectorPath string
 specReplicasPath! string
 statusReplicasPath! string
CustomResourceSubresourceStatus
CustomResourceSubresources
 scale CustomResourceSubresourceScale
 status CustomResourceSubresourceStatus
CustomResourceValidation
 openAPIV3Schema JSONSchemaProps
Device
 allNodes bool DRAPartitionableDevices
 allowMultipleAllocations bool DRAConsumableCapacity
 attributes map<DeviceAttribute>
 bindingConditions string[] DRADeviceBindingConditions
 bindingFailureConditions string[] DRADeviceBindingConditions
 bindsToNode bool DRADeviceBindingConditions
 capacity map<DeviceCapacity>
 consumesCounters DeviceCounterConsumption[] DRAPartitionableDevices
 name! string
 nodeAllocatableResourceMappings map<NodeAllocatableResourceMapping> 1.36+ DRANodeAllocatableResources
 nodeName string DRAPartitionableDevices
 nodeSelector NodeSelector DRAPartitionableDevices
 taints DeviceTaint[] DRADeviceTaints
DeviceAllocationConfiguration
 opaque OpaqueDeviceConfiguration
 requests string[]
 source! string
DeviceAllocationResult
 config DeviceAllocationConfiguration[]
 results DeviceRequestAllocationResult[]
DeviceAttribute
 bool bool
 bools bool[] 1.36+ DRAListTypeAttributes
 int int64
 ints int64[] 1.36+ DRAListTypeAttributes
 string string
 strings string[] 1.36+ DRAListTypeAttributes
 version string
 versions string[] 1.36+ DRAListTypeAttributes
DeviceCapacity
 requestPolicy CapacityRequestPolicy DRAConsumableCapacity
 value! quantity
DeviceClaim
 config DeviceClaimConfiguration[]
 constraints DeviceConstraint[]
 requests DeviceRequest[]
DeviceClaimConfiguration
 opaque OpaqueDeviceConfiguration
 requests string[]
DeviceClass
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! DeviceClassSpec
DeviceClassConfiguration
 opaque OpaqueDeviceConfiguration
DeviceClassSpec
 config DeviceClassConfiguration[]
 extendedResourceName string DRAExtendedResource
 selectors DeviceSelector[]
DeviceConstraint
 distinctAttribute string DRAConsumableCapacity
 matchAttribute string
 requests string[]
DeviceCounterConsumption
 counterSet! string
 counters! map<Counter>
DeviceRequest
 exactly ExactDeviceRequest
 firstAvailable DeviceSubRequest[]
 name! string
DeviceRequestAllocationResult
 adminAccess bool
 bindingConditions string[]
 bindingFailureConditions string[]
 consumedCapacity map<quantity>
 device! string
 driver! string
 pool! string
 request! string
 shareID string
 tolerations DeviceToleration[]
DeviceSelector
 cel CELDeviceSelector
DeviceSubRequest
 allocationMode string
 capacity CapacityRequirements DRAConsumableCapacity
 count int64
 deviceClassName! string
 name! string
 selectors DeviceSelector[]
 tolerations DeviceToleration[] DRADeviceTaints
DeviceTaint
 effect! string
 key! string
 timeAdded time
 value string
DeviceToleration
 effect string
 key string
 operator string
 tolerationSeconds int64
 value string
Endpoint
 addresses! string[]
 conditions EndpointConditions
 deprecatedTopology map<string>
 hints EndpointHints
 hostname string
 nodeName string
 targetRef ObjectReference
 zone string
EndpointConditions
 ready bool
 serving bool
 terminating bool
EndpointHints
 forNodes ForNode[] 1.33+ PreferSameTrafficDistribution
 forZones ForZone[]
EndpointSlice
 addressType! string
 apiVersion string
 endpoints Endpoint[]
 kind string
 metadata ObjectMeta
 ports discovery.v1.EndpointPort[]
ExactDeviceRequest
 adminAccess bool
 allocationMode string
 capacity CapacityRequirements DRAConsumableCapacity
 count int64
 deviceClassName! string
 selectors DeviceSelector[]
 tolerations DeviceToleration[] DRADeviceTaints
ExemptPriorityLevelConfiguration
 lendablePercent int32
 nominalConcurrencyShares int32
ExpressionWarning
 fieldRef! string
 warning! string
ExternalDocumentation
 description string
 url string
FieldSelectorAttributes
 rawSelector string
 requirements FieldSelectorRequirement[]
FlowDistinguisherMethod
 type! string
FlowSchema
 apiVersion string
 kind string
 metadata ObjectMeta
 spec FlowSchemaSpec
 status FlowSchemaStatus
FlowSchemaCondition
 lastTransitionTime time
 message string
 reason string
 status string
 type string
FlowSchemaSpec
 distinguisherMethod FlowDistinguisherMethod
 matchingPrecedence int32
 priorityLevelConfiguration! PriorityLevelConfigurationReference
 rules PolicyRulesWithSubjects[]
FlowSchemaStatus
 conditions FlowSchemaCondition[]
ForNode
 name! string
ForZone
 name! string
GroupSubject
 name! string
JSONPatch
 expression string
JSONSchemaProps
 $ref string
 $schema string
 additionalItems JSONSchemaProps|bool
 additionalProperties JSONSchemaProps|bool
 allOf JSONSchemaProps[]
 anyOf JSONSchemaProps[]
 default any
 definitions map<JSONSchemaProps>
 dependencies map<JSONSchemaProps|string[]>
 description string
 enum any[]
 example any
 exclusiveMaximum bool
 exclusiveMinimum bool
 externalDocs ExternalDocumentation
 format string
 id string
 items JSONSchemaProps|JSONSchemaProps[]
 maxItems int64
 maxLength int64
 maxProperties int64
 maximum double
 minItems int64
 minLength int64
 minProperties int64
 minimum double
 multipleOf double
 not JSONSchemaProps
 nullable bool
 oneOf JSONSchemaProps[]
 pattern string
 patternProperties map<JSONSchemaProps>
 properties map<JSONSchemaProps>
 required string[]
 title string
 type string
 uniqueItems bool
 x-kubernetes-embedded-resource bool
 x-kubernetes-int-or-string bool
 x-kubernetes-list-map-keys string[]
 x-kubernetes-list-type string
 x-kubernetes-map-type string
 x-kubernetes-preserve-unknown-fields bool
 x-kubernetes-validations ValidationRule[]
LabelSelectorAttributes
 rawSelector string
 requirements LabelSelectorRequirement[]
Lease
 apiVersion string
 kind string
 metadata ObjectMeta
 spec LeaseSpec
LeaseSpec
 acquireTime microTime
 holderIdentity string
 leaseDurationSeconds int32
 leaseTransitions int32
 preferredHolder string 1.31+ CoordinatedLeaderElection
 renewTime microTime
 strategy string 1.31+ CoordinatedLeaderElection
LimitResponse
 queuing QueuingConfiguration
 type! string
LimitedPriorityLevelConfiguration
 borrowingLimitPercent int32
 lendablePercent int32
 limitResponse LimitResponse
 nominalConcurrencyShares int32
LocalSubjectAccessReview
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! SubjectAccessReviewSpec
 status SubjectAccessReviewStatus
MatchCondition
 expression! string
 name! string
MatchResources
 excludeResourceRules NamedRuleWithOperations[]
 matchPolicy string
 namespaceSelector LabelSelector
 objectSelector LabelSelector
 resourceRules NamedRuleWithOperations[]
MutatingAdmissionPolicy
 apiVersion string
 kind string
 metadata ObjectMeta
 spec MutatingAdmissionPolicySpec
MutatingAdmissionPolicyBinding
 apiVersion string
 kind string
 metadata ObjectMeta
 spec MutatingAdmissionPolicyBindingSpec
MutatingAdmissionPolicyBindingSpec
 matchResources MatchResources
 paramRef ParamRef
 policyName string
MutatingAdmissionPolicySpec
 failurePolicy string
 matchConditions MatchCondition[]
 matchConstraints MatchResources
 mutations Mutation[]
 paramKind ParamKind
 reinvocationPolicy string
 variables Variable[]
MutatingWebhook
 admissionReviewVersions! string[]
 clientConfig! WebhookClientConfig
 failurePolicy string
 matchConditions MatchCondition[]
 matchPolicy string
 name! string
 namespaceSelector LabelSelector
 objectSelector LabelSelector
 reinvocationPolicy string
 rules RuleWithOperations[]
 sideEffects! string
 timeoutSeconds int32
MutatingWebhookConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 webhooks MutatingWebhook[]
Mutation
 applyConfiguration ApplyConfiguration
 jsonPatch JSONPatch
 patchType! string
NamedRuleWithOperations
 apiGroups string[]
 apiVersions string[]
 operations string[]
 resourceNames string[]
 resources string[]
 scope string
NetworkDeviceData
 hardwareAddress string
 interfaceName string
 ips string[]
NodeAllocatableResourceMapping
 allocationMultiplier quantity
 capacityKey string
NonResourceAttributes
 path string
 verb string
NonResourcePolicyRule
 nonResourceURLs! string[]
 verbs! string[]
NonResourceRule
 nonResourceURLs string[]
 verbs! string[]
OpaqueDeviceConfiguration
 driver! string
 parameters! any
Overhead
 podFixed map<quantity>
ParamKind
 apiVersion string
 kind string
ParamRef
 name string
 namespace string
 parameterNotFoundAction string
 selector LabelSelector
PolicyRulesWithSubjects
 nonResourceRules NonResourcePolicyRule[]
 resourceRules ResourcePolicyRule[]
 subjects! flowcontrol.v1.Subject[]
PriorityClass
 apiVersion string
 description string
 globalDefault bool
 kind string
 metadata ObjectMeta
 preemptionPolicy string
 value int32
PriorityLevelConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 spec PriorityLevelConfigurationSpec
 status PriorityLevelConfigurationStatus
PriorityLevelConfigurationCondition
 lastTransitionTime time
 message string
 reason string
 status string
 type string
PriorityLevelConfigurationReference
 name! string
PriorityLevelConfigurationSpec
 exempt ExemptPriorityLevelConfiguration
 limited LimitedPriorityLevelConfiguration
 type! string
PriorityLevelConfigurationStatus
 conditions PriorityLevelConfigurationCondition[]
QueuingConfiguration
 handSize int32
 queueLengthLimit int32
 queues int32
ResourceAttributes
 fieldSelector FieldSelectorAttributes 1.31+ AuthorizeWithSelectors
 group string
 labelSelector LabelSelectorAttributes 1.31+ AuthorizeWithSelectors
 name string
 namespace string
 resource string
 subresource string
 verb string
 version string
ResourceClaimConsumerReference
 apiGroup string
 name! string
 resource! string
 uid! string
ResourceClaimSpec
 devices DeviceClaim
ResourceClaimStatus
 allocation AllocationResult
 devices AllocatedDeviceStatus[]
 reservedFor ResourceClaimConsumerReference[]
ResourceClaimTemplate
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! ResourceClaimTemplateSpec
ResourceClaimTemplateSpec
 metadata ObjectMeta
 spec! ResourceClaimSpec
ResourcePolicyRule
 apiGroups! string[]
 clusterScope bool
 namespaces string[]
 resources! string[]
 verbs! string[]
ResourcePool
 generation! int64
 name! string
 resourceSliceCount! int64
ResourceRule
 apiGroups string[]
 resourceNames string[]
 resources string[]
 verbs! string[]
ResourceSlice
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! ResourceSliceSpec
ResourceSliceSpec
 allNodes bool
 devices Device[]
 driver! string
 nodeName string
 nodeSelector NodeSelector
 perDeviceNodeSelection bool DRAPartitionableDevices
 pool! ResourcePool
 sharedCounters CounterSet[] DRAPartitionableDevices
RuleWithOperations
 apiGroups string[]
 apiVersions string[]
 operations string[]
 resources string[]
 scope string
RuntimeClass
 apiVersion string
 handler! string
 kind string
 metadata ObjectMeta
 overhead Overhead
 scheduling Scheduling
Scheduling
 nodeSelector map<string>
 tolerations Toleration[]
SelectableField
 jsonPath! string
SelfSubjectAccessReview
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! SelfSubjectAccessReviewSpec
 status SubjectAccessReviewStatus
SelfSubjectAccessReviewSpec
 nonResourceAttributes NonResourceAttributes
 resourceAttributes ResourceAttributes
SelfSubjectReview
 apiVersion string
 kind string
 metadata ObjectMeta
 status SelfSubjectReviewStatus
SelfSubjectReviewStatus
 userInfo UserInfo
SelfSubjectRulesReview
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! SelfSubjectRulesReviewSpec
 status SubjectRulesReviewStatus
SelfSubjectRulesReviewSpec
 namespace string
ServiceAccountSubject
 name! string
 namespace! string
ServiceReference
 name! string
 namespace! string
 path string
 port int32
StorageClass
 allowVolumeExpansion bool
 allowedTopologies TopologySelectorTerm[]
 apiVersion string
 kind string
 metadata ObjectMeta
 mountOptions string[]
 parameters map<string>
 provisioner! string
 reclaimPolicy string
 volumeBindingMode string
SubjectAccessReview
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! SubjectAccessReviewSpec
 status SubjectAccessReviewStatus
SubjectAccessReviewSpec
 extra map<string[]>
 groups string[]
 nonResourceAttributes NonResourceAttributes
 resourceAttributes ResourceAttributes
 uid string
 user string
SubjectAccessReviewStatus
 allowed! bool
 denied bool
 evaluationError string
 reason string
SubjectRulesReviewStatus
 evaluationError string
 incomplete! bool
 nonResourceRules! NonResourceRule[]
 resourceRules! ResourceRule[]
TokenRequest
 audience! string
 expirationSeconds int64
TokenReview
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! TokenReviewSpec
 status TokenReviewStatus
TokenReviewSpec
 audiences string[]
 token! string
TokenReviewStatus
 audiences string[]
 authenticated bool
 error string
 user UserInfo
TypeChecking
 expressionWarnings ExpressionWarning[]
UserInfo
 extra map<string[]>
 groups string[]
 uid string
 username string
UserSubject
 name! string
ValidatingAdmissionPolicy
 apiVersion string
 kind string
 metadata ObjectMeta
 spec ValidatingAdmissionPolicySpec
 status ValidatingAdmissionPolicyStatus
ValidatingAdmissionPolicyBinding
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! ValidatingAdmissionPolicyBindingSpec
ValidatingAdmissionPolicyBindingSpec
 matchResources MatchResources
 paramRef ParamRef
 policyName! string
 validationActions! string[]
ValidatingAdmissionPolicySpec
 auditAnnotations AuditAnnotation[]
 failurePolicy string
 matchConditions MatchCondition[]
 matchConstraints MatchResources
 paramKind ParamKind
 validations Validation[]
 variables Variable[]
ValidatingAdmissionPolicyStatus
 conditions Condition[]
 observedGeneration int64
 typeChecking TypeChecking
ValidatingWebhook
 admissionReviewVersions! string[]
 clientConfig! WebhookClientConfig
 failurePolicy string
 matchConditions MatchCondition[]
 matchPolicy string
 name! string
 namespaceSelector LabelSelector
 objectSelector LabelSelector
 rules RuleWithOperations[]
 sideEffects! string
 timeoutSeconds int32
ValidatingWebhookConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 webhooks ValidatingWebhook[]
Validation
 expression! string
 message string
 messageExpression string
 reason string
ValidationRule
 fieldPath string
 message string
 messageExpression string
 optionalOldSelf bool 1.29+ CRDValidationRatcheting
 reason string
 rule! string
Variable
 expression! string
 name! string
VolumeAttachment
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! VolumeAttachmentSpec
 status VolumeAttachmentStatus
VolumeAttachmentSource
 inlineVolumeSpec PersistentVolumeSpec
 persistentVolumeName string
VolumeAttachmentSpec
 attacher! string
 nodeName! string
 source! VolumeAttachmentSource
VolumeAttachmentStatus
 attachError VolumeError
 attached! bool
 attachmentMetadata map<string>
 detachError VolumeError
VolumeAttributesClass
 apiVersion string
 driverName! string
 kind string
 metadata ObjectMeta
 parameters map<string>
VolumeError
 errorCode int32 1.33+
 message string
 time time
VolumeNodeResources
 count int32
WebhookClientConfig
 caBundle bytes
 service ServiceReference
 url string
WebhookConversion
 clientConfig apiextensions.v1.WebhookClientConfig
 conversionReviewVersions! string[]
apiextensions.v1.ServiceReference
 name! string
 namespace! string
 path string
 port int32
apiextensions.v1.WebhookClientConfig
 caBundle bytes
 service apiextensions.v1.ServiceReference
 url string
apiregistration.v1.ServiceReference
 name string
 namespace string
 port int32
discovery.v1.EndpointPort
 appProtocol string
 name string
 port int32
 protocol string
events.v1.Event
 action string
 apiVersion string
 deprecatedCount int32
 deprecatedFirstTimestamp time
 deprecatedLastTimestamp time
 deprecatedSource EventSource
 eventTime! microTime
 kind string
 metadata ObjectMeta
 note string
 reason string
 regarding ObjectReference
 related ObjectReference
 reportingController string
 reportingInstance string
 series events.v1.EventSeries
 type string
events.v1.EventSeries
 count! int32
 lastObservedTime! microTime
flowcontrol.v1.Subject
 group GroupSubject
 kind! string
 serviceAccount ServiceAccountSubject
 user UserSubject
flowcontrol.v1beta2.ExemptPriorityLevelConfiguration
 lendablePercent int32
 nominalConcurrencyShares int32
flowcontrol.v1beta2.FlowDistinguisherMethod
 type! string
flowcontrol.v1beta2.FlowSchema
 apiVersion string
 kind string
 metadata ObjectMeta
 spec flowcontrol.v1beta2.FlowSchemaSpec
 status flowcontrol.v1beta2.FlowSchemaStatus
flowcontrol.v1beta2.FlowSchemaCondition
 lastTransitionTime time
 message string
 reason string
 status string
 type string
flowcontrol.v1beta2.FlowSchemaSpec
 distinguisherMethod flowcontrol.v1beta2.FlowDistinguisherMethod
 matchingPrecedence int32
 priorityLevelConfiguration! flowcontrol.v1beta2.PriorityLevelConfigurationReference
 rules flowcontrol.v1beta2.PolicyRulesWithSubjects[]
flowcontrol.v1beta2.FlowSchemaStatus
 conditions flowcontrol.v1beta2.FlowSchemaCondition[]
flowcontrol.v1beta2.GroupSubject
 name! string
flowcontrol.v1beta2.LimitResponse
 queuing flowcontrol.v1beta2.QueuingConfiguration
 type! string
flowcontrol.v1beta2.LimitedPriorityLevelConfiguration
 assuredConcurrencyShares int32
 borrowingLimitPercent int32
 lendablePercent int32
 limitResponse flowcontrol.v1beta2.LimitResponse
flowcontrol.v1beta2.NonResourcePolicyRule
 nonResourceURLs! string[]
 verbs! string[]
flowcontrol.v1beta2.PolicyRulesWithSubjects
 nonResourceRules flowcontrol.v1beta2.NonResourcePolicyRule[]
 resourceRules flowcontrol.v1beta2.ResourcePolicyRule[]
 subjects! flowcontrol.v1beta2.Subject[]
flowcontrol.v1beta2.PriorityLevelConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 spec flowcontrol.v1beta2.PriorityLevelConfigurationSpec
 status flowcontrol.v1beta2.PriorityLevelConfigurationStatus
flowcontrol.v1beta2.PriorityLevelConfigurationCondition
 lastTransitionTime time
 message string
 reason string
 status string
 type string
flowcontrol.v1beta2.PriorityLevelConfigurationReference
 name! string
flowcontrol.v1beta2.PriorityLevelConfigurationSpec
 exempt flowcontrol.v1beta2.ExemptPriorityLevelConfiguration
 limited flowcontrol.v1beta2.LimitedPriorityLevelConfiguration
 type! string
flowcontrol.v1beta2.PriorityLevelConfigurationStatus
 conditions flowcontrol.v1beta2.PriorityLevelConfigurationCondition[]
flowcontrol.v1beta2.QueuingConfiguration
 handSize int32
 queueLengthLimit int32
 queues int32
flowcontrol.v1beta2.ResourcePolicyRule
 apiGroups! string[]
 clusterScope bool
 namespaces string[]
 resources! string[]
 verbs! string[]
flowcontrol.v1beta2.ServiceAccountSubject
 name! string
 namespace! string
flowcontrol.v1beta2.Subject
 group flowcontrol.v1beta2.GroupSubject
 kind! string
 serviceAccount flowcontrol.v1beta2.ServiceAccountSubject
 user flowcontrol.v1beta2.UserSubject
flowcontrol.v1beta2.UserSubject
 name! string
flowcontrol.v1beta3.ExemptPriorityLevelConfiguration
 lendablePercent int32
 nominalConcurrencyShares int32
flowcontrol.v1beta3.FlowDistinguisherMethod
 type! string
flowcontrol.v1beta3.FlowSchema
 apiVersion string
 kind string
 metadata ObjectMeta
 spec flowcontrol.v1beta3.FlowSchemaSpec
 status flowcontrol.v1beta3.FlowSchemaStatus
flowcontrol.v1beta3.FlowSchemaCondition
 lastTransitionTime time
 message string
 reason string
 status string
 type string
flowcontrol.v1beta3.FlowSchemaSpec
 distinguisherMethod flowcontrol.v1beta3.FlowDistinguisherMethod
 matchingPrecedence int32
 priorityLevelConfiguration! flowcontrol.v1beta3.PriorityLevelConfigurationReference
 rules flowcontrol.v1beta3.PolicyRulesWithSubjects[]
flowcontrol.v1beta3.FlowSchemaStatus
 conditions flowcontrol.v1beta3.FlowSchemaCondition[]
flowcontrol.v1beta3.GroupSubject
 name! string
flowcontrol.v1beta3.LimitResponse
 queuing flowcontrol.v1beta3.QueuingConfiguration
 type! string
flowcontrol.v1beta3.LimitedPriorityLevelConfiguration
 borrowingLimitPercent int32
 lendablePercent int32
 limitResponse flowcontrol.v1beta3.LimitResponse
 nominalConcurrencyShares int32
flowcontrol.v1beta3.NonResourcePolicyRule
 nonResourceURLs! string[]
 verbs! string[]
flowcontrol.v1beta3.PolicyRulesWithSubjects
 nonResourceRules flowcontrol.v1beta3.NonResourcePolicyRule[]
 resourceRules flowcontrol.v1beta3.ResourcePolicyRule[]
 subjects! flowcontrol.v1beta3.Subject[]
flowcontrol.v1beta3.PriorityLevelConfiguration
 apiVersion string
 kind string
 metadata ObjectMeta
 spec flowcontrol.v1beta3.PriorityLevelConfigurationSpec
 status flowcontrol.v1beta3.PriorityLevelConfigurationStatus
flowcontrol.v1beta3.PriorityLevelConfigurationCondition
 lastTransitionTime time
 message string
 reason string
 status string
 type string
flowcontrol.v1beta3.PriorityLevelConfigurationReference
 name! string
flowcontrol.v1beta3.PriorityLevelConfigurationSpec
 exempt flowcontrol.v1beta3.ExemptPriorityLevelConfiguration
 limited flowcontrol.v1beta3.LimitedPriorityLevelConfiguration
 type! string
flowcontrol.v1beta3.PriorityLevelConfigurationStatus
 conditions flowcontrol.v1beta3.PriorityLevelConfigurationCondition[]
flowcontrol.v1beta3.QueuingConfiguration
 handSize int32
 queueLengthLimit int32
 queues int32
flowcontrol.v1beta3.ResourcePolicyRule
 apiGroups! string[]
 clusterScope bool
 namespaces string[]
 resources! string[]
 verbs! string[]
flowcontrol.v1beta3.ServiceAccountSubject
 name! string
 namespace! string
flowcontrol.v1beta3.Subject
 group flowcontrol.v1beta3.GroupSubject
 kind! string
 serviceAccount flowcontrol.v1beta3.ServiceAccountSubject
 user flowcontrol.v1beta3.UserSubject
flowcontrol.v1beta3.UserSubject
 name! string
resource.v1.ResourceClaim
 apiVersion string
 kind string
 metadata ObjectMeta
 spec! ResourceClaimSpec
 status ResourceClaimStatus
`;
