const project = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        isModule: 'unknown',
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['\\.node$', '/node_modules/(@swc|lmdb|msgpackr|mongodb|bson)/'],
};

/** Unit tests stand beside the sources; tests of the whole server start the built program. */
export default {
  projects: [
    { ...project, displayName: 'embedded-mongodb', testMatch: ['<rootDir>/src/**/*.test.ts'] },
    {
      ...project,
      displayName: 'embedded-mongodb server',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      globalSetup: '<rootDir>/test/build.mjs',
    },
  ],
};
