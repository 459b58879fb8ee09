import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const world = [
  { name: 'Cambodia ACTS', country: 'KH', networks: ['Alliance', 'CRC Asia'] },
  { name: 'Kenya Forum', country: 'KE', networks: ['Alliance'], confidence: 'LOW' as const },
];

describe('where the data comes from', () => {
  it('is told for each network, with its list and its pages', async () => {
    const { container } = await renderPage('/sources', testPortal(world));
    const row = await screen.findByRole('row', { name: /^Alliance/ });
    expect(within(row).getByRole('link', { name: 'Alliance: 2 organisations' })).toHaveAttribute('href', '/directory?network=alliance');
    expect(await within(row).findByRole('link', { name: 'Source: alliance.example/members' })).toHaveAttribute(
      'href',
      'https://www.alliance.example/members',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is told for the counts of the network and for how sure the readings are', async () => {
    await renderPage('/sources', testPortal(world));
    expect(await screen.findByRole('row', { name: '25 May 2023 108 Source: example.org' })).toBeVisible();
    expect(screen.getByRole('row', { name: /^May 2019/ })).toBeVisible();
    const uncertain = screen.getByText('Uncertain').closest('div') as HTMLElement;
    expect(within(uncertain).getByRole('link', { name: '1 organisation' })).toHaveAttribute('href', '/directory?confidence=low');
  });

  it('is asked for again when it did not arrive', async () => {
    const portal = testPortal(world);
    portal.failWith({ message: 'down' });
    await renderPage('/sources', portal);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
