import { addressIn } from '../../platform/http/PageHead.js';
import { languages } from '../../platform/language.js';
import { escaped } from '../../platform/markup.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { pathOf, updatedAt } from './facts.js';

export const sitemapPath = '/sitemap.xml';

/** How many pages one file names, each in four languages: 50,000 addresses are the most that a sitemap may hold. */
export const pagesInFile = 5000;

const beginning = '<?xml version="1.0" encoding="UTF-8"?>';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * Every page that everybody may see, in each language, with its other languages. More pages than fit into one file are named by an index,
 * whose files are `?part=1` and so on; a part that does not exist is empty.
 */
export function sitemap(
  pages: readonly string[],
  organisations: readonly OrganisationRecord[],
  { part, publicUrl, inFile = pagesInFile }: { part: string | null; publicUrl: string; inFile?: number },
): string {
  const newest = latest(organisations);
  const all = [
    ...pages.map((path) => ({ path, changedAt: newest })),
    ...organisations.map((each) => ({ path: pathOf(each), changedAt: updatedAt(each) })),
  ];
  const parts = Math.ceil(all.length / inFile);
  if (part === null && parts > 1) return index(parts, newest, publicUrl);
  const from = part === null ? 0 : (/^[1-9]\d{0,5}$/.test(part) ? Number(part) - 1 : parts) * inFile;
  const urls = all.slice(from, from + inFile).flatMap(({ path, changedAt }) => {
    const alternates = [...languages, null].map((each) => {
      return `<xhtml:link rel="alternate" hreflang="${each ?? 'x-default'}" href="${escaped(addressIn(publicUrl, path, each))}"/>`;
    });
    const rest = `${changedAt ? `<lastmod>${day(changedAt)}</lastmod>` : ''}${alternates.join('')}</url>`;
    return languages.map((each) => `<url><loc>${escaped(addressIn(publicUrl, path, each))}</loc>${rest}`);
  });
  return [beginning, `<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">`, ...urls, '</urlset>', ''].join('\n');
}

function index(parts: number, newest: Date | null, publicUrl: string): string {
  const files = Array.from({ length: parts }, (_, at) => {
    const address = `${publicUrl}${sitemapPath}?part=${at + 1}`;
    return `<sitemap><loc>${escaped(address)}</loc>${newest ? `<lastmod>${day(newest)}</lastmod>` : ''}</sitemap>`;
  });
  return [beginning, `<sitemapindex xmlns="${namespace}">`, ...files, '</sitemapindex>', ''].join('\n');
}

function latest(organisations: readonly OrganisationRecord[]): Date | null {
  return organisations.reduce<Date | null>((newest, each) => {
    const changed = updatedAt(each);
    return newest !== null && newest > changed ? newest : changed;
  }, null);
}

const day = (moment: Date): string => moment.toISOString().slice(0, 10);
