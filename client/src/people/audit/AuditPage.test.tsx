import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testOrganisation, testPerson, testViewer } from '../testing/testPeople.js';
import { filterOf } from './useAuditView.js';

const entry = (sequence: number, more: object = {}) => ({
  id: `entry ${sequence}`,
  sequence,
  at: '2026-03-02T09:30:00.000Z',
  act: 'replaceSeatHolder',
  actor: testPerson('Ori'),
  subjectType: 'Seat',
  subjectId: 'seat 1',
  organisationId: testOrganisation.id,
  organisation: testOrganisation,
  reason: 'The last administrator left',
  hash: 'ab'.repeat(32),
  changes: [{ field: 'holder', before: 'person Mira', after: 'person Amal' }],
  ...more,
});
const connection = (nodes: { id: string }[], totalCount = nodes.length) => ({
  totalCount,
  pageInfo: { hasNextPage: totalCount > nodes.length, endCursor: nodes.at(-1)?.id ?? null },
  edges: nodes.map((node) => ({ cursor: node.id, node })),
});
const viewer = testViewer('Ori', { viewerCanReadAuditTrail: true });

describe('the audit trail', () => {
  it('shows who did what for whom and why, before and after, and narrows itself to one person', async () => {
    const portal = testPortal([], [], { viewer, auditTrail: connection([entry(1)]) });
    const { user, address, container } = await renderPage('/audit', portal);
    const act = await screen.findByRole('article');
    expect(act).toHaveTextContent('Replaced the holder of a seat');
    expect(act).toHaveTextContent('Lotus Example Council');
    expect(act).toHaveTextContent('The last administrator left');
    await user.click(within(act).getByText('1 field changed'));
    expect(within(act).getByRole('row', { name: 'holder person Mira person Amal' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(within(act).getByRole('button', { name: 'Ori' }));
    expect(address()).toBe('/audit?actor=person+Ori');
    expect(portal.asked.at(-1)).toMatchObject({ name: 'AuditTrail', variables: { filter: { actorId: 'person Ori' } } });
    await user.click(await screen.findByRole('button', { name: /Only by one person/ }));
    expect(address()).toBe('/audit');
  });

  it('brings older entries below those that are shown', async () => {
    const portal = testPortal([], [], {
      viewer,
      auditTrail: ({ after }: { after?: string }) => ({
        ...connection([entry(after ? 1 : 2)], 2),
        pageInfo: { hasNextPage: !after, endCursor: 'entry 2' },
      }),
    });
    const { user } = await renderPage('/audit', portal);
    await user.click(await screen.findByRole('button', { name: 'Show older ones' }));
    expect(await screen.findByText(/no\. 1/)).toBeInTheDocument();
    expect(screen.getByText(/no\. 2/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show older ones' })).not.toBeInTheDocument();
  });

  it('is closed to those who hold no office for it', async () => {
    const portal = testPortal([], [], { viewer: testViewer('Mira') });
    portal.failWith({ message: 'masked', extensions: { code: 'FORBIDDEN' } });
    await renderPage('/audit', portal);
    expect(await screen.findByRole('heading', { name: 'This page is open to others only' })).toBeVisible();
  });

  it('says so when nothing fits, and shows everything again', async () => {
    const portal = testPortal([], [], {
      viewer,
      auditTrail: ({ filter }: { filter?: { acts?: string[] } }) => connection(filter?.acts ? [] : [entry(1)]),
    });
    const { user } = await renderPage('/audit?act=erasePerson', portal);
    expect(await screen.findByRole('heading', { name: 'No entry fits all of this' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all entries' }));
    expect(await screen.findByRole('article')).toBeVisible();
  });

  it('means the last day whole', () => {
    expect(filterOf({ from: '2026-02-28', until: '2026-02-28' })).toEqual({
      from: '2026-02-28T00:00:00.000Z',
      until: '2026-03-01T00:00:00.000Z',
    });
    expect(filterOf({ from: 'yesterday' })).toEqual({});
  });
});
