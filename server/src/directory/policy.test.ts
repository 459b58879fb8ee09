import { Types } from 'mongoose';
import type { Viewer } from '../people/index.js';
import { testDatabase } from '../platform/testing/database.js';
import { Organisation } from './Organisation.js';
import { canSeeOrganisation, visibleTo } from './policy.js';
import { organisationShape, viewerWithSeatsOf } from './testing/records.js';

testDatabase();

const [own, other] = [new Types.ObjectId(), new Types.ObjectId()];

const cases: [
  who: string,
  viewer: Viewer | null,
  what: string,
  organisation: { id: string; listing: 'LISTED' | 'MEMBERS' | 'UNLISTED' },
  may: boolean,
][] = [
  ['a visitor', null, 'a listed organisation', { id: String(other), listing: 'LISTED' }, true],
  ['a visitor', null, 'an unlisted organisation', { id: String(other), listing: 'UNLISTED' }, false],
  ['a member without a seat', viewerWithSeatsOf(), 'an unlisted organisation', { id: String(other), listing: 'UNLISTED' }, false],
  ['a visitor', null, 'an organisation for members', { id: String(other), listing: 'MEMBERS' }, false],
  ['a member without a seat', viewerWithSeatsOf(), 'an organisation for members', { id: String(other), listing: 'MEMBERS' }, true],
  ['a seat holder', viewerWithSeatsOf(own), 'the organisation for members of others', { id: String(other), listing: 'MEMBERS' }, true],
  ['a seat holder', viewerWithSeatsOf(own), 'their own unlisted organisation', { id: String(own), listing: 'UNLISTED' }, true],
  ['a seat holder', viewerWithSeatsOf(own), 'the unlisted organisation of others', { id: String(other), listing: 'UNLISTED' }, false],
  ['a seat holder', viewerWithSeatsOf(own), 'the listed organisation of others', { id: String(other), listing: 'LISTED' }, true],
];

test.each(cases)('%s%.0s may see %s: %j is %s', (_who, viewer, _what, organisation, may) => {
  expect(canSeeOrganisation(viewer, organisation)).toBe(may);
});

test('the condition for the database says the same as the rule for an organisation at hand', async () => {
  const shapes = [own, other].flatMap((_id, number) => [
    organisationShape({ _id, name: `Fictional ${number}`, listing: 'UNLISTED' }),
    organisationShape({ name: `Fictional listed ${number}` }),
    organisationShape({ name: `Fictional for members ${number}`, listing: 'MEMBERS' }),
  ]);
  await Organisation.insertMany(shapes);
  for (const viewer of [null, viewerWithSeatsOf(), viewerWithSeatsOf(own), viewerWithSeatsOf(own, other)]) {
    const found = await Organisation.find(visibleTo(viewer)).lean();
    const expected = shapes.filter(({ _id, listing }) => canSeeOrganisation(viewer, { id: String(_id), listing }));
    expect(found.map(({ slug }) => slug).sort()).toEqual(expected.map(({ slug }) => slug).sort());
  }
});
