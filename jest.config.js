// Tests mirror lib. Two projects: `unit` needs Node alone; `judged` (*.judged.test.ts) has judges of other makers, most of them built with Go:
// the API servers' own code, kubeconform, a browser, npm. swc only strips the types; `npm run typecheck` checks them.
const common = {
  testEnvironment: 'node',
  // Each use of a global is slow inside of jest, by a factor that shows; these a file gets as parameters.
  sandboxInjectedGlobals: ['Object', 'Array', 'String', 'Number', 'Boolean', 'Math', 'JSON', 'Map', 'Set'],
  roots: ['<rootDir>/test'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    '^cdk8s-kam$': '<rootDir>/lib/index.ts',
    '^cdk8s-kam/core$': '<rootDir>/lib/core.ts',
    '^cdk8s-kam/testing$': '<rootDir>/lib/testing.ts',
  },
};
const elsewhere = ['/node_modules/', ...['apiserver', 'end-to-end', 'bench'].map((name) => `<rootDir>/test/${name}/`)];

module.exports = {
  // Five seconds, as jest has it, say how busy a machine is.
  testTimeout: 120_000,
  projects: [
    { ...common, displayName: 'unit', testPathIgnorePatterns: [...elsewhere, '\\.judged\\.test\\.ts$'] },
    {
      ...common,
      displayName: 'judged',
      testMatch: ['**/*.judged.test.ts'],
      testPathIgnorePatterns: elsewhere,
      globalSetup: '<rootDir>/test/tools/global-setup.ts',
    },
  ],
};
