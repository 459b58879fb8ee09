import fc from 'fast-check';
import { Types } from 'mongoose';
import type { Viewer } from '../Viewer.js';
import type { ChildRecordRecord } from './ChildRecord.js';
import { ageBands, regionalGroups } from './ChildRecord.js';
import { countsOf, toldCount } from './counts.js';
import { answersTo } from './display.js';

const member: Viewer = { accountId: '', personId: '', offices: [], seats: [] };
/** Everybody to whom something else is shown: a member also sees, signed out, what a visitor sees. */
const viewers = [null, member];
const at = new Date('2026-03-02T10:00:00Z');
const signed = { childSignedOn: '2026-02-01', guardianSignedOn: '2026-02-01', expiresOn: '2027-01-31', withdrawnAt: null };

const group = fc.record({ region: fc.constantFrom(...regionalGroups), ageBand: fc.constantFrom(...ageBands) });
const visible = fc.constantFrom(['PUBLICATION'] as const, ['PARTICIPATION'] as const, ['PUBLICATION', 'PARTICIPATION'] as const);
const invisible = fc.constantFrom([] as const, ['MEDIA'] as const, ['TRAVEL', 'MEDIA'] as const);
type Child = { region: (typeof regionalGroups)[number]; ageBand: (typeof ageBands)[number] } & {
  pseudonym: string;
  purposes: readonly ('PUBLICATION' | 'PARTICIPATION' | 'MEDIA' | 'TRAVEL')[];
};

const shownChild: fc.Arbitrary<Child> = fc
  .tuple(group, visible, fc.integer({ min: 0, max: 999 }))
  .map(([of, purposes, number]) => ({ ...of, purposes, pseudonym: `Shown ${number}` }));
const hiddenChild: fc.Arbitrary<Child> = fc
  .tuple(group, invisible, fc.integer({ min: 0, max: 999 }))
  .map(([of, purposes, number]) => ({ ...of, purposes, pseudonym: `Hidden ${number}` }));
/** Each moment differs from the one before by one child who comes, goes, or takes a consent back. */
const history = fc.array(fc.record({ child: fc.oneof(shownChild, hiddenChild), act: fc.constantFrom('come', 'go', 'hide') }), {
  maxLength: 25,
});
const population = fc.tuple(fc.array(shownChild, { maxLength: 25 }), fc.array(hiddenChild, { maxLength: 25 })).map((parts) => parts.flat());

function recordOf({ purposes, ...child }: Child): ChildRecordRecord {
  const _id = new Types.ObjectId();
  return {
    ...child,
    _id,
    id: String(_id),
    languages: ['en'],
    mandateStartsOn: '2026-01-01',
    mandateEndsOn: '2026-12-31',
    supportingOrganisationId: _id,
    consents: purposes.map((purpose) => ({ purpose, ...signed })),
  };
}

/** All that anybody is ever told while the network goes through these moments. */
function toldOf(moments: readonly (readonly Child[])[]): string {
  return JSON.stringify(moments.map((children) => viewers.map((viewer) => answersTo(viewer, children.map(recordOf), at))));
}

function momentsOf(first: Child[], steps: readonly { child: Child; act: string }[]): Child[][] {
  const moments = [first];
  for (const { child, act } of steps) {
    const now = moments.at(-1) ?? [];
    const [someone, ...others] = now;
    if (act === 'come' || someone === undefined) moments.push([...now, child]);
    else moments.push(act === 'go' ? others : [...others, { ...someone, purposes: [] }]);
  }
  return moments;
}

const isShown = ({ purposes }: Child) => purposes.some((purpose) => purpose === 'PUBLICATION' || purpose === 'PARTICIPATION');

test.each([
  [0, null],
  [4, null],
  [5, 5],
  [9, 5],
  [10, 10],
  [21, 20],
])('%i children are told as %p', (count, told) => {
  expect(toldCount(count)).toBe(told);
});

test('whatever is told, to everybody and at every moment, fits any number of child advisors of any group who are not shown', () => {
  fc.assert(
    fc.property(population, history, group, (first, steps, of) => {
      const moments = momentsOf(first, steps);
      const told = toldOf(moments);
      const isOfGroup = (child: Child) => child.region === of.region && child.ageBand === of.ageBand;
      const others = moments.map((children) => children.filter((child) => isShown(child) || !isOfGroup(child)));
      const fitting = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((size) => {
        const imagined = Array.from({ length: size }, (_, index): Child => ({ ...of, purposes: [], pseudonym: `Imagined ${index}` }));
        return toldOf(others.map((children) => [...children, ...imagined])) === told;
      });
      expect(fitting).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }),
  );
});

test('one who comes, goes or takes a consent back without having been shown changes nothing that is told', () => {
  fc.assert(
    fc.property(population, hiddenChild, (children, child) => {
      expect(toldOf([[...children, child]])).toBe(toldOf([children]));
    }),
  );
});

test('every number that is told is a multiple of five, at least five, and no more than are shown', () => {
  fc.assert(
    fc.property(population, fc.constantFrom(...viewers), (children, viewer) => {
      const { shown, counts } = answersTo(viewer, children.map(recordOf), at);
      const { total, byRegion, byAgeBand } = counts;
      expect(byRegion.map(({ region }) => region)).toEqual([...regionalGroups]);
      for (const count of [total, ...byRegion.map((one) => one.count), ...byAgeBand.map((one) => one.count)]) {
        if (count === null) continue;
        expect(count % 5).toBe(0);
        expect(count).toBeGreaterThanOrEqual(5);
        expect(count).toBeLessThanOrEqual(shown.length);
      }
      expect(counts).toEqual(countsOf(shown));
    }),
  );
});
