import { geoCentroid } from 'd3-geo';
import { loadCountryShapes } from './countryShapes.js';
import { drawSurroundings } from './drawSurroundings.js';

test('around the middle of a country, the picture holds what a drawing of the whole world would', async () => {
  const countries = await loadCountryShapes();
  const middles = countries.features.filter((_, index) => index % 3 === 0).map((country) => geoCentroid(country));
  for (const [longitude, latitude] of middles) {
    const ofWholeWorld = drawSurroundings(countries, longitude, latitude, () => true);
    expect([longitude, latitude, drawSurroundings(countries, longitude, latitude)]).toEqual([longitude, latitude, ofWholeWorld]);
  }
});

test('the country in which the place lies is marked', async () => {
  const countries = await loadCountryShapes();
  expect(drawSurroundings(countries, 36.8, -1.3).filter(({ isHere }) => isHere)).toHaveLength(1);
  expect(drawSurroundings(countries, -30, 0).filter(({ isHere }) => isHere)).toHaveLength(0);
});
