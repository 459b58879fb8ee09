import * as fc from 'fast-check';
import type { DirectoryIndex } from '../DirectoryIndex.js';
import type { OrganisationFilter } from '../choice.js';
import { organisations } from '../queries.js';
import { anyDirectory, anyFilter, indexOf } from '../testing/records.js';

function ask(directory: DirectoryIndex, filter: OrganisationFilter = {}) {
  return organisations({ directory, viewer: null, language: 'en' }, { first: 100, filter });
}

const names = (directory: DirectoryIndex, filter: OrganisationFilter): string[] =>
  ask(directory, filter).edges.map(({ node }) => node.name);

describe('who is known to be in by a year', () => {
  const directory = indexOf(
    { name: 'Admitted in 2012', networks: ['Fictional Forum'], years: [{ from: 2012, named: 2018 }] },
    { name: 'Left in 2015', networks: ['Fictional Forum'], years: [{ from: 2010, to: 2015 }] },
    { name: 'Named in 2018', networks: ['Fictional Forum', 'Fictional Union'], years: [{ named: 2018 }, undefined] },
    { name: 'Of no known day', networks: ['Fictional Forum'] },
    { name: 'Of no network' },
  );

  test('is who was admitted or named by its end, and has not left before it', () => {
    expect(names(directory, { knownBy: 2009 })).toEqual([]);
    expect(names(directory, { knownBy: 2012 })).toEqual(['Admitted in 2012', 'Left in 2015']);
    expect(names(directory, { knownBy: 2015 })).toEqual(['Admitted in 2012', 'Left in 2015']);
    expect(names(directory, { knownBy: 2018 })).toEqual(['Admitted in 2012', 'Named in 2018']);
  });

  test('is asked of the chosen network alone where one is chosen', () => {
    expect(names(directory, { knownBy: 2018, networks: ['fictional-union'] })).toEqual([]);
    expect(names(directory, { knownBy: 2018, networks: ['fictional-forum'] })).toEqual(['Admitted in 2012', 'Named in 2018']);
  });

  test('leaves out those without a known day, who can be asked for', () => {
    expect(names(directory, { withoutKnownDay: true })).toEqual(['Of no known day', 'Of no network']);
    expect(names(directory, { withoutKnownDay: true, networks: ['fictional-union'] })).toEqual(['Named in 2018']);
    expect(names(directory, { withoutKnownDay: true, knownBy: 2010 })).toEqual(['Left in 2015', 'Of no known day', 'Of no network']);
  });

  test('grows and shrinks in steps, and the steps disregard the year that is asked for', () => {
    const growth = {
      years: [
        { year: 2010, count: 1 },
        { year: 2012, count: 2 },
        { year: 2016, count: 1 },
        { year: 2018, count: 2 },
      ],
      withoutKnownDay: 2,
    };
    expect(ask(directory).map.growth()).toEqual(growth);
    expect(ask(directory, { knownBy: 2011 }).map.growth()).toEqual(growth);
    expect(ask(directory, { networks: ['fictional-union'] }).map.growth()).toEqual({ years: [], withoutKnownDay: 1 });
  });
});

test('each step of the growth is the count that its year would give, before and after it too', () => {
  fc.assert(
    fc.property(anyDirectory, anyFilter, (entries, filter) => {
      const directory = indexOf(...entries);
      const { years, withoutKnownDay } = ask(directory, filter).map.growth();
      for (let year = 1998; year <= 2012; year += 1) {
        const expected = years.findLast((step) => step.year <= year)?.count ?? 0;
        expect([year, ask(directory, { ...filter, withoutKnownDay: false, knownBy: year }).totalCount]).toEqual([year, expected]);
      }
      expect(ask(directory, { ...filter, knownBy: null, withoutKnownDay: true }).totalCount).toBe(withoutKnownDay);
    }),
    { numRuns: 100 },
  );
});
