import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testPerson } from '../../people/testing/index.js';

const source = 'https://www.test-network.example/members';
const entry = (id: string, more: object) => ({
  __typename: 'ProfileChange',
  id,
  on: '2026-03-02',
  kind: 'CHANGED',
  section: null,
  sourceUrl: null,
  why: null,
  by: null,
  changes: [],
  ...more,
});
const training = { code: 'training', text: 'Training', language: null };
const entries = [
  entry('3', {
    kind: 'PROPOSAL_ACCEPTED',
    section: 'EXCHANGE',
    why: 'Your report says so.',
    by: testPerson('Amal'),
    changes: [{ field: 'OFFERS', before: [], after: [training] }],
  }),
  entry('2', { kind: 'MERGED', on: '2026-02-01', why: 'One telephone number.', by: testPerson('Selma') }),
  entry('1', { kind: 'READ', on: '2025-05-06', sourceUrl: source }),
];

/** An organisation with a history, `pageSize` entries to a page. */
function portalWith(history: readonly object[], pageSize = 12) {
  const historyOf = ({ after }: { after?: string | null }) => {
    const start = after ? Number(after) + 1 : 0;
    const edges = history.slice(start, start + pageSize).map((node, index) => ({ cursor: String(start + index), node }));
    return {
      totalCount: history.length,
      pageInfo: { hasNextPage: start + pageSize < history.length, endCursor: edges.at(-1)?.cursor ?? null },
      edges,
    };
  };
  return testPortal([{ name: 'Lotus Example Council', country: 'TH', more: { history: historyOf } }]);
}

async function openHistory(portal: ReturnType<typeof testPortal>) {
  const page = await renderPage('/organisations/lotus-example-council', portal);
  const section = await screen.findByRole('region', { name: 'History of the profile' });
  return { ...page, section, open: within(section).getByText('What changed, and when') };
}

describe('the history of a profile', () => {
  it('is asked for only once it is opened, and tells what changed, when, by whom and why', async () => {
    const portal = portalWith(entries);
    const { user, section, open, container } = await openHistory(portal);
    expect(portal.asked.map(({ name }) => name)).not.toContain('ProfileHistory');
    await user.click(open);
    await within(section).findByText(/read on public pages/);
    const [accepted, merged, read] = within(section).getAllByRole('list')[0]?.children ?? [];
    expect(accepted).toHaveTextContent(
      '2 March 2026 · proposed by the secretariat, accepted by the organisation · What it offers and seeks',
    );
    expect(accepted).toHaveTextContent('Amal · Your report says so.');
    expect(merged).toHaveTextContent('1 February 2026 · another entry was merged into this one');
    expect(merged).toHaveTextContent('Selma · One telephone number.');
    expect(within(read as HTMLElement).getByRole('link')).toHaveAttribute('href', source);
    await user.click(within(accepted as HTMLElement).getByText('1 field'));
    expect(within(accepted as HTMLElement).getByRole('row', { name: 'Offers Not stated yet Training' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is reached with the keyboard, page by page', async () => {
    const { user, section, open } = await openHistory(portalWith(entries, 2));
    await user.click(open);
    (await within(section).findByRole('button', { name: 'Show the last one' })).focus();
    await user.keyboard('{Enter}');
    expect(await within(section).findByText(/read on public pages/)).toBeVisible();
    expect(within(section).queryByRole('button', { name: 'Show the last one' })).not.toBeInTheDocument();
  });

  it('can be asked for again when the line was lost', async () => {
    const portal = portalWith(entries);
    const { user, section, open } = await openHistory(portal);
    portal.failWith(new TypeError('Failed to fetch'));
    await user.click(open);
    const again = await within(section).findByRole('button', { name: 'Try again' });
    portal.failWith(undefined);
    await user.click(again);
    expect(await within(section).findByText(/another entry was merged into this one/)).toBeVisible();
  });

  it('keeps what it shows when the next page does not come, and brings it when asked again', async () => {
    const portal = portalWith(entries, 2);
    const { user, section, open } = await openHistory(portal);
    await user.click(open);
    const more = await within(section).findByRole('button', { name: 'Show the last one' });
    portal.failWith(new TypeError('Failed to fetch'));
    await user.click(more);
    const again = await within(section).findByRole('button', { name: /Try again/ });
    expect(within(section).getByText(/another entry was merged into this one/)).toBeVisible();
    portal.failWith(undefined);
    await user.click(again);
    expect(await within(section).findByText(/read on public pages/)).toBeVisible();
  });
});
