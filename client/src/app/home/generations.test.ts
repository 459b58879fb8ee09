import { generationsOf } from './generations.js';

const counted = (on: string, organisations: number) => ({ on, organisations, precision: 'DAY' as const, sourceUrl: 'https://example.org' });
const sizes = (...counts: [string, number][]) =>
  generationsOf(counts.map(([on, organisations]) => counted(on, organisations))).map(({ size, className }) => [size, className]);

describe('the generations of the network', () => {
  it('are 80, 20 and 8 when it counted 80, 100 and 108', () => {
    expect(sizes(['2022-06-03', 100], ['2019-05-31', 80], ['2023-05-25', 108])).toEqual([
      [80, 'is-first'],
      [20, 'is-later'],
      [8, 'is-latest'],
    ]);
  });

  it('begin anew where a later count is smaller, because nobody can tell who left', () => {
    expect(sizes(['2019-01-01', 90], ['2020-01-01', 110], ['2021-01-01', 100])).toEqual([
      [90, 'is-first'],
      [10, 'is-latest'],
    ]);
  });

  it('are at most three, the oldest and the two latest', () => {
    expect(sizes(['2001-01-01', 10], ['2002-01-01', 20], ['2003-01-01', 30], ['2004-01-01', 45])).toEqual([
      [10, 'is-first'],
      [20, 'is-later'],
      [15, 'is-latest'],
    ]);
  });

  it('are none where nothing was counted', () => {
    expect(generationsOf([])).toEqual([]);
  });
});
