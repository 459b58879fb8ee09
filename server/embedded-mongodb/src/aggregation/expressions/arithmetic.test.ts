import fc from 'fast-check';
import { Decimal128 } from '../../bson/values.js';
import { double, evaluate, failure } from '../../../test/support/aggregation.js';

const greatest = 2n ** 63n - 1n;

describe('$add', () => {
  it('keeps 32-bit integers and widens them where the sum does not fit', () => {
    expect(evaluate({ $add: [1, 2] })).toBe('3');
    expect(evaluate({ $add: [2_147_483_647, 1] })).toBe('2147483648L');
    expect(evaluate({ $add: [] })).toBe('0');
  });

  it('answers in the widest type that takes part', () => {
    expect(evaluate({ $add: [1, 2n] })).toBe('3L');
    expect(evaluate({ $add: [1, double(2)] })).toBe('3.0');
    expect(evaluate({ $add: [greatest, 1n] })).toBe('9223372036854776000.0');
  });

  it('loses no small parts between large ones', () => {
    expect(evaluate({ $add: [1e16, 1.5, -1e16] })).toBe('1.5');
  });

  it('moves a date by milliseconds, rounded half away from zero', () => {
    const date = new Date('2024-01-01T00:00:00Z');
    expect(evaluate({ $add: [date, 1000] })).toBe('2024-01-01T00:00:01.000Z');
    expect(evaluate({ $add: [2.5, date] })).toBe('2024-01-01T00:00:00.003Z');
    expect(evaluate({ $add: [date, -0.5] })).toBe('2023-12-31T23:59:59.999Z');
    expect(failure({ $add: [date, date] })).toBe(16612);
  });

  it('is null when anything is null or missing, and fails on other types', () => {
    expect(evaluate({ $add: [1, '$nothing'] })).toBe('null');
    expect(evaluate({ $add: [1, null, 'text'] })).toBe('null');
    expect(failure({ $add: [1, 'text'] })).toBe(14);
  });

  it('refuses decimals rather than being wrong', () => {
    expect(failure({ $add: [1, Decimal128.fromString('1.1')] })).toBe(115);
  });

  it('sums whole numbers as exactly as arbitrary precision does', () => {
    const whole = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 4 }), (values) => {
        const sum = values.reduce((total, value) => total + value, 0n);
        expect(evaluate({ $add: values })).toBe(`${sum}L`);
      }),
    );
  });
});

describe('$subtract', () => {
  it('subtracts numbers and dates', () => {
    expect(evaluate({ $subtract: [5, 7] })).toBe('-2');
    expect(evaluate({ $subtract: [-2_147_483_648, 1] })).toBe('-2147483649L');
    expect(evaluate({ $subtract: [-greatest, 10n] })).toBe('-9223372036854776000.0');
    expect(evaluate({ $subtract: [new Date(5000), new Date(3000)] })).toBe('2000L');
    expect(evaluate({ $subtract: [new Date(5000), 2.5] })).toBe('1970-01-01T00:00:04.997Z');
  });

  it('fails where a date is taken from a number', () => {
    expect(failure({ $subtract: [5, new Date(0)] })).toBe(14);
    expect(failure({ $subtract: [1] })).toBe(16020);
  });
});

describe('$multiply and $divide', () => {
  it('multiplies in the widest type and turns to doubles beyond 64 bits', () => {
    expect(evaluate({ $multiply: [3, 4] })).toBe('12');
    expect(evaluate({ $multiply: [65_536, 65_536] })).toBe('4294967296L');
    expect(evaluate({ $multiply: [greatest, 2] })).toBe('18446744073709552000.0');
    expect(evaluate({ $multiply: [2, 0.5] })).toBe('1.0');
  });

  it('divides into a double and not by zero', () => {
    expect(evaluate({ $divide: [6, 3] })).toBe('2.0');
    expect(evaluate({ $divide: [1, 4] })).toBe('0.25');
    expect(failure({ $divide: ['$a', 0] }, { a: 1 })).toBe(2);
    expect(evaluate({ $divide: [null, 0] })).toBe('null');
  });
});

describe('$mod', () => {
  it('takes the sign of the dividend and stays whole for whole numbers', () => {
    expect(evaluate({ $mod: [-7, 3] })).toBe('-1');
    expect(evaluate({ $mod: [7n, 4] })).toBe('3L');
    expect(evaluate({ $mod: [7.5, 2] })).toBe('1.5');
    expect(evaluate({ $mod: [7, double(2)] })).toBe('1.0');
    expect(failure({ $mod: [1, 0] })).toBe(16610);
    expect(failure({ $mod: ['a', 1] })).toBe(16611);
  });
});

describe('$pow', () => {
  it('stays whole where the result fits and turns to a double where it does not', () => {
    expect(evaluate({ $pow: [2, 10] })).toBe('1024');
    expect(evaluate({ $pow: [2, 31] })).toBe('2147483648L');
    expect(evaluate({ $pow: [2n, 3] })).toBe('8L');
    expect(evaluate({ $pow: [2, 63] })).toBe('9223372036854776000.0');
    expect(evaluate({ $pow: [2, -1] })).toBe('0.5');
    expect(evaluate({ $pow: [-1, 3] })).toBe('-1');
    expect(failure({ $pow: [0, -1] })).toBe(28764);
  });
});

describe('operators of one number', () => {
  it('keep the type where MongoDB does', () => {
    expect(evaluate({ $abs: -3 })).toBe('3');
    expect(evaluate({ $abs: -2_147_483_648 })).toBe('2147483648L');
    expect(evaluate({ $ceil: 1.2 })).toBe('2.0');
    expect(evaluate({ $floor: 7n })).toBe('7L');
    expect(evaluate({ $sqrt: 16 })).toBe('4.0');
    expect(evaluate({ $ln: 1 })).toBe('0.0');
    expect(evaluate({ $log: [8, 2] })).toBe('3.0');
    expect(evaluate({ $log10: 1000 })).toBe('3.0');
    expect(evaluate({ $exp: 0 })).toBe('1.0');
  });

  it('fail outside their range', () => {
    expect(failure({ $abs: -(2n ** 63n) })).toBe(28680);
    expect(failure({ $sqrt: -1 })).toBe(28714);
    expect(failure({ $ln: 0 })).toBe(28766);
    expect(failure({ $log10: -1 })).toBe(28761);
    expect(failure({ $log: [1, 1] })).toBe(28759);
    expect(failure({ $floor: 'a' })).toBe(28765);
    expect(failure({ $acos: 2 })).toBe(50989);
  });

  it('turn angles', () => {
    expect(evaluate({ $degreesToRadians: 180 })).toBe(String(Math.PI));
    expect(evaluate({ $atan2: [1, 0] })).toBe(String(Math.PI / 2));
    expect(evaluate({ $cos: 0 })).toBe('1.0');
  });
});

describe('bit operators', () => {
  it('combine whole numbers, in 64 bits where one has them', () => {
    expect(evaluate({ $bitAnd: [12, 10] })).toBe('8');
    expect(evaluate({ $bitOr: [12, 3n] })).toBe('15L');
    expect(evaluate({ $bitXor: [6, 3] })).toBe('5');
    expect(evaluate({ $bitNot: 5 })).toBe('-6');
    expect(failure({ $bitAnd: [1, 1.5] })).toBe(14);
  });
});
