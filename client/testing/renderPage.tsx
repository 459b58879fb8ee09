import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloProvider } from '@apollo/client/react';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { App } from '../src/app/App.js';
import { type LoadCatalogue, startI18n } from '../src/app/i18n.js';
import { keepLanguage } from '../src/app/readersLanguage.js';
import type { Language } from '../src/ui/language.js';
import type { TestPortal } from './testPortal.js';

const folders: Readonly<Record<string, string>> = {
  home: 'app/home',
  keeping: 'directory/keeping',
  map: 'directory/map',
  organisation: 'directory/organisation',
  facets: 'directory/facets',
  peers: 'directory/peers',
  suggestions: 'directory/suggestions',
  sources: 'directory/sources',
  'child-advisors': 'people/child-advisors',
  'ways-out': 'directory/ways-out',
};

/** The words as they stand in the source. */
export const catalogueFromSource: LoadCatalogue = async (room, language) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../src', folders[room] ?? room, 'catalogues', `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;

/** Brings the words of some rooms, for a part that is shown without the application around it. */
export async function startWords(language: Language, ...rooms: string[]): Promise<void> {
  const i18next = await startI18n(language, catalogueFromSource);
  await i18next.loadNamespaces(rooms);
}

/** Opens an address of the whole client, as a reader would; `address()` is where the reader is by now. */
export async function renderPage(path: string, portal: TestPortal, language: Language = 'en') {
  await startI18n(language, catalogueFromSource);
  keepLanguage(language);
  let address = path;
  function AddressBar() {
    const { pathname, search } = useLocation();
    address = pathname + decodeURIComponent(search);
    return null;
  }
  const view = await act(async () =>
    render(
      <ApolloProvider client={portal.client}>
        <MemoryRouter initialEntries={[path]} useTransitions={false}>
          <App />
          <AddressBar />
        </MemoryRouter>
      </ApolloProvider>,
    ),
  );
  return { ...view, user: userEvent.setup(), address: () => address };
}
