import { doc } from '../../test/values/shorthand.js';
import { compileCollation } from './collation.js';
import { compileSort } from './sort.js';
import type { Document } from '../bson/values.js';

const sorted = (specification: string, documents: readonly string[], collation?: string): unknown[] => {
  const sort = compileSort(doc(specification), collation === undefined ? undefined : compileCollation(doc(collation)));
  return documents
    .map(doc)
    .sort((a: Document, b: Document) => sort.compare(a, b))
    .map((document) => document.get('_id')?.toString());
};

describe('A sort', () => {
  it.each([
    ['{"a":1}', ['{"_id":1,"a":2}', '{"_id":2,"a":1}', '{"_id":3}', '{"_id":4,"a":null}', '{"_id":5,"a":"x"}'], ['3', '4', '2', '1', '5']],
    ['{"a":-1}', ['{"_id":1,"a":2}', '{"_id":2,"a":{"$undefined":true}}', '{"_id":3}'], ['1', '3', '2']],
    ['{"a":1}', ['{"_id":1,"a":[3,9]}', '{"_id":2,"a":[5,1]}', '{"_id":3,"a":2}', '{"_id":4,"a":[]}'], ['4', '2', '3', '1']],
    ['{"a":-1}', ['{"_id":1,"a":[3,9]}', '{"_id":2,"a":[5,1]}', '{"_id":3,"a":7}', '{"_id":4,"a":[]}'], ['1', '3', '2', '4']],
    ['{"a.b":1}', ['{"_id":1,"a":[{"b":3},{"b":1}]}', '{"_id":2,"a":{"b":2}}', '{"_id":3,"a":[]}'], ['3', '1', '2']],
    ['{"a":1,"b":-1}', ['{"_id":1,"a":1,"b":1}', '{"_id":2,"a":1,"b":2}', '{"_id":3,"a":0}'], ['3', '2', '1']],
    ['{"a.x":1,"a.y":1}', ['{"_id":1,"a":[{"x":1,"y":9},{"x":2,"y":0}]}', '{"_id":2,"a":[{"x":1,"y":5}]}'], ['2', '1']],
    ['{"a":1}', ['{"_id":1,"a":{"x":1}}', '{"_id":2,"a":[[0]]}', '{"_id":3,"a":"s"}', '{"_id":4,"a":true}'], ['3', '1', '2', '4']],
  ])('by %s puts %j in the order %j', (specification, documents, expected) => {
    expect(sorted(specification, documents)).toEqual(expected);
  });

  it('under a collation compares text as its language does', () => {
    const documents = ['{"_id":1,"a":"b"}', '{"_id":2,"a":"A"}', '{"_id":3,"a":"ä"}', '{"_id":4,"a":"10"}', '{"_id":5,"a":"9"}'];
    expect(sorted('{"a":1}', documents)).toEqual(['4', '5', '2', '1', '3']);
    expect(sorted('{"a":1}', documents, '{"locale":"de","numericOrdering":true}')).toEqual(['5', '4', '2', '3', '1']);
  });

  it.each([
    ['{"a":2}', 15975],
    ['{"a":"x"}', 15974],
    ['{"a":{"$meta":"textScore"}}', 115],
    ['{"a..b":1}', 15998],
    ['{"$natural":1,"a":1}', 2],
  ])('by %s is refused with code %i', (specification, code) => {
    expect(() => compileSort(doc(specification))).toThrow(expect.objectContaining({ code }));
  });

  it('by two arrays side by side is refused', () => {
    expect(() => compileSort(doc('{"a":1,"b":1}')).key(doc('{"a":[1,2],"b":[1,2]}'))).toThrow(expect.objectContaining({ code: 2 }));
  });

  it('tells of the natural order', () => {
    expect(compileSort(doc('{"$natural":-1}'))).toMatchObject({ natural: 'backward', fields: [] });
  });
});

describe('A collation', () => {
  it('of strength 2 does not see case, of strength 1 neither accents', () => {
    const compare = (strength: number, a: string, b: string): number | undefined =>
      compileCollation(doc(`{"locale":"en","strength":${strength}}`))?.compare(a, b);
    expect([compare(2, 'a', 'A'), compare(2, 'a', 'á'), compare(1, 'a', 'Á'), compare(3, 'a', 'A')]).toEqual([0, -1, 0, -1]);
  });

  it('gives equal texts one key and others different ones', () => {
    const collation = compileCollation(doc('{"locale":"en","strength":1}'));
    const keys = ['b', 'a', 'Á', 'B', 'c'].map((text) => collation?.equalityKey(text));
    expect([keys[1] === keys[2], keys[0] === keys[3], new Set(keys).size]).toEqual([true, true, 3]);
  });

  it('that is simple is none', () => {
    expect(compileCollation(doc('{"locale":"simple"}'))).toBeUndefined();
  });

  it('shows all of its fields', () => {
    expect([...(compileCollation(doc('{"locale":"en_US","strength":2}'))?.specification.keys() ?? [])]).toEqual([
      'locale',
      'caseLevel',
      'caseFirst',
      'strength',
      'numericOrdering',
      'alternate',
      'maxVariable',
      'normalization',
      'backwards',
      'version',
    ]);
  });

  it.each([
    ['{}', 40414],
    ['{"locale":"xx_not_there"}', 2],
    ['{"locale":"en","strength":6}', 2],
    ['{"locale":"en","foo":1}', 40415],
    ['{"locale":1}', 14],
    ['{"locale":"en","strength":5}', 115],
    ['{"locale":"fr","backwards":true}', 115],
    ['{"locale":"de@collation=phonebook"}', 115],
  ])('%s is refused with code %i', (specification, code) => {
    expect(() => compileCollation(doc(specification))).toThrow(expect.objectContaining({ code }));
  });
});
