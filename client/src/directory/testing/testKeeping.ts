import { emptyProfile } from '../../../testing/testDirectory.js';

/** The profile of the council that the tests of keeping keep, with nothing stated yet. */
export const testProfile = {
  __typename: 'Organisation',
  id: 'organisation 1',
  slug: 'lotus-example-council',
  name: 'Lotus Example Council',
  acronym: null,
  level: 'NATIONAL',
  country: 'TH',
  place: null,
  ...emptyProfile,
  confirmations: [{ section: 'WORK', confirmedOn: '2020-01-01', confirmAgainOn: '2021-01-01' }],
  profileVersion: 'version 1',
};

/** What the secretariat proposes to it, as one of its administrators finds it. */
export const testProposal = {
  __typename: 'ProfileProposal',
  id: 'proposal-1',
  section: 'EXCHANGE',
  reason: 'Your report says so.',
  state: 'OPEN',
  proposedAt: '2026-03-02T09:00:00.000Z',
  expiresAt: '2026-05-01T09:00:00.000Z',
  answer: null as string | null,
  answeredAt: null as string | null,
  answeredBy: null as object | null,
  viewerCanAnswer: true,
  viewerCanWithdraw: false,
  proposedBy: { id: 'person Selma', name: 'Selma' },
  organisation: testProfile,
  differences: [{ field: 'OFFERS', before: [], after: [{ code: 'training', text: 'Training', language: null }] }],
};
