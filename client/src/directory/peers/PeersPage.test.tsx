import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const world = [
  { name: 'Child Rights Coalition Cambodia', country: 'KH' },
  { name: 'Cambodia ACTS', country: 'KH' },
  { name: 'Nowhere Named' },
];

describe('the page of the peers of an organisation', () => {
  it('lists them with every reason and its points, and the weights from which they come', async () => {
    const { container } = await renderPage('/organisations/child-rights-coalition-cambodia/peers', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: 'Peers for Child Rights Coalition Cambodia' })).toBeVisible();
    const line = (await screen.findByRole('link', { name: 'Cambodia ACTS' })).closest('li') as HTMLElement;
    expect(line).toHaveTextContent('Cambodia · 3 points');
    expect(line).toHaveTextContent('Same country: Cambodia');
    const weights = screen.getByRole('region', { name: 'How the points add up' });
    expect(within(weights).getByRole('row', { name: 'Same country 3 1' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says what is missing where nothing is shared', async () => {
    await renderPage('/organisations/nowhere-named/peers', testPortal(world));
    expect(await screen.findByRole('heading', { name: 'No peers yet' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open the profile' })).toHaveAttribute('href', '/organisations/nowhere-named');
  });

  it('speaks Arabic', async () => {
    await renderPage('/organisations/child-rights-coalition-cambodia/peers', testPortal(world), 'ar');
    expect(await screen.findByRole('heading', { level: 1, name: 'نظراء Child Rights Coalition Cambodia' })).toBeVisible();
    expect((await screen.findByRole('link', { name: 'Cambodia ACTS' })).closest('li')).toHaveTextContent('البلد نفسه: كمبوديا');
  });

  it('leads on when there is no such organisation', async () => {
    await renderPage('/organisations/nobody/peers', testPortal(world));
    expect(await screen.findByRole('heading', { name: 'There is no such organisation' })).toBeVisible();
  });
});
