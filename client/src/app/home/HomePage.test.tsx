import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const world = [
  { name: 'Cambodia ACTS', country: 'KH' },
  { name: 'Kenya Forum', country: 'KE' },
  { name: 'Uganda Forum', country: 'UG' },
  { name: 'Nowhere Named' },
];

describe('the first page', () => {
  it('shows the network as it counted itself, a seat for each, and leads from the number to its sources', async () => {
    const { container } = await renderPage('/', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: /Organisations that stand up for children’s rights/ })).toBeVisible();
    expect(
      await screen.findByRole('img', {
        name: '108 dots in a half circle, one for each organisation: 80 by May 2019, 20 more by June 2022 and 8 more by May 2023',
      }),
    ).toBeVisible();
    expect([...container.querySelectorAll('.half-circle circle')].map((seat) => seat.classList[0])).toEqual([
      ...Array<string>(80).fill('is-first'),
      ...Array<string>(20).fill('is-later'),
      ...Array<string>(8).fill('is-latest'),
    ]);
    expect(screen.getByRole('link', { name: '108 organisations: see how they were counted' })).toHaveAttribute('href', '/sources#counts');
    expect(screen.getByText('A network founded in Geneva in 1983.', { exact: false })).toBeVisible();
  });

  it('shows each organisation on its small map where it chose to be shown', async () => {
    const city = { name: 'San Francisco', latitude: 37.8, longitude: -122.4 };
    const { container } = await renderPage(
      '/',
      testPortal([
        { name: 'Forum of the City', country: 'US', city },
        { name: 'Forum of the Country', country: 'US' },
      ]),
    );
    await screen.findByRole('img', { name: /^World map/ });
    const [one = NaN, other = NaN] = [...container.querySelectorAll('.map__seat')].map((seat) => Number(seat.getAttribute('cx')));
    expect(Math.abs(one - other)).toBeGreaterThan(40);
  });

  it('says where they work, each number a link to its list', async () => {
    await renderPage('/', testPortal(world));
    const where = await screen.findByRole('region', { name: 'Where they work' });
    expect(await within(where).findByRole('link', { name: '4 organisations' })).toHaveAttribute('href', '/directory');
    expect(within(where).getByRole('link', { name: '3 countries' })).toHaveAttribute('href', '/map');
    expect(within(where).getByText(/no country is stated yet/)).toHaveTextContent('For 1 of them no country is stated yet.');
    expect(
      within(where)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(expect.arrayContaining(['Africa2', 'Asia and Pacific1']));
    expect(
      await within(where).findByRole('img', { name: 'World map with one dot for each of the 3 organisations whose country is known' }),
    ).toBeVisible();
  });

  it('takes what is searched for to the directory', async () => {
    const { user, address } = await renderPage('/', testPortal(world));
    await user.type(await screen.findByRole('searchbox'), 'forum{Enter}');
    expect(await screen.findByText('2 organisations found')).toBeInTheDocument();
    expect(address()).toBe('/directory?q=forum');
    expect(screen.getByRole('heading', { level: 1, name: 'Directory' })).toHaveFocus();
  });

  it('still offers the search when nothing else arrives', async () => {
    const portal = testPortal(world);
    portal.failWith(new TypeError('Failed to fetch'));
    await renderPage('/', portal, 'fr');
    expect(await screen.findByRole('alert')).toHaveTextContent('Le serveur est injoignable');
    expect(screen.getByRole('searchbox', { name: 'Chercher des organisations' })).toBeEnabled();
  });

  it('has no accessibility fault that a program finds, in Arabic', async () => {
    const { container } = await renderPage('/', testPortal(world), 'ar');
    await screen.findByRole('img', { name: /خريطة العالم/ });
    expect(await axe(container)).toHaveNoViolations();
  });
});
