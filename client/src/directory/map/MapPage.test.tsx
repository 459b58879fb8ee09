import { screen, waitFor, within } from '@testing-library/react';
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

  it('has no accessibility fault that a program finds', async () => {
    const { container } = await renderPage('/map', testPortal(world));
    await within(await map()).findByRole('link', { name: '1 organisation: Kenya 1' });
    expect(await axe(container)).toHaveNoViolations();
  });
});
