import { useMemo } from 'react';
import type { Language } from '../../ui/language.js';
import { readView } from '../directoryView.js';
import { FramedDirectory } from './FramedDirectory.js';
import { readFrameSettings } from './frameSettings.js';
import { PortalLinks } from './PortalLinks.js';

/** What the address of a frame asks for. */
export function Frame({ query, origin, language }: { query: URLSearchParams; origin: string; language: Language }) {
  const view = useMemo(() => readView(query), [query]);
  return (
    <PortalLinks origin={origin} language={language}>
      <FramedDirectory view={view} show={readFrameSettings(query).show} />
    </PortalLinks>
  );
}
