import { PageList, readPageList } from './PageList.js';

const parts = { module: 'room/Page', words: ['room'] };
const list = new PageList({
  forEverybody: { '/': parts, '/directory': parts, '/organisations/:slug': parts },
  forPeople: { '/organisation': parts },
  forOtherSites: { '/embed': parts },
});

test.each([
  ['/', '/', {}],
  ['/directory', '/directory', {}],
  ['/directory/', '/directory', {}],
  ['/Directory', '/directory', {}],
  ['/organisation', '/organisation', {}],
  ['/organisations/some-coalition', '/organisations/:slug', { slug: 'some-coalition' }],
  ['/organisations/%D8%B4%D8%A8%D9%83%D8%A9', '/organisations/:slug', { slug: 'شبكة' }],
  ['/embed', '/embed', {}],
])('%s is the page %s', (path, pattern, parameters) => {
  expect(list.find(path)).toMatchObject({ pattern, parameters });
});

test.each([
  '/nowhere',
  '/directory/more',
  '/organisations',
  '/organisations/',
  '/organisations/a/b',
  '/organisations/%E0%A4%A',
  '//directory',
  '/directory//',
])('%s is no page', (path) => {
  expect(list.find(path)).toBeNull();
});

test('the list of the portal can be read, and tells who its pages are for', () => {
  const pages = readPageList();
  expect(pages.find('/organisations/anybody')?.kind).toBe('forEverybody');
  expect(pages.find('/account')?.kind).toBe('forPeople');
  expect(pages.find('/embed')?.kind).toBe('forOtherSites');
});
