// Why a container waits that will not start by itself, as the kubelet says it in `state.waiting.reason`.
// https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff

/** Reasons that Kubernetes has tried and could not; `ContainerCreating` and `PodInitializing` are none of these. */
export const CANNOT_START: ReadonlySet<string> = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);
