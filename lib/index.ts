// The public names of the package, in groups: each is a file of dist, which is loaded when one of its names is first asked for. Nobody inside imports
// this file.

// Constructs
export { App, type AppProps } from './constructs/app';
export { Job } from './constructs/job';
export { Service } from './constructs/service';
export { Secret, type SecretProps } from './constructs/secret';
export { setDefaults } from './constructs/defaults';
export { targetCluster } from './constructs/cluster';
export { targetKubernetes } from './constructs/server';
export { WorkloadConstruct } from './constructs/workload-construct';

// Imported documents
export { Imported, type ImportOptions } from './constructs/imported';
export { ImportedFile, type ImportedFileProps, importFile } from './constructs/imported-file';
export { ImportedText, type ImportedTextProps, importText } from './constructs/imported-text';

// Validation plugin
export { ApiServerValidation, type PluginContext } from './validation-plugin';
export type { PluginProperties } from './plugin-properties';

// Everything that needs no cdk8s
export * from './core';
