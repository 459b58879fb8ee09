import { useMemo } from 'react';
import type { Language } from '../../ui/language.js';
import { readView } from '../directoryView.js';
import { FramedDirectory } from './FramedDirectory.js';
import { readFrameSettings } from './frameSettings.js';
import { schemeOf, tokensOf } from './frameTheme.js';
import { PortalLinks } from './PortalLinks.js';

export { tellHeight } from './tellHeight.js';

/** What the address of a frame asks for. */
export function Frame({ query, origin, language }: { query: URLSearchParams; origin: string; language: Language }) {
  const view = useMemo(() => readView(query), [query]);
  return (
    <PortalLinks origin={origin} language={language}>
      <FramedDirectory view={view} show={readFrameSettings(query).show} />
    </PortalLinks>
  );
}

/** Gives the page the colours that the address of the frame asks for. */
export function applyFrameTheme(query: URLSearchParams): void {
  const settings = readFrameSettings(query);
  const { documentElement } = document;
  const scheme = schemeOf(settings);
  if (scheme) documentElement.dataset['theme'] = scheme;
  const style = getComputedStyle(documentElement);
  for (const [name, value] of Object.entries(tokensOf(settings, (token) => style.getPropertyValue(token)))) {
    documentElement.style.setProperty(name, value);
  }
}
