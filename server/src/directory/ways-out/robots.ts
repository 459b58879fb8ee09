import { sitemapPath } from './sitemap.js';

/**
 * What search engines are asked: to leave out the pages that mean something to their reader alone, and the endless filters of lists and
 * maps. The dollar keeps `/organisation` from meaning `/organisations/...` too. GraphQL stays open, since pages are drawn from it.
 */
export function robots(pagesForPeople: readonly string[], publicUrl: string): string {
  return [
    'User-agent: *',
    ...pagesForPeople.map((path) => `Disallow: ${path}$`),
    ...pagesForPeople.map((path) => `Disallow: ${path}?`),
    ...['/directory', '/map'].flatMap((path) => [`Disallow: ${path}?`, `Allow: ${path}?lang=`]),
    '',
    `Sitemap: ${publicUrl}${sitemapPath}`,
    '',
  ].join('\n');
}
