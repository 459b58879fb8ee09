import { commonJsPackages } from '../scripts/packages-of-modules.mjs';

/** Everything, packages too, becomes CommonJS: Jest cannot load the packages that are ESM alone otherwise. */
const swc = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, isModule: 'unknown', sourceMaps: 'inline' },
];
const swcForPackages = ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' }, isModule: 'unknown' }];

export default {
  displayName: 'server',
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src'],
  testEnvironment: 'node',
  // A busy machine is no fault of the portal.
  testTimeout: 30_000,
  transform: { '\\.ts$': swc, '\\.m?js$': swcForPackages },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: ['\\.node$', '/node_modules/(@swc|lmdb)/', commonJsPackages],
  globalSetup: '<rootDir>/src/platform/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/platform/testing/global-teardown.mjs',
};
