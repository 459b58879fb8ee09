import { doc, val } from '../../test/values/shorthand.js';
import { writeExtendedJson } from '../bson/extended-json.js';
import { Timestamp } from '../bson/values.js';
import { compileFilter } from '../query/filter.js';
import { compileUpdate } from './update.js';
import type { Document, Value } from '../bson/values.js';
import type { UpdatePosition } from './update.js';

const now = new Date('2026-03-01T12:00:00Z');
const clusterTime = new Timestamp({ t: 1000, i: 7 });
const position: UpdatePosition = { now, clusterTime };

const show = (document: Document): string => writeExtendedJson(document, { relaxed: true });

interface Given {
  filter?: string;
  arrayFilters?: string;
  collation?: string;
}

const updated = (update: string, document: string, given: Given = {}): string => {
  const arrayFilters = given.arrayFilters === undefined ? undefined : (val(given.arrayFilters) as Document[]);
  const compiled = compileUpdate(val(update) as Document | Value[], { arrayFilters });
  const matched = compileFilter(doc(given.filter ?? '{}')).matchPosition(doc(document));
  return show(compiled.apply(doc(document), { ...position, arrayIndex: matched.arrayIndex }));
};

const upserted = (update: string, filter: string): string => {
  const compiled = compileUpdate(val(update) as Document | Value[]);
  return show(compiled.upsertDocument(doc(filter), compileFilter(doc(filter)), position));
};

describe('An update', () => {
  it.each([
    // $set, $unset and paths
    ['{"$set":{"a":1}}', '{"_id":1}', '{"_id":1,"a":1}'],
    ['{"$set":{"b":1,"a":2,"10":3,"9":4}}', '{}', '{"9":4,"10":3,"a":2,"b":1}'],
    ['{"$set":{"b":5}}', '{"a":1,"b":2,"c":3}', '{"a":1,"b":5,"c":3}'],
    ['{"$set":{"a.b.c":1}}', '{}', '{"a":{"b":{"c":1}}}'],
    ['{"$set":{"a.b":1,"a.a":2}}', '{"a":{"z":0}}', '{"a":{"z":0,"a":2,"b":1}}'],
    ['{"$set":{"a.1":5}}', '{"a":[1,2]}', '{"a":[1,5]}'],
    ['{"$set":{"a.3":5}}', '{"a":[1]}', '{"a":[1,null,null,5]}'],
    ['{"$set":{"a.0.b":5}}', '{"a":[{"b":1,"c":2}]}', '{"a":[{"b":5,"c":2}]}'],
    ['{"$set":{"a.0":5}}', '{}', '{"a":{"0":5}}'],
    ['{"$unset":{"a":"","b.c":1,"x.y":1}}', '{"a":1,"b":{"c":1,"d":2}}', '{"b":{"d":2}}'],
    ['{"$unset":{"a.1":1}}', '{"a":[1,2,3]}', '{"a":[1,null,3]}'],
    ['{"$unset":{"a.9":1,"b.c":1}}', '{"a":[1],"b":5}', '{"a":[1],"b":5}'],
    ['{"$setOnInsert":{"a":1}}', '{"_id":1}', '{"_id":1}'],
    ['{"$set":{}}', '{"_id":1}', '{"_id":1}'],
    // Arithmetic keeps to MongoDB's number types
    ['{"$inc":{"a":2,"b":-1}}', '{"a":1}', '{"a":3,"b":-1}'],
    ['{"$inc":{"a":1}}', '{"a":2147483647}', '{"a":2147483648}'],
    ['{"$inc":{"a":1.5}}', '{"a":1}', '{"a":2.5}'],
    ['{"$inc":{"a":1}}', '{"a":1.0}', '{"a":2.0}'],
    ['{"$inc":{"a":{"$numberDecimal":"0.1"}}}', '{"a":0.2}', '{"a":{"$numberDecimal":"0.300000000000000"}}'],
    ['{"$mul":{"a":3,"b":2}}', '{"a":2}', '{"a":6,"b":0}'],
    ['{"$mul":{"a":2}}', '{"a":2000000000}', '{"a":4000000000}'],
    ['{"$mul":{"a":1.5}}', '{}', '{"a":0.0}'],
    ['{"$mul":{"a":{"$numberDecimal":"2.50"}}}', '{"a":4}', '{"a":{"$numberDecimal":"10.00"}}'],
    ['{"$min":{"a":1,"b":5,"c":"x"}}', '{"a":2,"b":3,"c":1}', '{"a":1,"b":3,"c":1}'],
    ['{"$max":{"a":1,"b":5,"c":"x","d":0}}', '{"a":2,"b":3,"c":1}', '{"a":2,"b":5,"c":"x","d":0}'],
    [
      '{"$currentDate":{"a":true,"b":{"$type":"timestamp"}}}',
      '{}',
      '{"a":{"$date":"2026-03-01T12:00:00Z"},"b":{"$timestamp":{"t":1000,"i":7}}}',
    ],
    // $rename
    ['{"$rename":{"a":"b"}}', '{"a":1,"c":2}', '{"c":2,"b":1}'],
    ['{"$rename":{"a":"b"}}', '{"a":1,"b":2,"c":3}', '{"b":1,"c":3}'],
    ['{"$rename":{"a.x":"b.y"}}', '{"a":{"x":1}}', '{"a":{},"b":{"y":1}}'],
    ['{"$rename":{"a":"b"}}', '{"c":1}', '{"c":1}'],
    // Arrays
    ['{"$push":{"a":1}}', '{}', '{"a":[1]}'],
    ['{"$push":{"a":[1,2]}}', '{"a":[0]}', '{"a":[0,[1,2]]}'],
    ['{"$push":{"a":{"$each":[1,2]}}}', '{"a":[0]}', '{"a":[0,1,2]}'],
    ['{"$push":{"a":{"$each":[9],"$position":1}}}', '{"a":[1,2,3]}', '{"a":[1,9,2,3]}'],
    ['{"$push":{"a":{"$each":[9],"$position":-1}}}', '{"a":[1,2,3]}', '{"a":[1,2,9,3]}'],
    ['{"$push":{"a":{"$each":[9],"$position":-9}}}', '{"a":[1,2,3]}', '{"a":[9,1,2,3]}'],
    ['{"$push":{"a":{"$each":[2],"$sort":-1}}}', '{"a":[1,3]}', '{"a":[3,2,1]}'],
    ['{"$push":{"a":{"$each":[],"$sort":{"s.t":1}}}}', '{"a":[{"s":{"t":2}},{"s":{"t":1}},5]}', '{"a":[5,{"s":{"t":1}},{"s":{"t":2}}]}'],
    ['{"$push":{"a":{"$each":[4],"$slice":-2}}}', '{"a":[1,2]}', '{"a":[2,4]}'],
    ['{"$push":{"a":{"$each":[4],"$slice":2,"$sort":-1}}}', '{"a":[1,2]}', '{"a":[4,2]}'],
    ['{"$push":{"a":{"$each":[4],"$slice":0}}}', '{"a":[1,2]}', '{"a":[]}'],
    ['{"$addToSet":{"a":1}}', '{"a":[1.0]}', '{"a":[1.0]}'],
    ['{"$addToSet":{"a":{"$each":[1,2,2]}}}', '{"a":[1]}', '{"a":[1,2]}'],
    ['{"$addToSet":{"a":{"x":1,"y":2}}}', '{"a":[{"y":2,"x":1}]}', '{"a":[{"y":2,"x":1},{"x":1,"y":2}]}'],
    ['{"$addToSet":{"a":{"$each":[3,3]}}}', '{}', '{"a":[3]}'],
    ['{"$pop":{"a":1,"b":-1,"c":1}}', '{"a":[1,2],"b":[1,2]}', '{"a":[1],"b":[2]}'],
    ['{"$pull":{"a":1}}', '{"a":[1,2,1.0,[1]]}', '{"a":[2,[1]]}'],
    ['{"$pull":{"a":{"$gte":2}}}', '{"a":[1,2,3,"x"]}', '{"a":[1,"x"]}'],
    ['{"$pull":{"a":{"b":1}}}', '{"a":[{"b":1,"c":1},{"b":2},1]}', '{"a":[{"b":2},1]}'],
    ['{"$pull":{"a":{"b":{"$in":[1,2]}}}}', '{"a":[{"b":1},{"b":3}]}', '{"a":[{"b":3}]}'],
    ['{"$pull":{"a":{"$regularExpression":{"pattern":"^x","options":""}}}}', '{"a":["xy","ax"]}', '{"a":["ax"]}'],
    ['{"$pull":{"a":{"$in":[null]}}}', '{"a":[null,1]}', '{"a":[1]}'],
    ['{"$pull":{"x.y":1}}', '{"x":5}', '{"x":5}'],
    ['{"$pull":{"a":{"$or":[{"b":1},{"c":1}]}}}', '{"a":[{"b":1},{"c":1},{"d":1},1]}', '{"a":[{"d":1},1]}'],
    ['{"$pullAll":{"a":[1,{"b":1}]}}', '{"a":[1,{"b":1},{"b":1,"c":2}]}', '{"a":[{"b":1,"c":2}]}'],
    // $[]
    ['{"$inc":{"a.$[]":1}}', '{"a":[1,2]}', '{"a":[2,3]}'],
    ['{"$set":{"a.$[].b":1}}', '{"a":[{"b":0},{"c":0}]}', '{"a":[{"b":1},{"c":0,"b":1}]}'],
    ['{"$inc":{"a.$[].$[]":1}}', '{"a":[[1],[2,3]]}', '{"a":[[2],[3,4]]}'],
    ['{"$unset":{"a.$[]":1}}', '{"a":[1,2]}', '{"a":[null,null]}'],
    // Replacement
    ['{"a":1}', '{"_id":5,"b":2}', '{"_id":5,"a":1}'],
    ['{"a":1,"_id":5}', '{"_id":5,"b":2}', '{"_id":5,"a":1}'],
    ['{}', '{"_id":5,"b":2}', '{"_id":5}'],
    [
      '{"t":{"$timestamp":{"t":0,"i":0}},"n":{"t":{"$timestamp":{"t":0,"i":0}}}}',
      '{"_id":5}',
      '{"_id":5,"t":{"$timestamp":{"t":1000,"i":7}},"n":{"t":{"$timestamp":{"t":0,"i":0}}}}',
    ],
  ])('%s on %s gives %s', (update, document, expected) => {
    expect(updated(update, document)).toBe(expected);
  });

  it.each([
    ['{"$set":{"a.$":9}}', '{"a":2}', '{"a":[1,2,3]}', '{"a":[1,9,3]}'],
    ['{"$set":{"a.$.c":9}}', '{"a.b":2}', '{"a":[{"b":1},{"b":2}]}', '{"a":[{"b":1},{"b":2,"c":9}]}'],
    [
      '{"$inc":{"x.a.$.n":1}}',
      '{"x.a":{"$elemMatch":{"b":1}}}',
      '{"x":{"a":[{"b":0,"n":0},{"b":1,"n":0}]}}',
      '{"x":{"a":[{"b":0,"n":0},{"b":1,"n":1}]}}',
    ],
  ])('%s sets the element that the filter %s found in %s', (update, filter, document, expected) => {
    expect(updated(update, document, { filter })).toBe(expected);
  });

  it.each([
    ['{"$set":{"a.$[x]":0}}', '[{"x":{"$gt":1}}]', '{"a":[1,2,3]}', '{"a":[1,0,0]}'],
    ['{"$set":{"a.$[x].n":0}}', '[{"x.b":1,"x.c":{"$ne":2}}]', '{"a":[{"b":1},{"b":1,"c":2}]}', '{"a":[{"b":1,"n":0},{"b":1,"c":2}]}'],
    [
      '{"$inc":{"a.$[x].b.$[y]":10}}',
      '[{"x.k":1},{"y":{"$lt":2}}]',
      '{"a":[{"k":1,"b":[1,2]},{"k":2,"b":[1]}]}',
      '{"a":[{"k":1,"b":[11,2]},{"k":2,"b":[1]}]}',
    ],
    [
      '{"$set":{"a.$[x].p":1,"a.$[y].q":2}}',
      '[{"x.k":1},{"y.k":{"$gte":1}}]',
      '{"a":[{"k":1},{"k":2}]}',
      '{"a":[{"k":1,"p":1,"q":2},{"k":2,"q":2}]}',
    ],
    ['{"$set":{"a.$[x]":0}}', '[{"$or":[{"x":1},{"x":3}]}]', '{"a":[1,2,3]}', '{"a":[0,2,0]}'],
  ])('%s with the array filters %s on %s gives %s', (update, arrayFilters, document, expected) => {
    expect(updated(update, document, { arrayFilters })).toBe(expected);
  });

  it.each([
    ['{"$set":{"a":1}}', '{"a":1}'],
    ['{"$inc":{"a":0}}', '{"a":1}'],
    ['{"$addToSet":{"a":1}}', '{"a":[1]}'],
    ['{"$inc":{"a":0.0}}', '{"a":-0.0}'],
    ['{"$rename":{"$a":"b"}}', '{"a":1}'],
    ['{"$pull":{"a":5}}', '{"a":[1]}'],
    ['{"$unset":{"b":1}}', '{"a":1}'],
    ['{"$min":{"a":2}}', '{"a":1}'],
    ['{"_id":1,"a":1}', '{"_id":1,"a":1}'],
    ['{"$push":{"a":{"$each":[]}}}', '{"a":[1]}'],
  ])('%s on %s gives back the same object', (update, text) => {
    const document = doc(text);
    expect(compileUpdate(doc(update)).apply(document, position)).toBe(document);
  });

  it.each([
    ['{"$set":{"a":1.0}}', '{"a":1}'],
    ['{"$set":{"a":{"c":1,"b":1}}}', '{"a":{"b":1,"c":1}}'],
  ])('%s on %s is a change though the values compare as equal or similar', (update, text) => {
    const document = doc(text);
    expect(compileUpdate(doc(update)).apply(document, position)).not.toBe(document);
  });

  it('leaves the given document as it is', () => {
    const document = doc('{"_id":1,"a":[{"b":1}],"c":{"d":1}}');
    compileUpdate(doc('{"$set":{"a.0.b":2,"c.d":3,"c.e":4},"$push":{"f":1}}')).apply(document, position);
    expect(show(document)).toBe('{"_id":1,"a":[{"b":1}],"c":{"d":1}}');
  });

  it.each([
    ['{"$set":{"a":1},"$inc":{"a":1}}', 40],
    ['{"$set":{"a":1,"a.b":1}}', 40],
    ['{"$set":{"a.b":1},"$unset":{"a":1}}', 40],
    ['{"$rename":{"a":"b"},"$set":{"b":1}}', 40],
    ['{"$set":{"a.$[].b":1,"a.0.b":1}}', 40],
    ['{"$foo":{"a":1}}', 9],
    ['{"$set":1}', 9],
    ['{"$set":{"a":1},"b":1}', 9],
    ['{"$set":{"":1}}', 56],
    ['{"$set":{"a..b":1}}', 56],
    ['{"$set":{"a.":1}}', 56],
    ['{"$set":{"$.a":1}}', 2],
    ['{"$set":{"a.$.b.$":1}}', 2],
    ['{"$set":{"$[].a":1}}', 2],
    ['{"$set":{"a.$[x]":1}}', 2],
    ['{"$inc":{"a":"x"}}', 14],
    ['{"$mul":{"a":null}}', 14],
    ['{"$push":{"a":{"$each":1}}}', 2],
    ['{"$push":{"a":{"$each":[],"$foo":1}}}', 2],
    ['{"$push":{"a":{"$each":[],"$slice":"x"}}}', 2],
    ['{"$push":{"a":{"$each":[],"$sort":2}}}', 2],
    ['{"$push":{"a":{"$each":[],"$sort":{}}}}', 2],
    ['{"$push":{"a":{"$each":[],"$position":1.5}}}', 2],
    ['{"$addToSet":{"a":{"$each":1}}}', 14],
    ['{"$addToSet":{"a":{"$each":[],"x":1}}}', 2],
    ['{"$pop":{"a":2}}', 9],
    ['{"$pop":{"a":"x"}}', 9],
    ['{"$pullAll":{"a":1}}', 2],
    ['{"$currentDate":{"a":1}}', 2],
    ['{"$currentDate":{"a":{"$type":"x"}}}', 2],
    ['{"$rename":{"a":1}}', 2],
    ['{"$rename":{"a":"a"}}', 2],
    ['{"$rename":{"a":"a.b"}}', 2],
    ['{"$rename":{"a.$":"b"}}', 2],
    ['{"$bit":{"a":{"and":1}}}', 115],
  ])('%s is refused with code %i', (update, code) => {
    expect(() => compileUpdate(doc(update))).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['{"$set":{"a.b":1}}', '{"a":5}', 28],
    ['{"$set":{"a.b":1}}', '{"a":null}', 28],
    ['{"$set":{"a.b":1}}', '{"a":[1]}', 28],
    ['{"$inc":{"a.b.c":1}}', '{"a":{"b":"x"}}', 28],
    ['{"$inc":{"a":1}}', '{"_id":1,"a":"x"}', 14],
    ['{"$inc":{"a":1}}', '{"a":null}', 14],
    ['{"$inc":{"a":1}}', '{"a":{"$numberLong":"9223372036854775807"}}', 2],
    ['{"$mul":{"a":{"$numberLong":"4"}}}', '{"a":{"$numberLong":"4611686018427387904"}}', 2],
    ['{"$push":{"a":1}}', '{"a":1}', 2],
    ['{"$addToSet":{"a":1}}', '{"a":1}', 2],
    ['{"$pop":{"a":1}}', '{"a":1}', 14],
    ['{"$pull":{"a":1}}', '{"a":1}', 2],
    ['{"$set":{"a.$":1}}', '{"a":[1]}', 2],
    ['{"$set":{"a.$[]":1}}', '{"a":1}', 2],
    ['{"$set":{"a.$[]":1}}', '{}', 2],
    ['{"$set":{"a.2000000":1}}', '{"a":[]}', 2],
    ['{"$rename":{"a.0":"b"}}', '{"a":[1]}', 2],
    ['{"$rename":{"b":"a.0"}}', '{"a":[1],"b":1}', 2],
    ['{"$mul":{"a":2}}', '{"a":null}', 14],
    ['{"$pop":{"a.b":1}}', '{"a":1}', 28],
    ['{"$pop":{"a.b":1}}', '{"a":[{"b":[1]}]}', 28],
    ['{"$rename":{"a.b":"c"}}', '{"a":1}', 28],
    ['{"$rename":{"a":"_id"}}', '{"_id":1,"a":1}', 66],
    ['{"$set":{"_id":2}}', '{"_id":1}', 66],
    ['{"$unset":{"_id":1}}', '{"_id":1}', 66],
    ['{"$set":{"_id.x":2}}', '{"_id":{"x":1}}', 66],
    ['{"_id":2}', '{"_id":1}', 66],
    ['{"$set":{"$a":1}}', '{}', 52],
    ['{"a":1,"$b":1}', '{}', 52],
  ])('%s on %s fails with code %i', (update, document, code) => {
    expect(() => updated(update, document)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['{"$set":{"a.$[x]":1}}', '[{"x":1},{"y":1}]', 9],
    ['{"$set":{"a.$[x]":1}}', '[{"x":1},{"x":2}]', 9],
    ['{"$set":{"a.$[x]":1}}', '[{"x":1,"y":1}]', 9],
    ['{"$set":{"a.$[x]":1}}', '[{}]', 9],
    ['{"$set":{"a.$[X]":1}}', '[{"X":1}]', 2],
    ['{"a":1}', '[{"x":1}]', 9],
  ])('%s with the array filters %s is refused with code %i', (update, arrayFilters, code) => {
    expect(() => updated(update, '{"a":[]}', { arrayFilters })).toThrow(expect.objectContaining({ code }));
  });

  it('finds conflicts that only the elements show', () => {
    const given = { arrayFilters: '[{"x":1},{"y":{"$lt":2}}]' };
    expect(updated('{"$set":{"a.$[x]":0,"a.$[y]":5}}', '{"a":[2]}', given)).toBe('{"a":[2]}');
    expect(() => updated('{"$set":{"a.$[x]":0,"a.$[y]":5}}', '{"a":[1]}', given)).toThrow(expect.objectContaining({ code: 40 }));
    expect(() => updated('{"$set":{"a.$":0,"a.0":5}}', '{"a":[1]}', { filter: '{"a":1}' })).toThrow(expect.objectContaining({ code: 40 }));
  });

  it('words its errors as MongoDB does', () => {
    expect(() => updated('{"$inc":{"a":1}}', '{"_id":1,"a":"x"}')).toThrow(
      "Cannot apply $inc to a value of non-numeric type. {_id: 1} has the field 'a' of non-numeric type string",
    );
    expect(() => updated('{"$set":{"a.b":1}}', '{"a":5}')).toThrow("Cannot create field 'b' in element {a: 5}");
    expect(() => compileUpdate(doc('{"$set":{"a":1,"a.b":1}}'))).toThrow("Updating the path 'a.b' would create a conflict at 'a'");
  });
});

describe('A pipeline update', () => {
  it.each([
    ['[{"$set":{"b":{"$add":["$a",1]}}},{"$unset":"a"}]', '{"_id":1,"a":1}', '{"_id":1,"b":2}'],
    ['[{"$replaceWith":{"x":"$a"}}]', '{"_id":1,"a":1}', '{"_id":1,"x":1}'],
    ['[{"$project":{"_id":0,"a":1}}]', '{"_id":1,"a":1,"b":2}', '{"_id":1,"a":1}'],
  ])('%s on %s gives %s', (update, document, expected) => {
    expect(updated(update, document)).toBe(expected);
  });

  it('gives back the same object when nothing changes', () => {
    const document = doc('{"_id":1,"a":1}');
    expect(compileUpdate(val('[{"$set":{"a":1}}]') as Value[]).apply(document, position)).toBe(document);
  });

  it.each([
    ['[{"$set":{"_id":2}}]', 66],
    ['[{"$match":{"a":1}}]', 72],
  ])('%s fails with code %i', (update, code) => {
    expect(() => updated(update, '{"_id":1}')).toThrow(expect.objectContaining({ code }));
  });

  it('starts an upsert from the equalities of the filter', () => {
    expect(upserted('[{"$set":{"b":{"$add":["$a",1]}}}]', '{"a":1,"_id":7}')).toBe('{"_id":7,"a":1,"b":2}');
  });
});

describe('An upsert', () => {
  it.each([
    ['{"$set":{"b":2}}', '{"a":1}', '{"a":1,"b":2}'],
    ['{"$setOnInsert":{"b":2},"$inc":{"n":1}}', '{"_id":7,"a":{"$gt":1}}', '{"_id":7,"b":2,"n":1}'],
    ['{"$set":{"x":1}}', '{"z":1,"c.d":2,"$and":[{"b":3}],"_id":4}', '{"_id":4,"b":3,"c":{"d":2},"z":1,"x":1}'],
    ['{"$set":{"x":1}}', '{"$or":[{"a":1},{"a":2}],"b":{"$in":[1,2]},"c":{"$in":[3]}}', '{"c":3,"x":1}'],
    ['{"$set":{"x":1}}', '{"a":{"$regex":"x"},"b":{"$ne":1},"c":{"$exists":true}}', '{"x":1}'],
    ['{"x":1}', '{"_id":4,"a":1}', '{"_id":4,"x":1}'],
    ['{"x":1,"_id":9}', '{"a":1}', '{"_id":9,"x":1}'],
    ['{"$set":{"_id":9}}', '{"a":1}', '{"_id":9,"a":1}'],
    ['{"$push":{"a":2}}', '{"a":[1]}', '{"a":[1,2]}'],
    ['{"$set":{"$a":1}}', '{"_id":1}', '{"_id":1,"$a":1}'],
  ])('of %s for %s inserts %s', (update, filter, expected) => {
    expect(upserted(update, filter)).toBe(expected);
  });

  it.each([
    ['{"$set":{"x":1}}', '{"a":1,"$and":[{"a":2}]}', 54],
    ['{"$set":{"x":1}}', '{"a.b":1,"a":{"b":1}}', 54],
    ['{"$set":{"_id":2}}', '{"_id":1}', 66],
    ['{"_id":2}', '{"_id":1}', 66],
    ['{"$set":{"a.b":1}}', '{"a":1}', 28],
    ['{"$set":{"x":1}}', '{"$expr":{"$eq":["$a",1]}}', 224],
    ['{"$set":{"a.$":1}}', '{"a":1}', 2],
  ])('of %s for %s fails with code %i', (update, filter, code) => {
    expect(() => upserted(update, filter)).toThrow(expect.objectContaining({ code }));
  });
});
