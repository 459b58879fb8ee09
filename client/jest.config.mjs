/** Node runs the tests as CommonJS, packages included; see testing/ for what stands in for a browser. */
export default {
  displayName: 'client',
  testTimeout: 30_000,
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/testing/BrowserEnvironment.cjs',
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}', '<rootDir>/build/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/testing/setup.ts'],
  moduleFileExtensions: ['tsx', 'ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^virtual:land-picture$': '<rootDir>/testing/landPicture.ts',
    '^virtual:world-shapes$': '<rootDir>/testing/worldShapes.ts',
    '\\.css$': '<rootDir>/testing/styles.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.(tsx?|m?js)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
        module: { type: 'commonjs' },
        isModule: 'unknown',
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['\\.node$', '/node_modules/@swc/'],
};
