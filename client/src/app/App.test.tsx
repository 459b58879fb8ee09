import { act, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../testing/renderPage.js';
import { testPortal } from '../../testing/testPortal.js';

const world = [{ name: 'Cambodia ACTS', country: 'KH' }];

describe('the frame of every page', () => {
  it('says so at an address that leads nowhere, and leads on', async () => {
    const { container } = await renderPage('/nowhere', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no page at this address' })).toBeVisible();
    expect(document.title).toBe('There is no page at this address · Plenum');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('speaks the language that the address asks for, keeps it and mirrors', async () => {
    await renderPage('/nowhere?lang=ar', testPortal(world));
    expect(await screen.findByRole('heading', { level: 1, name: 'لا توجد صفحة في هذا العنوان' })).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'ar');
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(document.cookie).toContain('language=ar');
  });

  it('keeps the page and its filters when the language is changed', async () => {
    const { user, address } = await renderPage('/directory?country=KH', testPortal(world));
    await user.click(await screen.findByRole('button', { name: 'Menu' }));
    await user.click(screen.getByRole('link', { name: 'Español', hidden: false }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Directorio' })).toBeVisible();
    expect(address()).toBe('/directory?country=KH&lang=es');
  });

  it('closes its menus on Escape and gives the focus back', async () => {
    const { user } = await renderPage('/nowhere', testPortal(world));
    const button = await screen.findByRole('button', { name: 'Menu' });
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{Escape}');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(button).toHaveFocus();
  });

  it('changes between light and dark and remembers it', async () => {
    const { user } = await renderPage('/nowhere', testPortal(world));
    await user.click(await screen.findByRole('button', { name: 'Light or dark' }));
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark');
    expect(localStorage.getItem('theme')).toBe('dark');
    await user.click(screen.getByRole('button', { name: 'Light or dark' }));
    expect(document.documentElement).toHaveAttribute('data-theme', 'light');
  });

  it('says when the line is gone, and when it is back', async () => {
    await renderPage('/nowhere', testPortal(world));
    await screen.findByRole('heading', { level: 1 });
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void dispatchEvent(new Event('offline')));
    expect(screen.getByText('There is no line.')).toBeVisible();
    online.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.queryByText('There is no line.')).not.toBeInTheDocument());
    online.mockRestore();
  });
});
