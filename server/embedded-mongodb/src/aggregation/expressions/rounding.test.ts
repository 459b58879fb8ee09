import fc from 'fast-check';
import { double, evaluate, failure } from '../../../test/support/aggregation.js';

describe('$round', () => {
  it('rounds half to the even neighbour', () => {
    expect(evaluate({ $round: 2.5 })).toBe('2.0');
    expect(evaluate({ $round: 3.5 })).toBe('4.0');
    expect(evaluate({ $round: -1.5 })).toBe('-2.0');
    expect(evaluate({ $round: [1.25, 1] })).toBe('1.2');
    expect(evaluate({ $round: [15, -1] })).toBe('20');
    expect(evaluate({ $round: [25, -1] })).toBe('20');
  });

  it('rounds what a double really holds', () => {
    expect(evaluate({ $round: [2.675, 2] })).toBe('2.67');
    expect(evaluate({ $round: [1.005, 2] })).toBe('1.0');
  });

  it('keeps the type, and widens it where it must', () => {
    expect(evaluate({ $round: [7, 3] })).toBe('7');
    expect(evaluate({ $round: [7n] })).toBe('7L');
    expect(evaluate({ $round: [2_147_483_647, -1] })).toBe('2147483650L');
    expect(evaluate({ $round: [double(10)] })).toBe('10.0');
  });

  it('checks the place', () => {
    expect(failure({ $round: [1, 101] })).toBe(51083);
    expect(failure({ $round: [1, 1.5] })).toBe(51082);
    expect(failure({ $round: ['a'] })).toBe(51081);
    expect(evaluate({ $round: [1, null] })).toBe('null');
  });

  it('never moves a number by more than half a place', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, place) => {
        const rounded = Number(evaluate({ $round: ['$value', place] }, { value: double(value) }));
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -place * (1 + 1e-9));
        expect(Math.abs(rounded * 10 ** place - Math.round(rounded * 10 ** place))).toBeLessThan(1e-3);
      }),
    );
  });
});

describe('$trunc', () => {
  it('cuts towards zero', () => {
    expect(evaluate({ $trunc: -1.9 })).toBe('-1.0');
    expect(evaluate({ $trunc: [1.239, 2] })).toBe('1.23');
    expect(evaluate({ $trunc: [-1987, -2] })).toBe('-1900');
  });
});
