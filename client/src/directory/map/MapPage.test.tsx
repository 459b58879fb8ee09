import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const world = [
  { name: 'Cambodia ACTS', country: 'KH' },
  { name: 'Cambodia Forum', country: 'KH' },
  { name: 'Thai Forum', country: 'TH' },
  { name: 'Kenya Forum', country: 'KE' },
  { name: 'Nowhere Named' },
];

const map = () => screen.findByRole('group', { name: 'Map' });
const marks = async () => [...(await map()).querySelectorAll('.map__pin')].map((mark) => mark.getAttribute('aria-label'));

describe('the map', () => {
  it('names every cluster and every country, and the list of all stands beside it', async () => {
    await renderPage('/map', testPortal(world));
    expect(await within(await map()).findByRole('button', { name: '3 organisations: Cambodia 2 and Thailand 1. Zoom in' })).toBeVisible();
    expect(await marks()).toEqual(['1 organisation: Kenya 1', '3 organisations: Cambodia 2 and Thailand 1. Zoom in']);
    expect(screen.getByText('5 organisations found')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'The map in words' })).toHaveTextContent('Cambodia2Kenya1Thailand1');
  });

  it('opens a cluster into its countries, goes on to the largest of them and says what is out of sight', async () => {
    const { user, address } = await renderPage('/map', testPortal(world));
    await user.click(await within(await map()).findByRole('button', { name: /Thailand 1. Zoom in$/ }));
    const cambodia = await within(await map()).findByRole('link', { name: '2 organisations: Cambodia 2' });
    await waitFor(() => expect(cambodia).toHaveFocus());
    expect(within(await map()).getByRole('link', { name: '1 organisation: Thailand 1' })).toBeVisible();
    expect(within(await map()).getByText('1 organisation is outside this part of the map')).toBeVisible();
    expect(address()).toMatch(/^\/map\?at=/);
  });

  it('lists a country that is chosen and keeps the others in sight', async () => {
    const { user, address } = await renderPage('/map', testPortal(world));
    await user.click(await within(await map()).findByRole('link', { name: '1 organisation: Kenya 1' }));
    expect(await screen.findByText('1 organisation found')).toBeInTheDocument();
    expect(address()).toBe('/map?country=KE');
    expect(await within(await map()).findByRole('link', { name: '1 organisation: Kenya 1', current: true })).toBeVisible();
    expect(await marks()).toHaveLength(2);
  });

  it('is moved, enlarged and shown whole again by keys', async () => {
    const { user, address } = await renderPage('/map', testPortal(world));
    (await within(await map()).findByRole('button', { name: 'Zoom in' })).focus();
    await user.keyboard('+');
    await waitFor(() => expect(address()).toMatch(/,2$/));
    const before = address();
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(address()).not.toBe(before));
    await user.keyboard('0');
    await waitFor(() => expect(address()).toBe('/map'));
  });

  it('says that nothing fits, and what would', async () => {
    await renderPage('/map?q=forum&country=US', testPortal(world));
    expect(await screen.findByRole('heading', { name: 'No organisation fits all 2 filters' })).toBeVisible();
    expect(await screen.findByRole('link', { name: '3 organisations without “United States”' })).toHaveAttribute('href', '/map?q=forum');
  });

  it('keeps the view when the server cannot answer', async () => {
    const portal = testPortal(world);
    portal.failWith({ message: 'down' });
    await renderPage('/map?country=KH', portal);
    expect(await screen.findByRole('alert')).toHaveTextContent('Your filters are kept.');
    expect(screen.getByRole('button', { name: 'Cambodia remove' })).toBeVisible();
  });

  it('says in its list why a search has found each organisation, on the next page too, and nothing where nothing is searched', async () => {
    const many = Array.from({ length: 13 }, (_, index) => ({ name: `Kenya Forum ${index + 10}`, country: 'KE' }));
    const { user } = await renderPage('/map?q=forum', testPortal(many));
    const list = await screen.findByRole('region', { name: /13/ });
    expect(await within(list).findAllByText('Found by name')).toHaveLength(12);
    await user.click(within(list).getByRole('button', { name: 'Show the last one' }));
    expect(await within(list).findAllByText('Found by name')).toHaveLength(13);
  });

  it('says of nobody why they are in the list where nothing is searched', async () => {
    await renderPage('/map', testPortal(world));
    expect(await screen.findByRole('link', { name: 'Kenya Forum' })).toBeVisible();
    expect(screen.queryByText(/Found by/)).not.toBeInTheDocument();
  });

  it('has no accessibility fault that a program finds', async () => {
    const { container } = await renderPage('/map', testPortal(world));
    await within(await map()).findByRole('link', { name: '1 organisation: Kenya 1' });
    expect(await axe(container)).toHaveNoViolations();
  });
});

const dated = [
  { name: 'Cambodia ACTS', country: 'KH', namedIn: 2015 },
  { name: 'Cambodia Forum', country: 'KH', namedIn: 2020 },
  { name: 'Kenya Forum', country: 'KE', namedIn: 2020, networks: ['Fictional Union'] },
  { name: 'Thai Forum', country: 'TH' },
];

it('names the themes that it is narrowed to as the reader knows them', async () => {
  await renderPage('/map?theme=education', testPortal([{ name: 'Kenya Forum', country: 'KE', themes: ['education'] }]));
  expect(await screen.findByRole('button', { name: /^Education/ })).toBeVisible();
});

describe('the network over time', () => {
  const slider = () => screen.findByRole('slider', { name: 'Year' });

  it('shows who is known to be in by a year, on the map, in the list and in the address, and says of whom no day is known', async () => {
    const { address } = await renderPage('/map', testPortal(dated));
    expect(await slider()).toHaveAttribute('min', '1983');
    expect(screen.getByText('All 4 organisations are shown, whenever they joined.')).toBeVisible();
    fireEvent.change(await slider(), { target: { value: '2015' } });
    expect(await screen.findByText('1 organisation found')).toBeInTheDocument();
    expect(address()).toBe('/map?year=2015');
    expect(await slider()).toHaveAttribute('aria-valuetext', 'By the end of 2015, 1 organisation is known to be in.');
    expect(await marks()).toEqual(['1 organisation: Cambodia 1']);
    expect(screen.getByRole('link', { name: '1 organisation' })).toHaveAttribute('href', '/map?undated=1');
  });

  it('says plainly what is not known and what was published, in a table too', async () => {
    await renderPage('/map?year=2020', testPortal(dated));
    expect(await screen.findByText(/Before 2015, hatched, nothing is known. Rings: what Test Network published of itself./)).toBeVisible();
    const table = within(await screen.findByRole('table'));
    const rows = table.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual([
      'By the end ofKnown to be inPublished by Test Network',
      '20151Not stated',
      '2019180 organisations, May 2019',
      '20203Not stated',
      '20223100 organisations, 3 June 2022',
      '20233108 organisations, 25 May 2023',
    ]);
    expect(table.getAllByRole('link')[0]).toHaveAttribute('href', '/map?year=2015');
  });

  it('plays from the founding year over what nobody knows to today, and stops when a year is chosen by hand', async () => {
    const { user, address } = await renderPage('/map', testPortal(dated));
    await user.click(await screen.findByRole('button', { name: 'Play' }));
    await waitFor(() => expect(address()).toBe('/map?year=1983'));
    await waitFor(() => expect(address()).toBe('/map?year=2014'));
    await waitFor(() => expect(address()).toBe('/map?year=2015'));
    fireEvent.change(await slider(), { target: { value: '2020' } });
    expect(await screen.findByRole('button', { name: 'Play' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show everyone' }));
    await waitFor(() => expect(address()).toBe('/map'));
  });

  it('moves from change to change by hand alone for readers who want nothing to move', async () => {
    const wasMatching = window.matchMedia;
    window.matchMedia = (query) => ({ ...wasMatching(query), matches: query.includes('reduced-motion') || wasMatching(query).matches });
    try {
      const { user, address } = await renderPage('/map', testPortal(dated));
      await user.click(await screen.findByRole('button', { name: 'Next change' }));
      await waitFor(() => expect(address()).toBe('/map?year=2015'));
      expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
      await user.click(screen.getByRole('button', { name: 'Next change' }));
      await waitFor(() => expect(address()).toBe('/map?year=2020'));
    } finally {
      window.matchMedia = wasMatching;
    }
  });
});

describe('layers, parts and the whole window', () => {
  const city = { name: 'Phnom Penh', latitude: 11.5, longitude: 104.9 };

  it('shade countries and outline a network, as the address says', async () => {
    const { user, address, container } = await renderPage('/map', testPortal(dated));
    await map();
    await waitFor(() => expect(container.querySelectorAll('.map__shade')).toHaveLength(3));
    await user.click(screen.getByRole('checkbox', { name: 'Shade countries by number' }));
    await waitFor(() => expect(address()).toBe('/map?shade=0'));
    expect(container.querySelectorAll('.map__shade')).toHaveLength(0);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Outline' }), 'Fictional Union');
    expect(await screen.findByText('Fictional Union: known in 1 country')).toBeVisible();
    expect(container.querySelector('.map__outline')).toBeInTheDocument();
    expect(address()).toBe('/map?shade=0&outline=fictional-union');
  });

  it('a city that was chosen stands by itself, named, and leads to who stands there', async () => {
    await renderPage('/map?at=12,105,32', testPortal([...dated, { name: 'City Centre', country: 'KH', city }]));
    const point = await within(await map()).findByRole('link', { name: '1 organisation: Phnom Penh, Cambodia' });
    expect(point).toHaveAttribute('href', '/map?at=12,105,32&box=104.9,11.5,104.9,11.5');
    expect(within(await map()).getByRole('link', { name: '2 organisations: Cambodia 2' })).toBeVisible();
    expect(screen.getByText('in the city or region that it chose')).toBeVisible();
  });

  it('lists a part of the map alone and says how many are not shown', async () => {
    const { user, address } = await renderPage('/map?at=12,105,8', testPortal(world));
    await user.click(await screen.findByRole('button', { name: 'List only this part' }));
    expect(await screen.findByText('3 organisations found')).toBeInTheDocument();
    expect(address()).toMatch(/box=[\d.,-]+/);
    expect(screen.getByText(/2 organisations are not shown: outside this part, or on no map./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'In a part of the map remove' }));
    expect(await screen.findByText('5 organisations found')).toBeInTheDocument();
  });

  it('fills the window, keeps the focus inside, and Escape leaves it', async () => {
    const { user, address } = await renderPage('/map', testPortal(world));
    await user.click(await within(await map()).findByRole('button', { name: 'Full screen' }));
    await waitFor(() => expect(address()).toBe('/map?full=1'));
    expect(document.querySelector('.map-page.is-full')).toBeInTheDocument();
    expect(document.querySelector('header')?.closest('[inert]')).not.toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(address()).toBe('/map'));
    expect(document.querySelector('[inert]')).toBeNull();
  });
});

describe('more points than a browser should gather', () => {
  it('come gathered from the server, for the part that is seen, and their numbers add up', async () => {
    const many = Array.from({ length: 5001 }, (_, at) => ({
      name: `Centre ${at}`,
      country: 'KE',
      city: { name: `City ${at}`, latitude: (at % 150) - 75, longitude: Math.floor(at / 150) * 10 - 175 },
    }));
    const portal = testPortal([...many, { name: 'Nowhere Named' }]);
    await renderPage('/map?at=0,20,32', portal);
    await waitFor(async () => expect((await marks()).length).toBeGreaterThan(2));
    const asked = portal.asked.find(({ name }) => name === 'MapClusters');
    expect(asked?.variables).toMatchObject({ zoom: 9, within: { west: expect.any(Number) } });
    const inside = (await map()).querySelectorAll('.map__pin').length;
    expect(
      within(await map()).getByText(`${(5001 - inside).toLocaleString('en')} organisations are outside this part of the map`),
    ).toBeVisible();
  });
});
