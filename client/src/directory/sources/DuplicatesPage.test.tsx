import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const world = [
  { name: 'Plataforma de Infancia', country: 'US' },
  { name: 'Plataforma de la Infancia', acronym: 'POI', country: 'US' },
];

describe('possible duplicates', () => {
  it('stand side by side with the reason, and what differs is marked', async () => {
    const { container } = await renderPage('/directory/duplicates', testPortal(world, [[0, 1]]));
    expect(await screen.findByText('1 pair to look at')).toBeVisible();
    const pair = screen.getByRole('table');
    expect(within(pair).getByRole('link', { name: 'Plataforma de Infancia' })).toHaveAttribute(
      'href',
      '/organisations/plataforma-de-infancia',
    );
    expect(within(pair).getByRole('row', { name: 'Short name Not stated yet POI' })).toBeVisible();
    expect(container.querySelectorAll('.pair__differs')).toHaveLength(2);
    expect(screen.getByText('Similar names: “forum”')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are said to be none where there are none', async () => {
    await renderPage('/directory/duplicates', testPortal(world));
    expect(await screen.findByRole('heading', { name: 'No two entries look alike' })).toBeVisible();
  });

  it('can be asked for again when they did not arrive', async () => {
    const portal = testPortal(world, [[0, 1]]);
    portal.failWith(new TypeError('Failed to fetch'));
    const { user } = await renderPage('/directory/duplicates', portal);
    const again = await screen.findByRole('button', { name: 'Try again' });
    portal.failWith(undefined);
    await user.click(again);
    expect(await screen.findByText('1 pair to look at')).toBeVisible();
  });
});
