export default {
  projects: ['<rootDir>/server', '<rootDir>/client', '<rootDir>/server/embedded-mongodb'],
};
