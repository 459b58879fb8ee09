import { doc } from '../../test/values/shorthand.js';
import { compileFilter } from './filter.js';
import type { Document } from '../bson/values.js';

const matches = (filter: string, document: string): boolean => compileFilter(doc(filter)).matches(doc(document));

describe('A filter', () => {
  it.each([
    // Equality and types
    ['{"a":1}', '{"a":1.0}', true],
    ['{"a":1}', '{"a":{"$numberLong":"1"}}', true],
    ['{"a":1}', '{"a":"1"}', false],
    ['{"a":{"b":1,"c":2}}', '{"a":{"b":1,"c":2}}', true],
    ['{"a":{"b":1,"c":2}}', '{"a":{"c":2,"b":1}}', false],
    ['{"a":{}}', '{"a":{}}', true],
    ['{"a":{}}', '{"a":{"b":1}}', false],
    ['{"a":[1,2]}', '{"a":[1,2]}', true],
    ['{"a":[1,2]}', '{"a":[[1,2]]}', true],
    ['{"a":[1,2]}', '{"a":[2,1]}', false],
    ['{"a":1}', '{"a":[2,1]}', true],
    ['{"a":1}', '{"a":[[1]]}', false],
    ['{"a":{"$eq":{"$numberDouble":"NaN"}}}', '{"a":{"$numberDouble":"NaN"}}', true],
    ['{"a":true}', '{"a":1}', false],
    ['{"a":{"$ref":"c","$id":1}}', '{"a":{"$ref":"c","$id":1}}', true],
    ['{"a.$id":1}', '{"a":{"$ref":"c","$id":1}}', true],
    // Null and missing
    ['{"a":null}', '{}', true],
    ['{"a":null}', '{"a":null}', true],
    ['{"a":null}', '{"a":[1,null]}', true],
    ['{"a":null}', '{"a":{"$undefined":true}}', false],
    ['{"a":null}', '{"a":[]}', false],
    ['{"a.b":null}', '{"a":{}}', true],
    ['{"a.b":null}', '{"a":4}', true],
    ['{"a.b":null}', '{"a":[]}', false],
    ['{"a.b":null}', '{"a":[[]]}', false],
    ['{"a.b":null}', '{"a":[1,2]}', false],
    ['{"a.b":null}', '{"a":[{"b":1},{}]}', true],
    ['{"a.b":null}', '{"a":[{"b":1}]}', false],
    ['{"a":{"$ne":null}}', '{}', false],
    ['{"a":{"$in":[null,1]}}', '{}', true],
    ['{"a":{"$nin":[null]}}', '{"a":1}', true],
    ['{"a":{"$gte":null}}', '{}', true],
    ['{"a":{"$gt":null}}', '{}', false],
    // Ranges keep to their type
    ['{"a":{"$gt":1}}', '{"a":2}', true],
    ['{"a":{"$gt":1}}', '{"a":"2"}', false],
    ['{"a":{"$lt":5}}', '{"a":{"$numberDouble":"NaN"}}', false],
    ['{"a":{"$lt":5}}', '{}', false],
    ['{"a":{"$lte":{"$numberDouble":"NaN"}}}', '{"a":{"$numberDouble":"NaN"}}', true],
    ['{"a":{"$lte":{"$numberDouble":"NaN"}}}', '{"a":1}', false],
    ['{"a":{"$gt":1,"$lt":3}}', '{"a":[0,5]}', true],
    ['{"a":{"$gt":{"$minKey":1}}}', '{"a":"x"}', true],
    ['{"a":{"$lt":{"$maxKey":1}}}', '{}', true],
    ['{"a":{"$gte":{"b":1}}}', '{"a":{"b":2}}', true],
    ['{"a":{"$gt":[1]}}', '{"a":[2]}', true],
    ['{"a":{"$lt":{"$date":"2020-01-01T00:00:00Z"}}}', '{"a":{"$date":"2019-01-01T00:00:00Z"}}', true],
    ['{"a":{"$lt":{"$date":"2020-01-01T00:00:00Z"}}}', '{"a":{"$timestamp":{"t":1,"i":1}}}', false],
    // Negation is of the whole path
    ['{"a":{"$ne":1}}', '{"a":[1,2]}', false],
    ['{"a":{"$ne":1}}', '{}', true],
    ['{"a":{"$nin":[1,2]}}', '{"a":[3]}', true],
    ['{"a":{"$not":{"$gt":1}}}', '{"a":"x"}', true],
    ['{"a":{"$not":{"$gt":1}}}', '{"a":[0,2]}', false],
    ['{"a":{"$not":{"$regularExpression":{"pattern":"^x","options":""}}}}', '{"a":"xy"}', false],
    // Paths through arrays
    ['{"a.b":1}', '{"a":[{"b":2},{"b":1}]}', true],
    ['{"a.b":1}', '{"a":[{"b":[3,1]}]}', true],
    ['{"a.b":1}', '{"a":[[{"b":1}]]}', false],
    ['{"a.0":1}', '{"a":[1,2]}', true],
    ['{"a.1":1}', '{"a":[1,2]}', false],
    ['{"a.0":1}', '{"a":[[1,2]]}', false],
    ['{"a.0.b":1}', '{"a":[{"b":1}]}', true],
    ['{"a.0.b":1}', '{"a":[[{"b":1}]]}', true],
    ['{"a.0":1}', '{"a":{"0":1}}', true],
    ['{"a.0":1}', '{"a":[{"0":1}]}', true],
    ['{"a.00":1}', '{"a":[1]}', false],
    ['{"a.b.c":1}', '{"a":{"b":{"c":1}}}', true],
    // Logic
    ['{"$or":[{"a":1},{"b":1}]}', '{"b":1}', true],
    ['{"$nor":[{"a":1},{"b":1}]}', '{"b":1}', false],
    ['{"$and":[{"a":1},{"b":1}]}', '{"a":1}', false],
    ['{"a":1,"$comment":"why"}', '{"a":1}', true],
    ['{"$expr":{"$gt":["$a","$b"]}}', '{"a":2,"b":1}', true],
    // Presence, type, size
    ['{"a":{"$exists":true}}', '{"a":null}', true],
    ['{"a":{"$exists":false}}', '{"a":null}', false],
    ['{"a.b":{"$exists":false}}', '{"a":[1]}', true],
    ['{"a.1":{"$exists":true}}', '{"a":[1]}', false],
    ['{"a":{"$exists":0}}', '{}', true],
    ['{"a":{"$type":"number"}}', '{"a":1.5}', true],
    ['{"a":{"$type":"array"}}', '{"a":[1]}', true],
    ['{"a":{"$type":"string"}}', '{"a":[1,"x"]}', true],
    ['{"a":{"$type":[2,16]}}', '{"a":1}', true],
    ['{"a":{"$type":"null"}}', '{}', false],
    ['{"a":{"$size":2}}', '{"a":[1,2]}', true],
    ['{"a":{"$size":1}}', '{"a":[[1,2]]}', true],
    ['{"a":{"$size":2}}', '{"a":[[1,2]]}', false],
    ['{"a":{"$size":0}}', '{}', false],
    // Elements
    ['{"a":{"$elemMatch":{"$gt":1,"$lt":3}}}', '{"a":[0,5]}', false],
    ['{"a":{"$elemMatch":{"$gt":1,"$lt":3}}}', '{"a":[0,2]}', true],
    ['{"a":{"$elemMatch":{"$ne":1}}}', '{"a":[1,2]}', true],
    ['{"a":{"$elemMatch":{"$not":{"$gt":1}}}}', '{"a":[2,3]}', false],
    ['{"a":{"$elemMatch":{"$in":[1]}}}', '{"a":[[1]]}', false],
    ['{"a":{"$elemMatch":{"$elemMatch":{"$gt":1}}}}', '{"a":[[1],[2]]}', true],
    ['{"a":{"$elemMatch":{"b":1,"c":2}}}', '{"a":[{"b":1},{"c":2}]}', false],
    ['{"a":{"$elemMatch":{"b":1,"c":2}}}', '{"a":[{"b":1,"c":2}]}', true],
    ['{"a":{"$elemMatch":{"$or":[{"b":1},{"b":2}]}}}', '{"a":[{"b":2}]}', true],
    ['{"a":{"$elemMatch":{"0":1}}}', '{"a":[[1]]}', true],
    ['{"a":{"$elemMatch":{}}}', '{"a":[{}]}', true],
    ['{"a":{"$elemMatch":{}}}', '{"a":[1]}', false],
    ['{"a":{"$elemMatch":{"b":1}}}', '{"a":{"b":1}}', false],
    ['{"a":{"$all":[1,2]}}', '{"a":[2,1,3]}', true],
    ['{"a":{"$all":[1]}}', '{"a":1}', true],
    ['{"a":{"$all":[]}}', '{"a":[]}', false],
    ['{"a":{"$all":[[1,2]]}}', '{"a":[1,2]}', true],
    ['{"a":{"$all":[{"$elemMatch":{"b":1}},{"$elemMatch":{"b":2}}]}}', '{"a":[{"b":1},{"b":2}]}', true],
    // Numbers
    ['{"a":{"$mod":[4,0]}}', '{"a":8}', true],
    ['{"a":{"$mod":[4,-1]}}', '{"a":-5}', true],
    ['{"a":{"$mod":[4.9,0]}}', '{"a":8.7}', true],
    ['{"a":{"$mod":[2,0]}}', '{"a":{"$numberDouble":"Infinity"}}', false],
    ['{"a":{"$bitsAllSet":[0,2]}}', '{"a":5}', true],
    ['{"a":{"$bitsAnyClear":5}}', '{"a":5}', false],
    ['{"a":{"$bitsAllSet":[200]}}', '{"a":-1}', true],
    ['{"a":{"$bitsAllClear":[8]}}', '{"a":{"$binary":{"base64":"/w==","subType":"00"}}}', true],
    ['{"a":{"$bitsAllSet":1}}', '{"a":1.5}', false],
    // Patterns
    ['{"a":{"$regex":"^ab"}}', '{"a":"abc"}', true],
    ['{"a":{"$regex":"B","$options":"i"}}', '{"a":["x","abc"]}', true],
    ['{"a":{"$options":"i","$regex":"B"}}', '{"a":"abc"}', true],
    ['{"a":{"$in":[{"$regularExpression":{"pattern":"^x","options":""}},1]}}', '{"a":"xyz"}', true],
    ['{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}', '{"a":{"$regularExpression":{"pattern":"^x","options":"i"}}}', true],
    ['{"a":{"$eq":{"$regularExpression":{"pattern":"^x","options":""}}}}', '{"a":"xyz"}', false],
    ['{"a":{"$regex":"1"}}', '{"a":1}', false],
  ])('%s on %s: %s', (filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected);
  });

  it.each([
    ['{"a":{"$foo":1}}', 2],
    ['{"a":{"$gt":1,"b":2}}', 2],
    ['{"$foo":1}', 2],
    ['{"$or":[]}', 2],
    ['{"$and":{"a":1}}', 2],
    ['{"$or":[1]}', 2],
    ['{"a":{"$in":1}}', 2],
    ['{"a":{"$in":[{"$gt":1}]}}', 2],
    ['{"a":{"$not":1}}', 2],
    ['{"a":{"$not":{}}}', 2],
    ['{"a":{"$ne":{"$regularExpression":{"pattern":"x","options":""}}}}', 2],
    ['{"a":{"$gt":{"$regularExpression":{"pattern":"x","options":""}}}}', 2],
    ['{"a":{"$undefined":true}}', 2],
    ['{"a":{"$size":-1}}', 2],
    ['{"a":{"$size":1.5}}', 2],
    ['{"a":{"$type":"nothing"}}', 2],
    ['{"a":{"$type":[]}}', 9],
    ['{"a":{"$mod":[0,1]}}', 2],
    ['{"a":{"$mod":[1]}}', 2],
    ['{"a":{"$elemMatch":1}}', 2],
    ['{"a":{"$all":[{"$gt":1}]}}', 2],
    ['{"a":{"$all":[{"$elemMatch":{"b":1}},1]}}', 2],
    ['{"a":{"$options":"i"}}', 2],
    ['{"a":{"$regex":1}}', 2],
    ['{"a":{"$regex":"x","$options":"g"}}', 51108],
    ['{"a":{"$regex":"("}}', 51091],
    ['{"a":{"$elemMatch":{"$expr":true}}}', 2],
    ['{"a":{"$bitsAllSet":-1}}', 9],
    ['{"$where":"true"}', 115],
    ['{"$text":{"$search":"x"}}', 115],
    ['{"$expr":{"$foo":1}}', 168],
  ])('%s is refused with code %i', (filter, code) => {
    expect(() => compileFilter(doc(filter))).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['{"a":2}', '{"a":[1,2]}', 1],
    ['{"a.b":2}', '{"a":[{"b":1},{"b":[1,2]}]}', 1],
    ['{"a":{"$elemMatch":{"$gt":1}}}', '{"a":[1,2]}', 1],
    ['{"a.b":{"$elemMatch":{"$gt":1}}}', '{"a":[{"b":[]},{"b":[0,2]}]}', 1],
    ['{"x":1,"a":{"$in":[3,2]}}', '{"x":1,"a":[1,2,3]}', 1],
    ['{"a":[1,2]}', '{"a":[1,2]}', undefined],
    ['{"a":{"$ne":5}}', '{"a":[1,2]}', undefined],
    ['{"a.1":2}', '{"a":[1,2]}', undefined],
    ['{"a":{"$size":2}}', '{"a":[1,2]}', undefined],
  ])('%s on %s tells the positional $ the place %s', (filter, document, expected) => {
    expect(compileFilter(doc(filter)).matchPosition(doc(document))).toEqual({
      matched: true,
      ...(expected === undefined ? {} : { arrayIndex: expected }),
    });
  });

  it('reads the variables of let in $expr', () => {
    const filter = compileFilter(doc('{"$expr":{"$eq":["$a","$$wanted"]}}'), { variables: new Map([['wanted', 'x']]) });
    expect([doc('{"a":"x"}'), doc('{"a":"y"}')].map((document: Document) => filter.matches(document))).toEqual([true, false]);
  });

  it('is parsed into a tree that a planner can read', () => {
    const { predicate } = compileFilter(doc('{"a":1,"$and":[{"b":{"$gt":1,"$ne":3}},{"c":{"$exists":false}}],"d":{"$regex":"^ab+c"}}'));
    expect(predicate).toMatchObject({
      kind: 'and',
      predicates: [
        { kind: 'compare', path: 'a', operator: 'eq' },
        { kind: 'compare', path: 'b', operator: 'gt' },
        { kind: 'not', predicate: { kind: 'compare', path: 'b', operator: 'eq' } },
        { kind: 'not', predicate: { kind: 'exists', path: 'c' } },
        { kind: 'regex', path: 'd', literalPrefix: 'a' },
      ],
    });
  });
});
