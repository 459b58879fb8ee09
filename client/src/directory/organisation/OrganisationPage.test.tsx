import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const world = [
  { name: 'Child Rights Coalition Cambodia', acronym: 'CRC-Cambodia', country: 'KH', networks: ['CRC Asia'] },
  { name: 'Cambodia ACTS', country: 'KH' },
  { name: 'Nowhere Named', level: 'INTERNATIONAL' as const, networks: [] },
  { name: 'Lotus Example Council', country: 'TH', isFictional: true },
];

const row = (term: string) => screen.getByText(term, { selector: 'dt' }).nextElementSibling as HTMLElement;

describe('the page of an organisation', () => {
  it('tells what is known, each fact with its source, and the networks with theirs', async () => {
    await renderPage('/organisations/child-rights-coalition-cambodia', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: 'Child Rights Coalition Cambodia' })).toBeVisible();
    expect(row('Country')).toHaveTextContent('Cambodia');
    expect(within(row('Country')).getByRole('link', { name: 'Source: crc-asia.example, read on 6 May 2025' })).toHaveAttribute(
      'href',
      'https://www.crc-asia.example/members',
    );
    expect(within(row('Country')).getByRole('link', { name: 'Cambodia' })).toHaveAttribute('href', '/directory?country=KH');
    const networks = screen.getByRole('region', { name: 'Networks and joint acts' });
    expect(within(networks).getByRole('rowheader', { name: 'CRC Asia' })).toBeVisible();
    expect(within(networks).getByRole('cell', { name: 'Named: June 2018' })).toBeVisible();
    expect(within(networks).getByRole('link', { name: 'See the list' })).toHaveAttribute('href', '/directory?network=crc-asia');
    expect(screen.getByText('not yet confirmed by the organisation')).toBeVisible();
    expect(await screen.findByRole('img', { name: 'Cambodia and its neighbours on the map' })).toBeVisible();
    const peers = await screen.findByRole('region', { name: 'Whom to meet next' });
    expect(within(peers).getByRole('link', { name: 'Cambodia ACTS' })).toBeVisible();
    expect(peers).toHaveTextContent('Same country: Cambodia+33 points');
    expect(within(peers).getByRole('link', { name: 'All of them, and how the points add up' })).toHaveAttribute(
      'href',
      '/organisations/child-rights-coalition-cambodia/peers',
    );
    expect(screen.getByRole('region', { name: 'When to call' })).toHaveTextContent('UTC+7');
    expect(document.title).toBe('Child Rights Coalition Cambodia · Plenum');
  });

  it('says what is not stated, in its row', async () => {
    await renderPage('/organisations/nowhere-named', testPortal(world));
    await screen.findByRole('heading', { level: 1, name: 'Nowhere Named' });
    expect(row('Short name')).toHaveTextContent('Not stated yet');
    expect(row('Country')).toHaveTextContent('Not stated yet');
    expect(screen.getByText('No source names a network yet')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'When to call' })).not.toBeInTheDocument();
    expect(screen.getAllByText('It is on no map: its sources name no country.')[0]).toBeVisible();
  });

  it('stands on its small map where it chose to be shown', async () => {
    const city = { name: 'Phnom Penh', latitude: 11.56, longitude: 104.92 };
    const portal = testPortal([
      { name: 'Forum of the City', country: 'KH', city },
      { name: 'Forum of the Country', country: 'KH' },
    ]);
    const first = await renderPage('/organisations/forum-of-the-city', portal);
    const inCity = await screen.findByRole('img', { name: 'Phnom Penh, Cambodia, and what lies around it on the map' });
    const land = (map: HTMLElement) => [...map.querySelectorAll('path')].map((path) => path.getAttribute('d'));
    const aroundCity = land(inCity);
    first.unmount();
    await renderPage('/organisations/forum-of-the-country', portal);
    expect(land(await screen.findByRole('img', { name: 'Cambodia and its neighbours on the map' }))).not.toEqual(aroundCity);
  });

  it('marks what is invented', async () => {
    await renderPage('/organisations/lotus-example-council', testPortal(world));
    expect(await screen.findByText('fictional')).toBeVisible();
    expect(screen.getByText(/invented for the demonstration/)).toBeVisible();
  });

  it('offers a search for an address that leads to nobody', async () => {
    await renderPage('/organisations/nobody-at-all', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such organisation' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Search for “nobody at all”' })).toHaveAttribute('href', '/directory?q=nobody+at+all');
  });

  it('says who can open it where the reader may not', async () => {
    const portal = testPortal(world);
    portal.failWith({ message: 'no', extensions: { code: 'FORBIDDEN' } });
    await renderPage('/organisations/cambodia-acts', portal);
    expect(await screen.findByRole('heading', { name: 'This page is open to others only' })).toBeVisible();
    expect(screen.getByText(/ask the secretariat/)).toBeVisible();
  });

  it('moves the focus to its name when the reader comes from another page', async () => {
    const { user } = await renderPage('/organisations/child-rights-coalition-cambodia', testPortal(world));
    await user.click(await screen.findByRole('link', { name: 'Cambodia ACTS' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Cambodia ACTS' })).toHaveFocus();
  });

  it('has no accessibility fault that a program finds', async () => {
    const { container } = await renderPage('/organisations/child-rights-coalition-cambodia', testPortal(world));
    await screen.findByRole('img', { name: 'Cambodia and its neighbours on the map' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
