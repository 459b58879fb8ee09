import * as fc from 'fast-check';
import { Types } from 'mongoose';
import { indexOf, organisationShape, viewerWithSeatsOf } from '../testing/records.js';
import { factsAt } from './factsOf.js';
import { registerPastVisits } from './pastVisits.js';
import { peerWeights, readRecordedVisits, reviewsIn } from './peerData.js';
import { peersOf } from './peersOf.js';
import { allPeerWeights, peers, peersOfSlug } from './queries.js';
import type { PeerFacts, PeerReasonCode } from './reasonsBetween.js';
import { peerReasonCodes, reasonsBetween } from './reasonsBetween.js';
import { visitsOnRecord } from './visitsOnRecord.js';

const now = () => new Date('2026-03-02T09:00:00Z');
const reviewed = new Map([[2026, new Set(['KE', 'TG'])]]);

const subset = (...values: string[]) => fc.subarray(values).map((some) => new Set(some) as ReadonlySet<string>);
const anyFacts = (id: string, otherId: string): fc.Arbitrary<PeerFacts> =>
  fc.record({
    id: fc.constant(id),
    themes: subset('education', 'health', 'torture', 'play', 'poverty'),
    offers: subset('training', 'visits', 'research'),
    seeks: subset('training', 'visits', 'research'),
    languages: subset('en', 'fr', 'ar'),
    networks: subset('one', 'two', 'three'),
    country: fc.constantFrom('KE', 'TG', null),
    region: fc.constantFrom('AFRICA' as const, 'ARAB_REGION' as const, null),
    minutesAhead: fc.constantFrom(0, 180, 330, 720, null),
    reviewYear: fc.constantFrom(2026, null),
    visits: fc.constantFrom(new Map<string, string[]>(), new Map([[otherId, ['2020-02-18']]])),
  });
const anyPair = fc.tuple(anyFacts('self', 'other'), anyFacts('other', 'self'));

/** The data of each reason, and how its absence looks. */
const without: Record<PeerReasonCode, Partial<PeerFacts>> = {
  SHARED_THEME: { themes: new Set() },
  OFFERS_WHAT_YOU_SEEK: { seeks: new Set() },
  SEEKS_WHAT_YOU_OFFER: { offers: new Set() },
  SAME_REVIEW: { reviewYear: null },
  SHARED_LANGUAGE: { languages: new Set() },
  SAME_COALITION: { networks: new Set() },
  VISITED_BEFORE: { visits: new Map() },
  HOURS_IN_COMMON: { minutesAhead: null },
  SAME_COUNTRY: { country: null },
  SAME_REGION: { region: null },
};

describe('the reasons', () => {
  test('taking away the data of one takes away exactly that one', () => {
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...peerReasonCodes), ([self, other], code) => {
        const codes = (mine: PeerFacts, theirs: PeerFacts): PeerReasonCode[] =>
          reasonsBetween(mine, theirs, peerWeights)
            .map((reason) => reason.code)
            .sort();
        const rest = codes(self, other).filter((each) => each !== code);
        const theirs = code === 'VISITED_BEFORE' ? { ...other, visits: new Map() } : other;
        expect(codes({ ...self, ...without[code] }, theirs)).toEqual(rest);
      }),
      { numRuns: 2000 },
    );
  });

  test('each gives its points for each thing shared, up to the most that count, and the sum is all that orders peers', () => {
    fc.assert(
      fc.property(anyPair, ([self, other]) => {
        for (const { code, points, shared } of reasonsBetween(self, other, peerWeights)) {
          expect(shared.length).toBeGreaterThan(0);
          expect(points).toBe(peerWeights[code].points * Math.min(shared.length, peerWeights[code].most));
        }
      }),
    );
    expect(allPeerWeights()).toEqual(peerReasonCodes.map((code) => ({ code, ...peerWeights[code] })));
  });

  test('say what is shared', () => {
    const nothing: PeerFacts = {
      id: 'self',
      themes: new Set(),
      offers: new Set(),
      seeks: new Set(),
      languages: new Set(),
      networks: new Set(),
      country: null,
      region: null,
      minutesAhead: null,
      reviewYear: null,
      visits: new Map(),
    };
    expect(reasonsBetween(nothing, { ...nothing, id: 'other' }, peerWeights)).toEqual([]);
    const shared = (self: Partial<PeerFacts>, other: Partial<PeerFacts>) =>
      reasonsBetween({ ...nothing, ...self }, { ...nothing, id: 'other', ...other }, peerWeights).map((reason) => [
        reason.code,
        reason.shared,
      ]);
    expect(shared({ seeks: new Set(['training', 'visits']) }, { offers: new Set(['visits']) })).toEqual([
      ['OFFERS_WHAT_YOU_SEEK', ['visits']],
    ]);
    expect(shared({ offers: new Set(['research']) }, { seeks: new Set(['research']) })).toEqual([['SEEKS_WHAT_YOU_OFFER', ['research']]]);
    expect(shared({ minutesAhead: 180 }, { minutesAhead: -30 })).toEqual([['HOURS_IN_COMMON', ['4.5']]]);
    expect(shared({ minutesAhead: 0 }, { minutesAhead: 300 })).toEqual([]);
    expect(shared({ minutesAhead: -660 }, { minutesAhead: 720 })).toEqual([['HOURS_IN_COMMON', ['7']]]);
    expect(shared({}, { visits: new Map([['self', ['2021-05-01', '2020-02-18']]]) })).toEqual([
      ['VISITED_BEFORE', ['2020-02-18', '2021-05-01']],
    ]);
  });
});

describe('the peers of an organisation', () => {
  const visited = organisationShape({ name: 'Visited', country: 'CL' });
  const self = organisationShape({
    name: 'Self',
    country: 'KE',
    statedThemes: ['education', 'play'],
    seeks: ['training'],
    languages: ['en'],
  });
  const hidden = organisationShape({ name: 'Hidden', country: 'KE', listing: 'UNLISTED' });
  const directory = indexOf(
    { name: 'Trainer', country: 'TG', statedThemes: ['education'], offers: ['training'], languages: ['fr'] },
    { name: 'Neighbour', country: 'KE' },
    { name: 'Akin', country: 'MX', statedThemes: ['education', 'play'], languages: ['en'] },
    { name: 'Stranger', country: 'NZ', statedThemes: ['torture'] },
    { name: 'Nowhere' },
  );
  for (const shape of [visited, self, hidden]) directory.putOrganisation(shape);
  const asked = { directory, viewer: null, language: 'en' as const, now };
  const found = (first = 24) =>
    peersOfSlug(asked, self.slug, first).map(({ organisation, points, reasons }) => [
      organisation.name,
      points,
      reasons.map(({ code }) => code),
    ]);

  test('come with the most points first, each with all of its reasons', () => {
    expect(found()).toEqual([
      ['Trainer', 6 + 5 + 2 + 1, ['OFFERS_WHAT_YOU_SEEK', 'SHARED_THEME', 'SAME_REGION', 'HOURS_IN_COMMON']],
      ['Akin', 10 + 3, ['SHARED_THEME', 'SHARED_LANGUAGE']],
      ['Neighbour', 3 + 2 + 1, ['SAME_COUNTRY', 'SAME_REGION', 'HOURS_IN_COMMON']],
    ]);
  });

  test('carry what is shared by name', () => {
    const [trainer] = peersOfSlug(asked, self.slug, 1);
    expect(trainer!.reasons.map(({ exchanges, themes, region, hours }) => [exchanges[0]?.id, themes[0]?.id, region, hours])).toEqual([
      ['training', undefined, null, null],
      [undefined, 'education', null, null],
      [undefined, undefined, 'AFRICA', null],
      [undefined, undefined, null, 5],
    ]);
  });

  test('are only those whom the viewer may see', () => {
    const viewer = viewerWithSeatsOf(hidden._id);
    expect(peersOfSlug({ ...asked, viewer }, self.slug, 24).map(({ organisation }) => organisation.name)).toContain('Hidden');
    expect(peersOfSlug(asked, hidden.slug, 24)).toEqual([]);
    expect(peersOfSlug({ ...asked, viewer }, hidden.slug, 24).length).toBeGreaterThan(0);
  });

  test('know of past visits as soon as a room that keeps them registers, and no longer when it leaves', () => {
    const ids = [String(self._id), String(visited._id)];
    const leave = registerPastVisits((id) => (ids.includes(id) ? [{ otherId: ids.find((each) => each !== id)!, on: '2025-05-05' }] : []));
    expect(found()).toContainEqual(['Visited', 5, ['VISITED_BEFORE']]);
    leave();
    expect(found().map(([name]) => name)).not.toContain('Visited');
  });

  test('are at most twenty-four', () => {
    expect(() => found(25)).toThrow(/from 1 to 24/);
    const record = directory.bySlug(self.slug, null)!;
    expect(peers(asked, record, 1)).toHaveLength(1);
  });

  test('under the same UN review this year are found by the data, and the reason is gone without it', () => {
    const record = directory.bySlug(self.slug, null)!;
    const codes = (at: string, data: typeof reviewed) =>
      peersOf(record, directory.all(null, 'en'), factsAt(new Date(at), data), peerWeights, 24)
        .filter(({ reasons }) => reasons.some(({ code }) => code === 'SAME_REVIEW'))
        .map(({ organisation }) => organisation.name);
    expect(codes('2026-03-02T09:00:00Z', reviewed)).toEqual(['Trainer', 'Neighbour']);
    expect(codes('2027-03-02T09:00:00Z', reviewed)).toEqual([]);
    expect(codes('2026-03-02T09:00:00Z', new Map())).toEqual([]);
    expect(
      reviewsIn([
        { year: 2031, countries: ['AA'] },
        { year: 2031, countries: ['BB'] },
      ]),
    ).toEqual(new Map([[2031, new Set(['AA', 'BB'])]]));
  });
});

test('the visit of the public record joins the two organisations that it names', () => {
  const ids = [new Types.ObjectId(), new Types.ObjectId()] as const;
  const known = new Map([
    ['japan-international-center-for-the-rights-of-the-child', { id: String(ids[0]) }],
    ['child-rights-coalition-cambodia', { id: String(ids[1]) }],
  ]);
  const source = visitsOnRecord(readRecordedVisits(), { bySlug: (slug) => known.get(slug) ?? null });
  expect(source(String(ids[0]))).toEqual([{ otherId: String(ids[1]), on: '2020-02-18' }]);
  expect(source(String(ids[1]))).toEqual([{ otherId: String(ids[0]), on: '2020-02-18' }]);
  expect(source('somebody else')).toEqual([]);
});
