import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteObject } from 'react-router';
import { catalogueFromSource } from '../../testing/renderPage.js';
import { loadFrame, wordsOfFrame } from '../directory/index.js';
import type { LazyPage } from '../ui/lazyPage.js';
import { startI18n } from './i18n.js';
import { routes } from './routes.js';

type Parts = Readonly<Record<string, { module: string; words: string[] }>>;

const list = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schema/pages.json'), 'utf8')) as Record<string, Parts>;
const listed: Parts = { ...list['forEverybody'], ...list['forPeople'] };

function pagesOf(all: readonly RouteObject[], above = ''): [path: string, page: LazyPage | undefined][] {
  return all.flatMap(({ path, index, children, handle }) => {
    const here = path === undefined ? above : `${above}/${path}`;
    const isPage = index === true || (path !== undefined && !children);
    return [...(isPage ? [[here || '/', handle] as [string, LazyPage | undefined]] : []), ...pagesOf(children ?? [], here)];
  });
}

const exportsOf = async (module: string) => Object.values((await import(`../${module}.tsx`)) as Record<string, unknown>);

const pages = pagesOf(routes).filter(([path]) => path !== '/*');

test('the server knows every page of the client, and no other: what it does not know answers 404', () => {
  expect(pages.map(([path]) => path).sort()).toEqual(Object.keys(listed).sort());
});

describe('the server names what a page is made of, so that it comes together with the program', () => {
  beforeAll(() => startI18n('en', catalogueFromSource));

  test.each(pages)('%s', async (path, page) => {
    const { module, words } = listed[path] ?? { module: '', words: [] };
    expect(words).toEqual(page?.wordsOf);
    expect(await exportsOf(module)).toContain((await page?.load())?.default);
  });

  test('/embed', async () => {
    const { module, words } = list['forOtherSites']?.['/embed'] ?? { module: '', words: [] };
    expect(words).toEqual(wordsOfFrame);
    expect(await exportsOf(module)).toContain(await loadFrame());
  });
});
