import { evaluate, failure } from '../../../../test/support/aggregation.js';

const list = { list: [5, 1, 4] };

describe('looking into arrays', () => {
  it('takes elements from either end', () => {
    expect(evaluate({ $arrayElemAt: ['$list', -1] }, list)).toBe('4');
    expect(evaluate({ $arrayElemAt: ['$list', 3] }, list)).toBe('missing');
    expect(evaluate({ $first: '$list' }, list)).toBe('5');
    expect(evaluate({ $last: '$list' }, { list: [] })).toBe('missing');
    expect(evaluate({ $first: '$nothing' })).toBe('null');
    expect(failure({ $first: 'a' })).toBe(28689);
    expect(failure({ $arrayElemAt: ['$list', 1.5] }, list)).toBe(28691);
  });

  it('takes slices', () => {
    expect(evaluate({ $slice: ['$list', 2] }, list)).toBe('[5, 1]');
    expect(evaluate({ $slice: ['$list', -2] }, list)).toBe('[1, 4]');
    expect(evaluate({ $slice: ['$list', 1, 5] }, list)).toBe('[1, 4]');
    expect(evaluate({ $slice: ['$list', -9, 2] }, list)).toBe('[5, 1]');
    expect(failure({ $slice: ['$list', 1, 0] }, list)).toBe(28729);
  });

  it('counts, seeks and tells arrays from others', () => {
    expect(evaluate({ $size: '$list' }, list)).toBe('3');
    expect(failure({ $size: '$nothing' })).toBe(17124);
    expect(evaluate({ $in: [4, '$list'] }, list)).toBe('true');
    expect(failure({ $in: [4, '$nothing'] })).toBe(40081);
    expect(evaluate({ $indexOfArray: ['$list', 4] }, list)).toBe('2');
    expect(evaluate({ $indexOfArray: ['$list', 4, 0, 2] }, list)).toBe('-1');
    expect(evaluate({ $isArray: '$list' }, list)).toBe('true');
    expect(evaluate({ $isArray: '$nothing' })).toBe('false');
  });
});

describe('making arrays', () => {
  it('joins, turns and counts up', () => {
    expect(evaluate({ $concatArrays: [[1], '$list', []] }, list)).toBe('[1, 5, 1, 4]');
    expect(evaluate({ $concatArrays: [[1], null] })).toBe('null');
    expect(evaluate({ $reverseArray: '$list' }, list)).toBe('[4, 1, 5]');
    expect(evaluate({ $range: [0, 10, 3] })).toBe('[0, 3, 6, 9]');
    expect(evaluate({ $range: [3, 0, -1] })).toBe('[3, 2, 1]');
    expect(evaluate({ $range: [3, 0] })).toBe('[]');
    expect(failure({ $range: [0, 5, 0] })).toBe(34449);
  });

  it('zips to the shortest, or to the longest with defaults', () => {
    expect(
      evaluate({
        $zip: {
          inputs: [
            [1, 2, 3],
            ['a', 'b'],
          ],
        },
      }),
    ).toBe("[[1, 'a'], [2, 'b']]");
    expect(evaluate({ $zip: { inputs: [[1, 2], ['a']], useLongestLength: true, defaults: [0, 'z'] } })).toBe("[[1, 'a'], [2, 'z']]");
    expect(failure({ $zip: { inputs: [[1]], defaults: [0] } })).toBe(34466);
  });

  it('sorts whole values or by fields', () => {
    expect(evaluate({ $sortArray: { input: '$list', sortBy: 1 } }, list)).toBe('[1, 4, 5]');
    expect(evaluate({ $sortArray: { input: [{ a: 1, b: 1 }, { a: 2 }, { a: 1, b: 0 }], sortBy: { a: -1, b: 1 } } })).toBe(
      '[{a: 2}, {a: 1, b: 0}, {a: 1, b: 1}]',
    );
    expect(evaluate({ $sortArray: { input: ['b', 3, null, 'a'], sortBy: -1 } })).toBe("['b', 'a', 3, null]");
  });

  it('keeps the first, last, least and greatest few', () => {
    expect(evaluate({ $firstN: { input: '$list', n: 2 } }, list)).toBe('[5, 1]');
    expect(evaluate({ $lastN: { input: '$list', n: 2 } }, list)).toBe('[1, 4]');
    expect(evaluate({ $minN: { input: [5, null, 1], n: 2 } })).toBe('[1, 5]');
    expect(evaluate({ $maxN: { input: '$list', n: 2 } }, list)).toBe('[5, 4]');
    expect(failure({ $firstN: { input: '$list', n: 0 } }, list)).toBe(5787908);
  });
});

describe('going through arrays', () => {
  it('maps, with null for what is missing', () => {
    expect(evaluate({ $map: { input: '$list', as: 'n', in: { $multiply: ['$$n', 2] } } }, list)).toBe('[10, 2, 8]');
    expect(evaluate({ $map: { input: [{ a: 1 }, {}], in: '$$this.a' } })).toBe('[1, null]');
    expect(evaluate({ $map: { input: [1, 2], as: 'x', in: { $map: { input: [10, 20], as: 'y', in: { $add: ['$$x', '$$y'] } } } } })).toBe(
      '[[11, 21], [12, 22]]',
    );
    expect(failure({ $map: { input: 'a', in: 1 } })).toBe(16883);
  });

  it('filters, up to a limit', () => {
    expect(evaluate({ $filter: { input: '$list', cond: { $gt: ['$$this', 3] } } }, list)).toBe('[5, 4]');
    expect(evaluate({ $filter: { input: '$list', as: 'n', cond: { $gt: ['$$n', 0] }, limit: 1 } }, list)).toBe('[5]');
    expect(failure({ $filter: { input: [], cond: 1, limit: 0 } })).toBe(327392);
  });

  it('reduces', () => {
    expect(evaluate({ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, list)).toBe('10');
    expect(evaluate({ $reduce: { input: [], initialValue: 'start', in: '$$this' } })).toBe("'start'");
    expect(evaluate({ $reduce: { input: null, initialValue: 0, in: 1 } })).toBe('null');
  });
});

describe('sets', () => {
  it('hold each value once, numbers by their value', () => {
    expect(
      evaluate({
        $setUnion: [
          [1, 2n],
          [2, 3.5],
        ],
      }),
    ).toBe('[1, 2L, 3.5]');
    expect(
      evaluate({
        $setIntersection: [
          [1, 2, 3],
          [3, 1, 1],
        ],
      }),
    ).toBe('[1, 3]');
    expect(evaluate({ $setDifference: [[1, 2, 2, 3], [3]] })).toBe('[1, 2]');
    expect(
      evaluate({
        $setEquals: [
          [1, 2],
          [2, 1, 1],
          [1, 2],
        ],
      }),
    ).toBe('true');
    expect(evaluate({ $setIsSubset: [[1], [1, 2]] })).toBe('true');
    expect(evaluate({ $setUnion: [[1], '$nothing'] })).toBe('null');
    expect(failure({ $setIsSubset: [null, [1]] })).toBe(17046);
  });

  it('tell whether some or all elements are true', () => {
    expect(evaluate({ $anyElementTrue: [[0, null, 1]] })).toBe('true');
    expect(evaluate({ $allElementsTrue: [[1, 0]] })).toBe('false');
    expect(evaluate({ $allElementsTrue: [[]] })).toBe('true');
    expect(failure({ $anyElementTrue: [null] })).toBe(17041);
  });
});

describe('objects', () => {
  it('merge, later fields in the place of earlier ones', () => {
    expect(evaluate({ $mergeObjects: [{ a: 1, b: 1 }, null, { a: 2, c: 3 }] })).toBe('{a: 2, b: 1, c: 3}');
    expect(failure({ $mergeObjects: ['a'] })).toBe(40400);
  });

  it('become arrays and come back', () => {
    expect(evaluate({ $objectToArray: '$$ROOT' }, { a: 1, b: 'x' })).toBe("[{k: 'a', v: 1}, {k: 'b', v: 'x'}]");
    expect(
      evaluate({
        $arrayToObject: [
          [
            { k: 'a', v: 1 },
            { k: 'b', v: 2 },
          ],
        ],
      }),
    ).toBe('{a: 1, b: 2}');
    expect(
      evaluate({
        $arrayToObject: [
          [
            ['a', 1],
            ['a', 2],
          ],
        ],
      }),
    ).toBe('{a: 2}');
    expect(failure({ $arrayToObject: [[['a', 1], { k: 'b', v: 2 }]] })).toBe(40396);
    expect(failure({ $arrayToObject: [[{ k: 1, v: 1 }]] })).toBe(40394);
  });

  it('give, set and lose fields whose names hold dots and dollars', () => {
    const odd = new Map([['a.b', 1 as never]]);
    expect(evaluate({ $getField: { $literal: 'a.b' } }, odd)).toBe('1.0');
    expect(evaluate({ $getField: { field: 'x', input: '$nothing' } })).toBe('missing');
    expect(evaluate({ $setField: { field: { $literal: '$price' }, input: { a: 1 }, value: 2 } })).toBe('{a: 1, $price: 2}');
    expect(evaluate({ $setField: { field: 'a', input: '$$ROOT', value: '$$REMOVE' } }, { a: 1, b: 2 })).toBe('{b: 2}');
    expect(evaluate({ $unsetField: { field: 'a', input: '$$ROOT' } }, { a: 1, b: 2 })).toBe('{b: 2}');
    expect(failure({ $getField: 5 })).toBe(3041704);
  });
});

describe('accumulators as expressions', () => {
  it('take their operands, or the elements of a single array', () => {
    expect(evaluate({ $sum: '$list' }, list)).toBe('10');
    expect(evaluate({ $sum: ['$list', 3, 'x'] }, list)).toBe('3');
    expect(evaluate({ $avg: [1, 2] })).toBe('1.5');
    expect(evaluate({ $avg: [] })).toBe('null');
    expect(evaluate({ $max: '$list' }, list)).toBe('5');
    expect(evaluate({ $min: [null, 3, 'a'] })).toBe('3');
    expect(evaluate({ $stdDevPop: [2, 4, 4, 4, 5, 5, 7, 9] })).toBe('2.0');
    expect(evaluate({ $stdDevSamp: [1] })).toBe('null');
  });
});
