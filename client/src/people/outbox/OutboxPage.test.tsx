import { screen, within } from '@testing-library/react';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';

const mail = {
  id: 'mail 1',
  to: 'mira@fictional.example',
  language: 'AR',
  subject: 'رابط دخولك',
  text: 'النص',
  html: '<!doctype html><html><head></head><body style="margin:0"><p>النص</p></body></html>',
  writtenAt: '2026-03-02T09:30:00.000Z',
  state: 'KEPT',
  failure: null,
};
const connection = (nodes: { id: string }[]) => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false, endCursor: null },
  edges: nodes.map((node) => ({ cursor: node.id, node })),
});

describe('the outbox', () => {
  it('shows a mail as text and, in a frame that runs no program, as HTML', async () => {
    await renderPage('/outbox', testPortal([], [], { outbox: connection([mail]) }));
    const article = await screen.findByRole('article', { name: 'رابط دخولك' });
    expect(article).toHaveTextContent('mira@fictional.example');
    expect(within(article).getByText('النص', { selector: 'pre' })).toHaveAttribute('dir', 'rtl');
    const frame = within(article).getByTitle('رابط دخولك');
    expect(frame.getAttribute('sandbox')).not.toContain('allow-scripts');
    expect(frame.getAttribute('srcdoc')).toContain('<p>النص</p>');
  });

  it('says what brings a mail when there is none', async () => {
    await renderPage('/outbox', testPortal([], [], { outbox: connection([]) }));
    expect(await screen.findByRole('heading', { name: 'No mail was written yet' })).toBeVisible();
  });

  it('is closed to members of a real network', async () => {
    const portal = testPortal([]);
    portal.failWith({ message: 'masked', extensions: { code: 'FORBIDDEN' } });
    await renderPage('/outbox', portal);
    expect(await screen.findByRole('heading', { name: 'This page is open to others only' })).toBeVisible();
  });
});
