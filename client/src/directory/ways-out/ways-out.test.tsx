import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { graphql } from 'graphql';
import { axe } from 'jest-axe';
import { join } from 'node:path';
import { readSchema } from '../../../build/possibleTypes.js';
import { renderPage, startWords } from '../../../testing/renderPage.js';
import { testRoot } from '../../../testing/testDirectory.js';
import { testPortal } from '../../../testing/testPortal.js';
import type { Language } from '../../ui/language.js';
import { Frame } from './Frame.js';
import { frameSnippet, scriptSnippet } from './snippets.js';

const world = [{ name: 'Cambodia ACTS', country: 'KH' }, { name: 'Kenya Centre', country: 'KE' }, { name: 'Nowhere Network' }];

describe('the menu of files', () => {
  it('offers the list of this address in every format, and closes with its choice', async () => {
    const { user } = await renderPage('/directory?region=asia-and-pacific&view=table', testPortal(world));
    await user.click(await screen.findByRole('button', { name: 'Download the list' }));
    const menu = screen.getByRole('navigation', { name: 'Download the list' });
    const addresses = (await within(menu).findAllByRole('link')).map((link) => link.getAttribute('href'));
    expect(addresses).toEqual([
      ...['csv', 'xlsx', 'geojson', 'vcf', 'jsonld'].map((format) => `/directory.${format}?region=asia-and-pacific&lang=en`),
      '/directory/embed?region=asia-and-pacific',
      '/organisations.atom?lang=en',
    ]);
    await user.keyboard('{Escape}');
    expect(menu).not.toBeVisible();
    expect(screen.getByRole('button', { name: 'Download the list' })).toHaveFocus();
  });
});

describe('the page that offers the directory to other sites', () => {
  it('makes the lines to copy from filters and settings, and keeps them in its address', async () => {
    const { user, address, container } = await renderPage('/directory/embed?country=KH', testPortal(world));
    expect(await screen.findByText('<script src="http://localhost/embed.js" data-country="KH" async></script>')).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What it shows' }), 'The map');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'العربية');
    expect(
      await screen.findByText('<script src="http://localhost/embed.js" data-country="KH" data-show="map" data-lang="ar" async></script>'),
    ).toBeVisible();
    expect(await screen.findByText(/title="منظمات حقوق الطفل"/)).toBeVisible();
    expect(address()).toBe('/directory/embed?country=KH&show=map&speak=ar');
    expect(await screen.findByTitle('Preview')).toHaveAttribute('src', expect.stringMatching(/^\/embed\?country=KH/));
    await user.click(screen.getByRole('button', { name: 'Copy the script' }));
    expect(await screen.findByText('Copied.')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says when no text could be read on a ground, and leaves it out of the lines', async () => {
    await renderPage('/directory/embed?ground=808080', testPortal(world));
    expect(await screen.findByText(/^Text could not be read on this ground/)).toBeVisible();
    expect(screen.getByText('<script src="http://localhost/embed.js" async></script>')).toBeVisible();
  });
});

test('a line to copy cannot be left by what a filter holds', () => {
  const parameters = new URLSearchParams([['q', '"><script>alert(1)</script>&']]);
  const script = scriptSnippet('https://portal.example', parameters);
  const host = document.createElement('div');
  host.innerHTML = script;
  expect(host.children).toHaveLength(1);
  expect(host.querySelector('script')?.dataset['q']).toBe('"><script>alert(1)</script>&');
  host.innerHTML = frameSnippet('https://portal.example', parameters, 'A "title"');
  const frame = host.querySelector('iframe');
  expect(new URL(frame?.src ?? '').searchParams.get('q')).toBe('"><script>alert(1)</script>&');
  expect(frame?.title).toBe('A "title"');
});

describe('the frame', () => {
  const schema = readSchema(join(import.meta.dirname, '../../../../schema'));
  const asked: RequestInit[] = [];
  const opened: unknown[][] = [];
  let isBroken = false;

  beforeEach(() => {
    asked.length = 0;
    opened.length = 0;
    isBroken = false;
    global.fetch = async (_address, options = {}) => {
      asked.push(options);
      if (isBroken) throw new TypeError('no line');
      const { query, variables } = JSON.parse(String(options.body)) as { query: string; variables: Record<string, unknown> };
      return Response.json(await graphql({ schema, source: query, variableValues: variables, rootValue: testRoot(world, []) }));
    };
    window.open = (...to: unknown[]) => {
      opened.push(to);
      return null;
    };
  });

  async function showFrame(search: string, language: Language = 'en') {
    await startWords(language, 'directory', 'ways-out');
    const query = new URLSearchParams(search);
    return act(async () => render(<Frame query={query} origin="https://portal.example" language={language} />));
  }

  it('shows list and map as a stranger sees them, and keeps no cookie', async () => {
    const before = document.cookie;
    const { container } = await showFrame('');
    expect(await screen.findByRole('link', { name: '3 organisations' })).toHaveAttribute(
      'href',
      'https://portal.example/directory?lang=en',
    );
    expect(screen.getByRole('link', { name: 'Cambodia ACTS' })).toHaveAttribute(
      'href',
      'https://portal.example/organisations/cambodia-acts?lang=en',
    );
    expect(await screen.findByText(/1 organisation is on no map/)).toBeVisible();
    expect(asked.map(({ credentials }) => credentials)).toEqual(['omit']);
    expect(document.cookie).toBe(before);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens the portal around the frame, with its filters and in its language', async () => {
    await showFrame('country=KH,KE&show=list', 'fr');
    const link = await screen.findByRole('link', { name: 'Ouvrir dans Plenum' });
    expect(link).toHaveAttribute('href', 'https://portal.example/directory?country=KH,KE&lang=fr');
    await userEvent.click(link);
    expect(opened).toEqual([['https://portal.example/directory?country=KH,KE&lang=fr', '_top']]);
    expect(screen.queryByRole('region', { name: 'Carte' })).not.toBeInTheDocument();
  });

  it('says so when nobody fits, and when nothing arrives, and tries again', async () => {
    await showFrame('country=JP');
    expect(await screen.findByText('No organisation fits these filters.')).toBeVisible();
    document.body.replaceChildren();
    isBroken = true;
    await showFrame('');
    const again = await screen.findByRole('button', { name: 'Try again' });
    isBroken = false;
    await userEvent.click(again);
    expect(await screen.findByRole('link', { name: '3 organisations' })).toBeVisible();
  });
});
