import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testPerson, testViewer } from '../../people/testing/index.js';
import { testProposal } from '../testing/testKeeping.js';

const own = { ...testProposal, viewerCanAnswer: false, viewerCanWithdraw: true };
const declined = {
  ...testProposal,
  id: 'proposal-0',
  section: 'IDENTITY',
  state: 'DECLINED',
  viewerCanAnswer: false,
  answer: 'Our statutes say otherwise.',
  answeredAt: '2026-03-05T09:00:00.000Z',
  answeredBy: testPerson('Amal'),
};

/** The page as somebody of the secretariat finds it; `pageSize` to a page, whatever is asked for. */
function secretariat(proposals: readonly object[], more: object = {}, pageSize = 24) {
  const state = { proposals: [...proposals] };
  const portal = testPortal([], [], {
    viewer: testViewer('Selma', { viewerCanCurate: true }),
    profileProposals: ({ after }: { after?: string | null }) => {
      const start = after ? Number(after) + 1 : 0;
      const edges = state.proposals.slice(start, start + pageSize).map((node, index) => ({ cursor: String(start + index), node }));
      return {
        totalCount: state.proposals.length,
        pageInfo: { hasNextPage: start + pageSize < state.proposals.length, endCursor: edges.at(-1)?.cursor ?? null },
        edges,
      };
    },
    ...more,
  });
  return { state, portal };
}

describe('the proposals of the secretariat', () => {
  it('stand with organisation, reason, both sides and what became of them', async () => {
    const { portal } = secretariat([own, declined]);
    const { container } = await renderPage('/directory/proposals', portal);
    const waiting = await screen.findByRole('article', { name: 'Lotus Example Council · What it offers and seeks' });
    expect(within(waiting).getByRole('link', { name: 'Lotus Example Council' })).toHaveAttribute(
      'href',
      '/organisation/profile?of=organisation 1',
    );
    expect(waiting).toHaveTextContent('Selma · 2 March 2026 · waits for an answer · until 1 May 2026');
    expect(within(waiting).getByRole('row', { name: 'Offers Not stated yet Training' })).toBeVisible();
    expect(within(waiting).queryByRole('button', { name: 'Accept the change' })).not.toBeInTheDocument();
    const answered = screen.getByRole('article', { name: 'Lotus Example Council · Who it is' });
    expect(answered).toHaveTextContent('Amal · 5 March 2026 · Our statutes say otherwise.');
    expect(within(answered).queryByRole('button')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are taken back with the keyboard', async () => {
    const given: object[] = [];
    const { portal } = secretariat([own], {
      withdrawProfileProposal: ({ input }: { input: object }) => {
        given.push({ ...input });
        return { ...own, state: 'WITHDRAWN', viewerCanWithdraw: false };
      },
    });
    const { user } = await renderPage('/directory/proposals', portal);
    (await screen.findByRole('button', { name: 'Take it back' })).focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('The proposal is taken back.')).toBeVisible();
    expect(given).toEqual([{ proposalId: 'proposal-1' }]);
    expect(screen.getByRole('article')).toHaveTextContent('· taken back');
    expect(screen.queryByRole('button', { name: 'Take it back' })).not.toBeInTheDocument();
  });

  it('that were answered meanwhile cannot be taken back, and are shown as they are now', async () => {
    const proposalNow = {
      ...own,
      state: 'ACCEPTED',
      viewerCanWithdraw: false,
      answeredAt: '2026-03-05T09:00:00.000Z',
      answeredBy: testPerson('Amal'),
    };
    const { portal } = secretariat([own], {
      withdrawProfileProposal: { __typename: 'ProposalAnswered', message: 'Somebody has answered this meanwhile.', proposalNow },
    });
    const { user } = await renderPage('/directory/proposals', portal);
    await user.click(await screen.findByRole('button', { name: 'Take it back' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Somebody has answered this meanwhile.');
    await waitFor(() => expect(alert).toHaveFocus());
    expect(screen.getByRole('article')).toHaveTextContent('accepted');
  });

  it('stay when the line is lost while one is taken back, and can be taken back after it', async () => {
    const { portal } = secretariat([own], { withdrawProfileProposal: { ...own, state: 'WITHDRAWN', viewerCanWithdraw: false } });
    const { user } = await renderPage('/directory/proposals', portal);
    const button = await screen.findByRole('button', { name: 'Take it back' });
    portal.failWith(new TypeError('Failed to fetch'));
    await user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server could not be reached.');
    portal.failWith(undefined);
    await user.click(button);
    expect(await screen.findByText('The proposal is taken back.')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('come page by page, and say when the next page did not come', async () => {
    const { portal } = secretariat([own, declined], {}, 1);
    const { user } = await renderPage('/directory/proposals', portal);
    const more = await screen.findByRole('button', { name: 'Show the last one' });
    portal.failWith(new TypeError('Failed to fetch'));
    await user.click(more);
    expect(await screen.findByRole('button', { name: /again/i })).toBeVisible();
    portal.failWith(undefined);
    await user.click(screen.getByRole('button', { name: /again/i }));
    expect(await screen.findByRole('article', { name: 'Lotus Example Council · Who it is' })).toBeVisible();
  });

  it('are said to be none where there are none', async () => {
    const { container } = await renderPage('/directory/proposals', secretariat([]).portal);
    expect(await screen.findByRole('heading', { name: 'Nothing is proposed' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('are closed to everybody else', async () => {
    const { portal } = secretariat([own]);
    portal.failWith({ message: 'This is not yours to do.', extensions: { code: 'FORBIDDEN' } });
    const { container } = await renderPage('/directory/proposals', portal);
    expect(await screen.findByRole('heading', { name: 'This page is open to others only' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('can be asked for again when they did not arrive', async () => {
    const { portal } = secretariat([own]);
    portal.failWith(new TypeError('Failed to fetch'));
    const { user } = await renderPage('/directory/proposals', portal);
    const again = await screen.findByRole('button', { name: 'Try again' });
    portal.failWith(undefined);
    await user.click(again);
    expect(await screen.findByRole('article')).toBeVisible();
  });
});
