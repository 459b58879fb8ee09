import { doc } from '../../test/values/shorthand.js';
import { writeExtendedJson } from '../bson/extended-json.js';
import { compileFilter } from './filter.js';
import { compileProjection } from './projection.js';

const project = (specification: string, document: string, filter = '{}'): string =>
  writeExtendedJson(compileProjection(doc(specification), compileFilter(doc(filter))).apply(doc(document)), { relaxed: true });

describe('A projection', () => {
  it.each([
    // Inclusion
    ['{"a":1}', '{"_id":1,"b":2,"a":3}', '{"_id":1,"a":3}'],
    ['{"b":1,"a":true,"_id":0}', '{"_id":1,"a":3,"b":2}', '{"a":3,"b":2}'],
    ['{"_id":1}', '{"_id":1,"a":3}', '{"_id":1}'],
    ['{"a.b":1}', '{"a":{"b":1,"c":2}}', '{"a":{"b":1}}'],
    ['{"a.b":1,"a.c":1}', '{"a":{"c":2,"b":1,"d":3}}', '{"a":{"c":2,"b":1}}'],
    ['{"a":{"b":1}}', '{"a":{"b":1,"c":2}}', '{"a":{"b":1}}'],
    ['{"a.b":1}', '{"a":5}', '{}'],
    ['{"a.b":1}', '{"a":[1,{"b":2,"c":3},[{"b":4},5],{"c":6}]}', '{"a":[{"b":2},[{"b":4}],{}]}'],
    ['{"a.0":1}', '{"a":[1,2]}', '{"a":[]}'],
    // Exclusion
    ['{"a":0}', '{"_id":1,"a":1,"b":2}', '{"_id":1,"b":2}'],
    ['{"_id":0}', '{"_id":1,"a":1}', '{"a":1}'],
    ['{"_id":1,"a":0}', '{"_id":1,"a":1,"b":2}', '{"_id":1,"b":2}'],
    ['{"a.b":0}', '{"a":[1,{"b":2,"c":3},[{"b":4}]]}', '{"a":[1,{"c":3},[{}]]}'],
    ['{"a.b":0}', '{"a":5}', '{"a":5}'],
    // Expressions
    ['{"a":1,"n":{"$add":["$a",1]}}', '{"_id":1,"a":1}', '{"_id":1,"a":1,"n":2}'],
    ['{"x":"$a"}', '{"_id":1,"a":1}', '{"_id":1,"x":1}'],
    ['{"x":"text"}', '{"_id":1}', '{"_id":1,"x":"text"}'],
    ['{"a.x":{"$literal":1}}', '{"a":[{"b":1},2]}', '{"a":[{"x":1}]}'],
    ['{"a.x":{"$literal":1}}', '{}', '{"a":{"x":1}}'],
    ['{"a":"$missing"}', '{"a":1}', '{}'],
    // $slice
    ['{"a":{"$slice":2}}', '{"a":[1,2,3],"b":1}', '{"a":[1,2],"b":1}'],
    ['{"a":{"$slice":-2}}', '{"a":[1,2,3]}', '{"a":[2,3]}'],
    ['{"a":{"$slice":[1,1]}}', '{"a":[1,2,3]}', '{"a":[2]}'],
    ['{"a":{"$slice":[-2,1]}}', '{"a":[1,2,3]}', '{"a":[2]}'],
    ['{"a":{"$slice":[-9,2]}}', '{"a":[1,2,3]}', '{"a":[1,2]}'],
    ['{"a":{"$slice":1}}', '{"a":"text"}', '{"a":"text"}'],
    ['{"a":{"$slice":1},"b":1}', '{"_id":1,"b":2,"a":[1,2],"c":3}', '{"_id":1,"b":2,"a":[1]}'],
    ['{"a":{"$slice":1},"b":0}', '{"_id":1,"b":2,"a":[1,2],"c":3}', '{"_id":1,"a":[1],"c":3}'],
    ['{"a":{"$slice":1},"_id":1}', '{"_id":1,"a":[1,2],"c":3}', '{"_id":1,"a":[1]}'],
    ['{"a.b":{"$slice":1}}', '{"a":[{"b":[1,2]},{"b":[3,4]}]}', '{"a":[{"b":[1]},{"b":[3]}]}'],
    ['{"n":{"$slice":["$a",1]}}', '{"a":[1,2]}', '{"n":[1]}'],
    // $elemMatch
    ['{"a":{"$elemMatch":{"b":2}}}', '{"_id":1,"a":[{"b":1},{"b":2,"c":1},{"b":2}],"x":1}', '{"_id":1,"a":[{"b":2,"c":1}]}'],
    ['{"a":{"$elemMatch":{"$gt":1}}}', '{"_id":1,"a":[1,2,3]}', '{"_id":1,"a":[2]}'],
    ['{"a":{"$elemMatch":{"b":9}}}', '{"_id":1,"a":[{"b":1}]}', '{"_id":1}'],
    ['{"a":{"$elemMatch":{"b":1}},"x":1}', '{"_id":1,"a":[{"b":1}],"x":1}', '{"_id":1,"x":1,"a":[{"b":1}]}'],
    ['{"a":{"$elemMatch":{"b":1}},"_id":0}', '{"_id":1,"a":[{"b":1}],"x":1}', '{"a":[{"b":1}]}'],
  ])('%s on %s gives %s', (specification, document, expected) => {
    expect(project(specification, document)).toBe(expected);
  });

  it.each([
    ['{"a.$":1}', '{"a":2}', '{"_id":1,"a":[1,2],"b":1}', '{"_id":1,"a":[2]}'],
    ['{"a.$":1}', '{"a.b":2}', '{"a":[{"b":1},{"b":2,"c":3}]}', '{"a":[{"b":2,"c":3}]}'],
    ['{"x.a.$":1}', '{"x.a":2}', '{"x":{"a":[1,2],"b":1}}', '{"x":{"a":[2]}}'],
    ['{"a.$":1}', '{"$and":[{"a":{"$gt":1}},{"a":{"$lt":3}}]}', '{"a":[1,2,3]}', '{"a":[2]}'],
    ['{"a.$":1}', '{"b":2}', '{"a":[1,2,3],"b":[1,2]}', '{"a":[2]}'],
    ['{"a.$":1}', '{"b":2}', '{"b":2}', '{}'],
    ['{"a.$":1}', '{"$or":[{"a":9},{"a":2}]}', '{"a":[1,2,3]}', '{"a":[2]}'],
    ['{"a.$":1,"b":1}', '{"a":{"$elemMatch":{"$gt":1}}}', '{"a":[1,2,3],"b":5,"c":6}', '{"a":[2],"b":5}'],
  ])('%s for the filter %s on %s gives %s', (specification, filter, document, expected) => {
    expect(project(specification, document, filter)).toBe(expected);
  });

  it.each([
    ['{"a":1,"b":0}', 31254],
    ['{"a":0,"b":1}', 31253],
    ['{"a":0,"b":"$x"}', 31310],
    ['{"a":0,"b":{"$add":[1,2]}}', 31252],
    ['{"a":1,"a.b":1}', 31249],
    ['{"a.b":1,"a":1}', 31250],
    ['{"a":{}}', 51270],
    ['{"a":{"$foo":1}}', 31325],
    ['{"$":1}', 16410],
    ['{"a.$.b":1}', 31394],
    ['{"a.$":1,"b.$":1}', 31276],
    ['{"a.$":1,"b":{"$elemMatch":{"c":1}}}', 31255],
    ['{"a.":1}', 40353],
    ['{"a..b":1}', 15998],
    ['{"$a":1}', 16410],
    ['{"a":{"$slice":"x"}}', 28667],
    ['{"a":{"$slice":[1]}}', 28667],
    ['{"a":{"$slice":[1,0]}}', 28724],
    ['{"a":{"$slice":[1,2,3]}}', 28724],
    ['{"a":{"$elemMatch":1}}', 31274],
    ['{"a.b":{"$elemMatch":{"c":1}}}', 31275],
    ['{"a":{"$meta":"textScore"}}', 115],
  ])('%s is refused with code %i', (specification, code) => {
    expect(() => compileProjection(doc(specification), compileFilter(doc('{"x":1}')))).toThrow(expect.objectContaining({ code }));
  });

  it('with a positional $ fails where no array element matched', () => {
    expect(() => project('{"a.$":1}', '{"a":[1,2]}', '{"a":[1,2]}')).toThrow(expect.objectContaining({ code: 51246 }));
    expect(() => project('{"a.$":1}', '{"a":[1,2],"b":1}', '{"$or":[{"a":2},{"b":1}]}')).toThrow(expect.objectContaining({ code: 51246 }));
    expect(() => project('{"a.$":1}', '{"a":[1],"b":[1,2]}', '{"b":2}')).toThrow(expect.objectContaining({ code: 51247 }));
  });

  it('tells when it changes nothing', () => {
    expect([compileProjection(doc('{}')).isIdentity, compileProjection(doc('{"a":1}')).isIdentity]).toEqual([true, false]);
  });

  it('leaves the given document as it is', () => {
    const document = doc('{"a":[{"b":[1,2]}],"c":{"d":1}}');
    const before = writeExtendedJson(document, { relaxed: false });
    compileProjection(doc('{"a.b":{"$slice":1},"c.d":0}')).apply(document);
    compileProjection(doc('{"c.e":{"$literal":1},"a.b":1}')).apply(document);
    expect(writeExtendedJson(document, { relaxed: false })).toBe(before);
  });
});
