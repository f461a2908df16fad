// The public surface, written down: a name that comes or goes is seen here first. (The types are in API.md, which CI keeps true.)
import * as index from 'cdk8s-kam';
import * as core from 'cdk8s-kam/core';
import * as testing from 'cdk8s-kam/testing';

const workloads = ['checkWorkload', 'toManifests'];
const values = ['Container', 'Exec', 'FileSpec', 'Grpc', 'Http', 'Lifecycle', 'Probe', 'Tcp'];
const documents = ['read', 'readManifests', 'manifest', 'sqs', 'launcher', 'kam'];
const objects = ['validateManifest', 'validateManifests', 'toYaml'];
const problems = ['ProblemError', 'errorsOf', 'printPath', 'printProblem', 'printProblems'];
const constructs = [
  'App',
  'Job',
  'Service',
  'Secret',
  'WorkloadConstruct',
  'Imported',
  'ImportedFile',
  'ImportedText',
  'importFile',
  'importText',
  'setDefaults',
  'targetCluster',
  'targetKubernetes',
];
const plugins = ['ApiServerValidation'];

const withoutCdk8s = [...workloads, ...values, ...documents, ...objects, ...problems];

test('cdk8s-kam/testing', () => {
  expect(Object.keys(testing).sort()).toEqual(['Manifests', 'matchers']);
});

test('cdk8s-kam/core', () => {
  expect(Object.keys(core).sort()).toEqual(withoutCdk8s.sort());
});

test('cdk8s-kam', () => {
  expect(Object.keys(index).sort()).toEqual([...withoutCdk8s, ...constructs, ...plugins].sort());
});
