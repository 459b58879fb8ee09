import { readExtendedJson, writeExtendedJson } from '../bson/extended-json.js';
import { updateDescription } from './update-description.js';

const describeChange = (before: object, after: object, expanded = false): unknown =>
  JSON.parse(
    writeExtendedJson(updateDescription(readExtendedJson(JSON.stringify(before)), readExtendedJson(JSON.stringify(after)), expanded), {
      relaxed: true,
    }),
  );

describe('updateDescription', () => {
  it.each([
    ['a new field', { a: 1 }, { a: 1, b: 2 }, { updatedFields: { b: 2 } }],
    ['a field that is gone', { a: 1, b: { c: 1, d: 1 } }, { b: { d: 1 } }, { removedFields: ['a', 'b.c'] }],
    ['a field within a document', { a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, { updatedFields: { 'a.b': 2 } }],
    ['an item of an array', { a: [1, { b: 1 }] }, { a: [1, { b: 2 }] }, { updatedFields: { 'a.1.b': 2 } }],
    ['items at the end of an array', { a: [1] }, { a: [1, 2, 3] }, { updatedFields: { 'a.1': 2, 'a.2': 3 } }],
    ['an array cut short', { a: [1, 2, 3] }, { a: [1] }, { truncatedArrays: [{ field: 'a', newSize: 1 }] }],
    ['an array that lost an item within', { a: [1, 2, 3] }, { a: [1, 3] }, { updatedFields: { a: [1, 3] } }],
    ['an array that was empty', { a: [] }, { a: [1] }, { updatedFields: { a: [1] } }],
    ['a number of another type', { a: 1 }, { a: 1.5 }, { updatedFields: { a: 1.5 } }],
  ])('tells of %s', (_what, before, after, expected) => {
    expect(describeChange(before, after)).toEqual({ updatedFields: {}, removedFields: [], truncatedArrays: [], ...expected });
  });

  it('says how a path is to be read whose names look like positions', () => {
    const description = describeChange({ a: { 0: 1 }, list: [1] }, { a: { 0: 2 }, list: [2] }, true);
    expect(description).toMatchObject({ updatedFields: { 'a.0': 2, 'list.0': 2 }, disambiguatedPaths: { 'a.0': ['a', '0'] } });
  });
});
