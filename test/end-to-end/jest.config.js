// The examples' programs on a real kube-apiserver and a real queue: `jest --config test/end-to-end/jest.config.js`. Kept apart, as the programs
// are packages of their own.
const [{ transform, moduleNameMapper }] = require('../../jest.config.js').projects;

module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/end-to-end'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/end-to-end/global-setup.ts',
  testTimeout: 120_000,
  transform,
  moduleNameMapper,
};
