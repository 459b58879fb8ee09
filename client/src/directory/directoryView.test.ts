import { addressOf, emptyView, readView, toggled, variablesOf, writeView } from './directoryView.js';

const read = (query: string) => readView(new URLSearchParams(query));

describe('the view in the address', () => {
  it('says after writing what it said before', () => {
    const view = read(
      'q=children&country=KH,PH&region=asia-and-pacific&unplaced=1&level=national,regional&network=eurochild&confidence=high&sort=country&view=table',
    );
    expect(view).toMatchObject({
      search: 'children',
      countries: ['KH', 'PH'],
      regions: ['ASIA_AND_PACIFIC'],
      withoutCountry: true,
      levels: ['NATIONAL', 'REGIONAL'],
      sort: 'COUNTRY',
      layout: 'table',
    });
    expect(readView(writeView(view))).toEqual(view);
  });

  it('leaves out what it does not know, and what is said twice', () => {
    expect(read('region=atlantis,africa&country=kh,KH,Cambodia&level=GALACTIC&sort=random&view=globe&unplaced=yes')).toEqual({
      ...emptyView,
      regions: ['AFRICA'],
      countries: ['KH'],
    });
  });

  it('is as short as what is asked for', () => {
    expect(addressOf({})).toBe('/directory');
    expect(addressOf({ regions: ['LATIN_AMERICA_AND_CARIBBEAN'], countries: ['CH', 'US'] }, '/map')).toBe(
      '/map?country=CH,US&region=latin-america-and-caribbean',
    );
  });

  it('keeps what others have written into the address', () => {
    expect(writeView({ ...emptyView, search: 'peace' }, new URLSearchParams('lang=ar&q=war')).toString()).toBe('lang=ar&q=peace');
  });

  it('asks for the best match first when there is a search, else for the order of names', () => {
    expect(variablesOf(emptyView)).toEqual({ filter: null, search: null, sort: 'NAME' });
    expect(variablesOf({ ...emptyView, search: 'peace' }).sort).toBe('RELEVANCE');
    expect(variablesOf({ ...emptyView, search: 'peace', sort: 'COUNTRY' }).sort).toBe('COUNTRY');
  });

  it('puts a choice in and takes it out again', () => {
    expect(toggled(toggled(['KH'], 'PH'), 'KH')).toEqual(['PH']);
  });
});
