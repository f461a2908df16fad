// The package's entry `cdk8s-kam/testing`, for users' own tests.

// Test helpers
export { Manifests, type ManifestSource } from './testing/manifests';
export { type ManifestMatchers, matchers } from './testing/matchers';
