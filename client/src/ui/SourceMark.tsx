import { useTranslation } from './useTranslation.js';
import { useFormat } from './format.js';
import { PageIcon } from './icons.js';

/** The small page beside a fact: opens the evidence, and names source and day on hover and focus. */
export function SourceMark({ url, readOn, about }: { url: string; readOn?: string; about?: string }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const host = hostOf(url);
  const source = readOn ? t('source.readOn', { host, day: format.day(readOn) }) : t('source.of', { host });
  const label = about ? t('source.about', { about, source }) : source;
  return (
    <a className="source-mark" href={url} rel="noreferrer" aria-label={label} title={source}>
      <PageIcon />
    </a>
  );
}

/** A source by the name of its site, and of its page where several of one site stand together. */
export function NamedSource({ url, isOneOfMany = false }: { url: string; isOneOfMany?: boolean }) {
  const { t } = useTranslation('ui');
  const name = isOneOfMany ? pageOf(url) : hostOf(url);
  return (
    <a className="source-mark source-mark--named" href={url} rel="noreferrer" aria-label={t('source.of', { host: name })} title={url}>
      <PageIcon />
      <span dir="ltr">{name}</span>
    </a>
  );
}

const longestPage = 56;

function pageOf(url: string): string {
  const page = URL.canParse(url) ? hostOf(url) + decodeURI(new URL(url).pathname).replace(/\/$/, '') : url;
  return page.length > longestPage ? `${page.slice(0, longestPage - 1)}…` : page;
}

/** The site of an address, without its scheme and `www`. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
