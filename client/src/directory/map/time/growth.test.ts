import { knownIn, nextChange, stepPath, yearsToPlay } from './growth.js';

const steps = [
  { year: 2006, count: 6 },
  { year: 2018, count: 50 },
  { year: 2023, count: 48 },
];

describe('the growth of the network', () => {
  it('is known year by year, and nought before anybody is named', () => {
    expect([1983, 2006, 2017, 2018, 2030].map((year) => knownIn(steps, year))).toEqual([0, 6, 6, 50, 48]);
  });

  it('is played from the founding year, over what nobody knows at once, to today', () => {
    expect(yearsToPlay(steps, 1983, 2008)).toEqual([1983, 2005, 2006, 2007, 2008]);
    expect(yearsToPlay([], 1983, 2008)).toEqual([1983, 2008]);
  });

  it('goes from change to change where nothing may move by itself, and begins again after the last', () => {
    expect([undefined, 1983, 2006, 2023].map((year) => nextChange(steps, year))).toEqual([2006, 2006, 2018, 2006]);
    expect(nextChange([], undefined)).toBeUndefined();
  });

  it('is drawn in steps, not slopes, from the first that is known', () => {
    expect(stepPath(steps, 1983, 2023, 50)).toBe('M57.50 100H57.50V88.00H87.50V0.00H100.00V4.00');
    expect(stepPath([], 1983, 2023, 50)).toBe('');
  });
});
