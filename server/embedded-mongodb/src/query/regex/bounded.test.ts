import { BSONRegExp } from '../../bson/values.js';
import { Deadline } from '../../deadline.js';
import { effortOf } from './backtracking.js';
import { translatePattern } from './translate.js';

describe('The work that a pattern can make', () => {
  test.each([
    ['abc', false, 0],
    ['a+b', false, 1],
    ['.*a.*b', false, 2],
    ['a{2,3}', false, 0],
    ['a{2,300}', false, 1],
    ['a{20}', false, 1],
    ['(?:a+)+', true, 2],
    ['(?:a|b)*', true, 1],
    ['(?:a|b)?c', false, 0],
    ['(?:ab)*', false, 1],
    ['(?:(?:a?)b){5}', true, 0],
    ['[+*(]+', false, 1],
    ['\\(a+\\)*', false, 2],
    ['(?=a+)b', false, 1],
  ])('%s', (source, doubles, repetitions) => {
    expect(effortOf(source)).toEqual({ doubles, repetitions });
  });
});

describe('A pattern that goes back without end', () => {
  const text = `${'a'.repeat(60)}b`;
  const matches = translatePattern(new BSONRegExp('^(a+)+$', ''));

  test('ends with the time of its caller', () => {
    const begin = performance.now();
    new Deadline(30).tick();
    expect(() => matches(text)).toThrow(expect.objectContaining({ code: 50 }) as Error);
    expect(performance.now() - begin).toBeLessThan(400);
  });

  test('ends by itself where its caller has set no time', () => {
    new Deadline().tick();
    expect(() => matches(text)).toThrow(expect.objectContaining({ code: 51156 }) as Error);
  });

  test('is matched where it has an end', () => {
    new Deadline().tick();
    expect(matches('a'.repeat(60))).toBe(true);
    expect(translatePattern(new BSONRegExp('x.*y.*z.*$', ''))(`x${'-'.repeat(1_000)}y${'-'.repeat(1_000)}z`)).toBe(true);
  });
});
