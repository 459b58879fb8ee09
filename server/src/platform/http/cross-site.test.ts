import { isFromAnotherSite } from './cross-site.js';

test.each([
  ['a program that names no origin', {}, false],
  ['a page of the portal as its public address names it', { origin: 'https://portal.example', host: 'internal:4000' }, false],
  ['a page of the portal as this machine names it', { origin: 'http://localhost:4000', host: 'localhost:4000' }, false],
  ['a page of another site', { origin: 'https://elsewhere.example', host: 'portal.example' }, true],
  ['a page of another port', { origin: 'http://localhost:5000', host: 'localhost:4000' }, true],
  ['a frame without a name', { origin: 'null', host: 'portal.example' }, true],
])('%s', (_who, headers, isForeign) => {
  expect(isFromAnotherSite({ headers }, 'https://portal.example')).toBe(isForeign);
});
