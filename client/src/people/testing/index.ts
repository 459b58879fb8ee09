// The door for tests of other rooms, as index.ts is for their code.
export { testPerson, testViewer } from './testPeople.js';
