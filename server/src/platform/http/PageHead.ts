import type { Language } from '../language.js';
import { languages } from '../language.js';
import { escaped, jsonInHtml } from '../markup.js';
import { words } from '../words.js';

/** What a page says of itself before any script has run. */
export interface PageDescription {
  /** Without the name of the portal; null for that name alone. */
  title: string | null;
  /** For search engines and for those who are sent a link; left out, search engines are asked to pass by. */
  preview?: PagePreview;
}

export interface PagePreview {
  description: string;
  /** The address without language, such as `/organisations/some-coalition`. */
  path: string;
  /** Objects of schema.org. */
  structuredData?: object;
  /** A feed of what is new there, without language. */
  feed?: { path: string; title: string };
}

/** The head of a page in one language. */
export interface PageHead {
  language: Language;
  page: PageDescription;
  /** Whether the address itself names the language. */
  isLanguageInAddress: boolean;
  publicUrl: string;
}

/** What the portal is called in each language. */
export const brand = words({ en: 'Plenum', fr: 'Plenum', es: 'Plenum', ar: 'بلينوم' });

/** As Open Graph writes languages: with a country where most readers know it from. */
const locales: Readonly<Record<Language, string>> = { en: 'en_GB', fr: 'fr_FR', es: 'es_ES', ar: 'ar_AR' };

/** An address of the portal in one language; without one, in the language that each reader prefers. */
export function addressIn(publicUrl: string, path: string, language: Language | null): string {
  const address = new URL(path, publicUrl);
  if (language !== null) address.searchParams.set('lang', language);
  return address.href;
}

/** The elements of `<head>`; nothing in them can be more than text, whatever the names of organisations hold. */
export function headMarkup({ language, page, isLanguageInAddress, publicUrl }: PageHead): string {
  const title = `<title>${escaped(page.title === null ? 'Plenum' : `${page.title} · Plenum`)}</title>`;
  const { preview } = page;
  if (preview === undefined) return [title, '<meta name="robots" content="noindex" />'].join(nextLine);
  const canonical = addressIn(publicUrl, preview.path, isLanguageInAddress ? language : null);
  const alternates = [...languages, null].map((each) =>
    link('alternate', { hreflang: each ?? 'x-default', href: addressIn(publicUrl, preview.path, each) }),
  );
  return [
    title,
    meta('name', 'description', preview.description),
    link('canonical', { href: canonical }),
    ...alternates,
    ...(preview.feed
      ? [
          link('alternate', {
            type: 'application/atom+xml',
            title: preview.feed.title,
            href: addressIn(publicUrl, preview.feed.path, language),
          }),
        ]
      : []),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', brand[language]),
    meta('property', 'og:title', page.title ?? brand[language]),
    meta('property', 'og:description', preview.description),
    meta('property', 'og:url', canonical),
    meta('property', 'og:locale', locales[language]),
    ...languages.filter((each) => each !== language).map((each) => meta('property', 'og:locale:alternate', locales[each])),
    meta('name', 'twitter:card', 'summary'),
    ...(preview.structuredData ? [`<script type="application/ld+json">${jsonInHtml(preview.structuredData)}</script>`] : []),
  ].join(nextLine);
}

/**
 * What stands in the window until the program has arrived: the portal's name and the heading of the page, in the places where the program will
 * draw them. Empty where the page has no title of its own.
 */
export function arrivingMarkup({ language, page }: Pick<PageHead, 'language' | 'page'>): string {
  if (page.title === null) return '';
  const bar = `<div class="top"><div class="wrap top__inner"><span class="brand brand--arriving">${brand[language]}</span></div></div>`;
  return `${bar}<main><div class="wrap page-head"><h1>${escaped(page.title)}</h1></div></main>`;
}

const nextLine = '\n    ';

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escaped(content)}" />`;
}

function link(rel: string, attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<link rel="${rel}" ${written.join(' ')} />`;
}
