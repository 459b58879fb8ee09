import i18next, { type Namespace, type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from './language.js';

const written = new Map<string, TFunction>();
const arriving = new Map<string, Promise<unknown>>();
/** Words that did not arrive: the page shows their keys, instead of asking without end. */
const missing = new Set<string>();

/**
 * The words of a room in the reader's language, or in another one, suspended until they are there. A page asks for them in every line of its
 * lists, so this does nothing but look them up: decision 0014.
 */
export function useTranslation<Room extends Namespace & string = 'app'>(
  room: Room = 'app' as Room,
  other?: Language,
): { t: TFunction<Room> } {
  const readers = useLanguageTag();
  const language = other ?? readers;
  const name = `${room} ${language}`;
  if (!i18next.hasResourceBundle(language, room) && !missing.has(name)) {
    const words = arriving.get(name) ?? load(room, language);
    arriving.set(name, words);
    // Not given to React's `use`, which a second drawing expects to be called again.
    throw words;
  }
  const t = written.get(name) ?? i18next.getFixedT(language, room);
  written.set(name, t);
  return { t: t as TFunction<Room> };
}

async function load(room: string, language: string): Promise<void> {
  await i18next.loadNamespaces(room);
  // What has been brought is in the reader's language.
  if (language !== i18next.language) await i18next.loadLanguages(language);
  const name = `${room} ${language}`;
  arriving.delete(name);
  if (!i18next.hasResourceBundle(language, room)) missing.add(name);
}

/** The language in which the portal speaks now. */
export const useLanguageTag = (): string => useSyncExternalStore(subscribe, () => i18next.language);

function subscribe(onChange: () => void): () => void {
  i18next.on('languageChanged', onChange);
  return () => i18next.off('languageChanged', onChange);
}
