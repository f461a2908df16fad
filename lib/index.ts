// The public names of the package, grouped. Nobody inside imports this file.

// Constructs
export { App, type AppProps } from './constructs/app';
export { Job } from './constructs/job';
export { Service } from './constructs/service';
export { Secret, type SecretProps } from './constructs/secret';
export { Imported, type ImportOptions } from './constructs/imported';
export { ImportedFile, type ImportedFileProps, importFile } from './constructs/imported-file';
export { ImportedText, type ImportedTextProps, importText } from './constructs/imported-text';
export { targetKubernetes } from './constructs/server';
export { WorkloadConstruct } from './constructs/workload-construct';

// The validation plugin of cdk8s-cli
export { ApiServerValidation, type PluginContext } from './validation-plugin';

// Everything that needs no cdk8s
export * from './core';
