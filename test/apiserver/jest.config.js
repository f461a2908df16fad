// The tests that need a real kube-apiserver: `jest --config test/apiserver/jest.config.js`. Kept apart, as building it takes minutes.
const [{ transform, moduleNameMapper }] = require('../../jest.config.js').projects;

module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/apiserver'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/apiserver/global-setup.ts',
  testTimeout: 120_000,
  transform,
  moduleNameMapper,
};
