import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/renderPage.js';
import { testPortal } from '../../testing/testPortal.js';

const world = [
  { name: 'Child Rights Coalition Cambodia', acronym: 'CRC-Cambodia', country: 'KH', networks: ['CRC Asia'] },
  { name: 'Cambodia ACTS', country: 'KH', networks: ['Alliance'] },
  { name: 'Defence for Children', level: 'INTERNATIONAL' as const, country: 'CH', networks: ['Test Network', 'Alliance'] },
  { name: 'Kenya Forum', country: 'KE', networks: ['Alliance'], confidence: 'LOW' as const },
  { name: 'Nowhere Named', networks: ['Test Network'] },
];

const results = () => screen.findByRole('region', { name: /organisations/ });

describe('the directory', () => {
  it('lists everybody with country, kind and networks, and says how many there are', async () => {
    await renderPage('/directory', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
    expect(await within(await results()).findByText('5 organisations found')).toBeInTheDocument();
    const line = (await screen.findByRole('link', { name: 'Child Rights Coalition Cambodia' })).closest('li');
    expect(line).toHaveTextContent('Cambodia · National or local');
    expect(line).toHaveTextContent('CRC Asia');
    expect(within(line as HTMLElement).getByRole('link', { name: /Source: crc-asia.example, read on 6 May 2025/ })).toHaveAttribute(
      'href',
      'https://www.crc-asia.example/members',
    );
    expect(document.title).toBe('Directory · Plenum');
  });

  it('narrows the list by a filter, keeps it in the address and lets it be taken away', async () => {
    const { user, address } = await renderPage('/directory', testPortal(world));
    await user.click(await screen.findByRole('checkbox', { name: /Africa 1/ }));
    expect(await screen.findByText('1 organisation found')).toBeInTheDocument();
    expect(address()).toBe('/directory?region=africa');
    await user.click(await screen.findByRole('button', { name: 'Africa remove' }));
    expect(await screen.findByText('5 organisations found')).toBeInTheDocument();
    expect(address()).toBe('/directory');
  });

  it('opens the view that an address describes', async () => {
    await renderPage('/directory?country=KH&network=alliance&view=table&sort=country', testPortal(world));
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(within(table).getByRole('link', { name: 'Cambodia ACTS' })).toHaveAttribute('href', '/organisations/cambodia-acts');
    expect(within(table).getByRole('columnheader', { name: 'Country' })).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByRole('checkbox', { name: /Cambodia/ })).toBeChecked();
  });

  it('searches once the fingers rest, with one query for all that was typed', async () => {
    const portal = testPortal(world);
    const { user, address } = await renderPage('/directory', portal);
    await screen.findByText('5 organisations found');
    const before = portal.asked.length;
    await user.type(screen.getByRole('combobox', { name: 'Search organisations' }), 'forum');
    expect(await screen.findByText('1 organisation found')).toBeInTheDocument();
    expect(portal.asked.slice(before).filter(({ name }) => name === 'Directory')).toEqual([
      { name: 'Directory', variables: expect.objectContaining({ search: 'forum', sort: 'RELEVANCE' }) as object },
    ]);
    expect(address()).toBe('/directory?q=forum');
  });

  it('says why each was found', async () => {
    await renderPage('/directory?q=forum', testPortal(world));
    const line = (await screen.findByRole('link', { name: 'Kenya Forum' })).closest('li');
    expect(line).toHaveTextContent('Found by name');
  });

  it('offers themes and organisations while one types, and the arrow keys choose among them', async () => {
    const themed = [
      { name: 'Education for All', country: 'KE', themes: ['education'] },
      { name: 'Other Forum', themes: ['health'] },
    ];
    const { user, address } = await renderPage('/directory', testPortal(themed));
    await screen.findByText('2 organisations found');
    const field = screen.getByRole('combobox', { name: 'Search organisations' });
    await user.type(field, 'educ');
    const list = await screen.findByRole('listbox', { name: 'Suggestions' });
    const theme = await within(list).findByRole('option', { name: /^Education.*1 organisation works on it/ });
    expect(within(list).getByRole('option', { name: /^Education for All.*Found by name/ })).toBeVisible();
    expect(await screen.findByText('2 suggestions')).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(field).toHaveAttribute('aria-activedescendant', theme.id);
    expect(theme).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowUp}');
    expect(field).not.toHaveAttribute('aria-activedescendant');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(address()).toBe('/directory?theme=education');
    expect(field).toHaveValue('');
    expect(await screen.findByText('1 organisation found')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: /Education/ })).toBeChecked();
    await user.type(field, 'forum');
    await user.click(await screen.findByRole('option', { name: /^Other Forum/ }));
    expect(address()).toBe('/organisations/other-forum');
  });

  it('closes the suggestions on Escape and keeps what is typed', async () => {
    const { user } = await renderPage('/directory', testPortal(world));
    await screen.findByText('5 organisations found');
    const field = screen.getByRole('combobox', { name: 'Search organisations' });
    await user.type(field, 'camb');
    await screen.findByRole('option', { name: /^Cambodia ACTS/ });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(field).toHaveValue('camb');
    expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  it('keeps what is being typed through a change of language', async () => {
    const { user } = await renderPage('/directory', testPortal(world));
    await screen.findByText('5 organisations found');
    await user.type(screen.getByRole('combobox', { name: 'Search organisations' }), 'cambo');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Language: English' }));
    await user.click(screen.getByRole('navigation', { name: 'Language: English' }).querySelector('[lang="ar"]') as HTMLElement);
    expect(await screen.findByRole('heading', { level: 1, name: 'الدليل' })).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'ابحث عن منظمات' })).toHaveValue('cambo');
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(await screen.findByText('عُثر على منظمتين')).toBeInTheDocument();
  });

  it('says what would be found without one of the filters when nothing fits all of them', async () => {
    await renderPage('/directory?region=africa&network=crc-asia', testPortal(world));
    expect(await screen.findByRole('heading', { name: 'No organisation fits all 2 filters' })).toBeVisible();
    expect(await screen.findByRole('link', { name: '1 organisation without “Africa”' })).toHaveAttribute(
      'href',
      '/directory?network=crc-asia',
    );
    expect(await screen.findByRole('link', { name: '1 organisation without “crc-asia”' })).toHaveAttribute(
      'href',
      '/directory?region=africa',
    );
  });

  it('keeps the filters when the server cannot answer, quotes the reference and tries again', async () => {
    const portal = testPortal(world);
    portal.failWith({ message: 'masked', extensions: { code: 'INTERNAL_SERVER_ERROR', reference: 'B04863' } });
    const { user, address } = await renderPage('/directory?region=africa', portal);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The server could not answer');
    expect(alert).toHaveTextContent('Your filters are kept.');
    expect(alert).toHaveTextContent('B04863');
    expect(alert).not.toHaveTextContent('masked');
    portal.failWith(undefined);
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 organisation found')).toBeInTheDocument();
    expect(address()).toBe('/directory?region=africa');
  });

  it('tells a dropped line from a fault of the server', async () => {
    const portal = testPortal(world);
    portal.failWith(new TypeError('Failed to fetch'));
    await renderPage('/directory', portal);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server could not be reached');
  });

  it('shows the rest of a long list below what is there and moves the focus to the first that is new', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `Forum ${String(index + 1).padStart(2, '0')}`, country: 'KE' }));
    const { user } = await renderPage('/directory', testPortal(many));
    await user.click(await screen.findByRole('button', { name: 'Show the next 6' }));
    const added = await screen.findByRole('link', { name: 'Forum 25' });
    await waitFor(() => expect(added).toHaveFocus());
    expect(screen.getByRole('link', { name: 'Forum 01' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Show the next/ })).not.toBeInTheDocument();
  });

  it('shows a picture of the map until it is asked for, and then the map, which takes the focus along', async () => {
    const { user, container } = await renderPage('/directory', testPortal(world));
    const picture = await screen.findByRole('button', { name: /^World map with one dot for each of the 4 organisations .* Use this map$/ });
    expect(container.querySelectorAll('.map__seat')).toHaveLength(4);
    await user.hover(screen.getByRole('link', { name: 'Cambodia ACTS' }));
    expect(container.querySelectorAll('.map__seat.is-hot')).toHaveLength(2);
    expect(container.querySelector('.map__ring')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
    picture.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findAllByRole('link', { name: '2 organisations: Cambodia 2' })).not.toHaveLength(0);
    expect(picture).not.toBeInTheDocument();
    expect(document.activeElement).toContainElement(container.querySelector<HTMLElement>('.map__ring'));
    await user.tab();
    expect(document.activeElement).toHaveClass('map__ring');
  }, 20_000);

  it('has the map at once for whoever has asked for it before; a named link for each ring, and list and map point at each other', async () => {
    const { user, container } = await renderPage('/directory', testPortal(world));
    const ring = (await screen.findAllByRole('link', { name: '2 organisations: Cambodia 2' })).find((link) =>
      link.classList.contains('map__ring'),
    ) as HTMLElement;
    expect(ring).toHaveAttribute('href', '/directory?country=KH');
    expect(container.querySelectorAll('.map__seat')).toHaveLength(4);
    await user.hover(screen.getByRole('link', { name: 'Cambodia ACTS' }));
    expect(ring).toHaveClass('is-hot');
    expect(container.querySelectorAll('.map__seat.is-hot')).toHaveLength(2);
    await user.unhover(screen.getByRole('link', { name: 'Cambodia ACTS' }));
    await user.hover(ring);
    expect(container.querySelectorAll('.organisations > li.is-hot')).toHaveLength(2);
  });

  it('says how many are on no map and leads to them', async () => {
    await renderPage('/directory?level=national', testPortal(world));
    expect(await screen.findByText('1 organisation is on no map.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See it' })).toHaveAttribute('href', '/directory?unplaced=1&level=national');
  });

  it('has no accessibility fault that a program finds', async () => {
    const { container } = await renderPage('/directory', testPortal(world));
    await screen.findByText('5 organisations found');
    await screen.findAllByRole('link', { name: '2 organisations: Cambodia 2' });
    expect(await axe(container)).toHaveNoViolations();
  }, 20_000);
});
