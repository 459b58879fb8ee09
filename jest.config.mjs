import embedded from './server/embedded-mongodb/jest.config.mjs';

export default {
  // Jest reads no projects inside projects, so the database's two stand here.
  projects: ['<rootDir>/server', '<rootDir>/client', ...embedded.projects],
  testSequencer: '<rootDir>/scripts/longestFirst.cjs',
  // A busy machine is no fault of a test.
  testTimeout: 60_000,
};
