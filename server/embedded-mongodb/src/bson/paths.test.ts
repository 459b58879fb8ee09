import { doc } from '../../test/values/shorthand.js';
import { displayValue } from './display.js';
import { indexKeyValues, valuesAt } from './paths.js';

const keysOf = (document: string, ...fields: string[]): string[] =>
  indexKeyValues(doc(document), fields).keys.map((key) =>
    key.map((value) => (value === undefined ? 'missing' : displayValue(value))).join(' '),
  );

describe('Index keys', () => {
  it.each([
    ['{"a":1}', ['a'], ['1']],
    ['{}', ['a'], ['missing']],
    ['{"a":[1,2,1]}', ['a'], ['1', '2']],
    ['{"a":[]}', ['a'], ['undefined']],
    ['{"a":[]}', ['a.b'], ['missing']],
    ['{"a":[[1,2],[3]]}', ['a'], ['[ 1, 2 ]', '[ 3 ]']],
    ['{"a":[{"b":1},{"b":[2,3]},{},4]}', ['a.b'], ['1', '2', '3', 'missing']],
    ['{"a":[[{"b":1}]]}', ['a.b'], ['missing']],
    ['{"a":[{"b":1,"c":2},{"b":3}],"d":5}', ['a.b', 'd', 'a.c'], ['1 5 2', '3 5 missing']],
    ['{"a":[{"b":1}]}', ['a', 'a.b'], ['{ b: 1 } 1']],
    ['{"a":[5,6]}', ['a.0'], ['5']],
    ['{"a":[5,6]}', ['a.0', 'a.1'], ['5 6']],
    ['{"a":[{"b":7},6]}', ['a.0.b'], ['7']],
    ['{"a":[5]}', ['a.3'], ['missing']],
    ['{"a":{"0":5}}', ['a.0'], ['5']],
    ['{"a":5}', ['a.b'], ['missing']],
  ])('of %s on %j are %j', (document, fields, expected) => {
    expect(keysOf(document, ...fields)).toEqual(expected);
  });

  it('tell which fields passed an array', () => {
    expect(indexKeyValues(doc('{"a":[{"b":1}],"c":1}'), ['a.b', 'c']).multikeyPaths).toEqual([true, false]);
  });

  it('of two arrays side by side are refused', () => {
    expect(() => indexKeyValues(doc('{"a":[1],"b":[1]}'), ['a', 'b'])).toThrow(expect.objectContaining({ code: 171 }));
  });

  it('of a place that is also a name are refused', () => {
    expect(() => indexKeyValues(doc('{"a":[{"0":1}]}'), ['a.0'])).toThrow(expect.objectContaining({ code: 16746 }));
  });
});

describe('The values at a path', () => {
  it.each([
    ['{"a":{"b":[1,2]}}', 'a.b', ['[ 1, 2 ]']],
    ['{"a":[{"b":1},{"c":1},5]}', 'a.b', ['1', 'missing']],
    ['{"a":5}', 'a.b', ['missing']],
    ['{"a":[]}', 'a.b', []],
    ['{"a":[1,2]}', 'a.1', ['2']],
  ])('of %s at %s are %j', (document, path, expected) => {
    expect(valuesAt(doc(document), path).map((value) => (value === undefined ? 'missing' : displayValue(value)))).toEqual(expected);
  });
});
