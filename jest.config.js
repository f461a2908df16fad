// Tests mirror lib. swc only strips the types; `npm run typecheck` checks them.
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/apiserver/', '<rootDir>/test/bench/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^cdk8s-kam$': '<rootDir>/lib/index.ts', '^cdk8s-kam/core$': '<rootDir>/lib/core.ts' },
};
