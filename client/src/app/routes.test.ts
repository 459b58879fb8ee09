import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteObject } from 'react-router';
import { routes } from './routes.js';

const list = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schema/pages.json'), 'utf8')) as Record<string, string[]>;

function pathsOf(all: readonly RouteObject[], above = ''): string[] {
  return all.flatMap(({ path, index, children }) => {
    const here = path === undefined ? above : `${above}/${path}`;
    return [...(index ? [above || '/'] : []), ...(path !== undefined && !children ? [here] : []), ...pathsOf(children ?? [], here)];
  });
}

test('the server knows every page of the client, and no other: what it does not know answers 404', () => {
  const pages = pathsOf(routes).filter((path) => path !== '/*');
  expect(pages.sort()).toEqual([...(list['forEverybody'] ?? []), ...(list['forPeople'] ?? [])].sort());
});
