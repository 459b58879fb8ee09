import { compileCollation } from '../../query/collation.js';
import { document, double, evaluate, failure } from '../../../test/support/aggregation.js';

describe('comparison', () => {
  it('compares numbers by value, whatever their type', () => {
    expect(evaluate({ $eq: [1, double(1)] })).toBe('true');
    expect(evaluate({ $cmp: [2n, 1.5] })).toBe('1');
  });

  it('compares across types in the order of BSON', () => {
    expect(evaluate({ $lt: [5, 'a'] })).toBe('true');
    expect(evaluate({ $gt: [[], { a: 1 }] })).toBe('true');
    expect(evaluate({ $lt: [false, new Date(0)] })).toBe('true');
  });

  it('puts a missing field before null', () => {
    expect(evaluate({ $eq: ['$nothing', null] })).toBe('false');
    expect(evaluate({ $lt: ['$nothing', null] })).toBe('true');
    expect(evaluate({ $gt: ['$nothing', null] })).toBe('false');
  });

  it('cares for the order of fields', () => {
    expect(
      evaluate({
        $eq: [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      }),
    ).toBe('false');
  });

  it('compares strings under a collation', () => {
    const collation = compileCollation(document({ locale: 'en', strength: 2 }));
    if (!collation) throw new Error('no collation');
    expect(evaluate({ $eq: ['A', 'a'] }, {}, { collation })).toBe('true');
    expect(evaluate({ $in: ['A', ['a']] }, {}, { collation })).toBe('true');
    expect(evaluate({ $setUnion: [['a', 'A', 'b']] }, {}, { collation })).toBe("['a', 'b']");
  });

  it('takes two operands', () => {
    expect(failure({ $eq: [1] })).toBe(16020);
  });
});

describe('boolean operators', () => {
  it('take zero, null and missing for false, and everything else for true', () => {
    expect(evaluate({ $and: [1, 'text', '', [], NaN] })).toBe('true');
    for (const value of [0, double(0), 0n, null, false, '$nothing']) expect(evaluate({ $or: [value] })).toBe('false');
    expect(evaluate({ $and: [] })).toBe('true');
    expect(evaluate({ $or: [] })).toBe('false');
    expect(evaluate({ $not: [0] })).toBe('true');
  });

  it('stop as soon as the answer is known', () => {
    expect(evaluate({ $and: [false, { $divide: [1, '$zero'] }] }, { zero: 0 })).toBe('false');
    expect(evaluate({ $or: [true, { $divide: [1, '$zero'] }] }, { zero: 0 })).toBe('true');
    expect(evaluate({ $or: [{ $divide: [1, '$zero'] }, true] }, { zero: 0 })).toBe('true');
    expect(evaluate({ $and: [{ $divide: [1, '$zero'] }, null] }, { zero: 0 })).toBe('false');
  });
});

describe('$cond', () => {
  it('chooses, in both forms', () => {
    expect(evaluate({ $cond: ['$a', 'yes', 'no'] }, { a: 1 })).toBe("'yes'");
    expect(evaluate({ $cond: { if: '$a', then: 'yes', else: 'no' } })).toBe("'no'");
    expect(evaluate({ $cond: ['$a', 1, { $divide: [1, '$zero'] }] }, { a: true, zero: 0 })).toBe('1');
  });

  it('names what is missing', () => {
    expect(failure({ $cond: { then: 1, else: 2 } })).toBe(17080);
    expect(failure({ $cond: { if: 1, else: 2 } })).toBe(17081);
    expect(failure({ $cond: { if: 1, then: 2 } })).toBe(17082);
    expect(failure({ $cond: { if: 1, then: 2, else: 3, other: 4 } })).toBe(17083);
    expect(failure({ $cond: [1, 2] })).toBe(16020);
  });
});

describe('$ifNull', () => {
  it('gives the first value that is neither null nor missing, else the last', () => {
    expect(evaluate({ $ifNull: ['$a', '$b', 'last'] }, { b: 0 })).toBe('0');
    expect(evaluate({ $ifNull: ['$a', '$b'] })).toBe('missing');
    expect(failure({ $ifNull: [1] })).toBe(1257300);
  });
});

describe('$switch', () => {
  const branches = [
    { case: { $lt: ['$a', 10] }, then: 'small' },
    { case: { $lt: ['$a', 100] }, then: 'middle' },
  ];

  it('takes the first branch that holds, else the default', () => {
    expect(evaluate({ $switch: { branches, default: 'large' } }, { a: 50 })).toBe("'middle'");
    expect(evaluate({ $switch: { branches, default: 'large' } }, { a: 500 })).toBe("'large'");
  });

  it('does not compute constants that it never reaches', () => {
    const unreached = { case: { $divide: [1, 0] }, then: { $divide: [1, 0] } };
    expect(evaluate({ $switch: { branches: [{ case: true, then: 'first' }, unreached] } })).toBe("'first'");
    expect(evaluate({ $switch: { branches: [{ case: false, then: { $divide: [1, 0] } }], default: 'other' } })).toBe("'other'");
  });

  it('fails without a default when no branch holds', () => {
    expect(failure({ $switch: { branches } }, { a: 500 })).toBe(40066);
    expect(failure({ $switch: { branches: [{ case: false, then: 1 }] } })).toBe(40069);
    expect(failure({ $switch: { branches: [] } })).toBe(40068);
    expect(failure({ $switch: { branches: [{ case: 1 }] } })).toBe(40065);
  });
});

describe('expressions as such', () => {
  it('read paths through arrays of documents', () => {
    const root = { a: { b: 1 }, list: [{ b: 1 }, { c: 2 }, 5, { b: { c: 3 } }, [{ b: 9 }]] };
    expect(evaluate('$a.b', root)).toBe('1');
    expect(evaluate('$list.b', root)).toBe('[1, {c: 3}]');
    expect(evaluate('$list.b.c', root)).toBe('[3]');
    expect(evaluate('$list.0', root)).toBe('[]');
    expect(evaluate('$a.x.y', root)).toBe('missing');
  });

  it('leave missing fields out of objects and put null into arrays', () => {
    expect(evaluate({ a: '$x', b: 2 })).toBe('{b: 2}');
    expect(evaluate(['$x', 1])).toBe('[null, 1]');
  });

  it('read the variables of the system', () => {
    expect(evaluate('$$ROOT', { a: 1 })).toBe('{a: 1}');
    expect(evaluate('$$CURRENT.a', { a: 1 })).toBe('1');
    expect(evaluate('$$NOW')).toBe('2024-02-03T04:05:06.789Z');
    expect(evaluate('$$CLUSTER_TIME')).toBe('timestamp');
    expect(evaluate('$$REMOVE')).toBe('missing');
    expect(evaluate('$$mine.a', {}, { variables: { mine: { a: 4 } } })).toBe('4');
  });

  it('fail as MongoDB does where they cannot be compiled', () => {
    expect(failure({ $nonsense: 1 })).toBe(168);
    expect(failure({ $function: {} })).toBe(115);
    expect(failure({ $add: [1, 2], other: 1 })).toBe(15983);
    expect(failure('$$nothing')).toBe(17276);
    expect(failure('$')).toBe(16872);
    expect(failure('$$')).toBe(9);
    expect(failure('$a..b')).toBe(15998);
    expect(failure('$a.')).toBe(40353);
    expect(failure('$a.$b')).toBe(16410);
    expect(failure({ 'a.b': 1 })).toBe(16412);
    expect(failure('$$USER_ROLES')).toBe(115);
  });

  it('compute constants once and fail at once', () => {
    expect(failure({ $cond: ['$a', 1, { $divide: [1, 0] }] }, { a: true })).toBe(2);
  });

  it('define variables with $let', () => {
    expect(evaluate({ $let: { vars: { low: 1, high: '$$CURRENT.a' }, in: { $add: ['$$low', '$$high'] } } }, { a: 4 })).toBe('5');
    expect(evaluate({ $let: { vars: { CURRENT: '$inner' }, in: '$b' } }, { inner: { b: 7 }, b: 0 })).toBe('7');
    expect(failure({ $let: { vars: { High: 1 }, in: 1 } })).toBe(9);
    expect(failure({ $let: { vars: { a: 1, b: '$$a' }, in: 1 } })).toBe(17276);
    expect(failure({ $let: { in: 1 } })).toBe(16876);
  });

  it('leave literals alone', () => {
    expect(evaluate({ $literal: '$a' })).toBe("'$a'");
    expect(evaluate({ $literal: { $add: [1, 2] } })).toBe('{$add: [1, 2]}');
  });
});
