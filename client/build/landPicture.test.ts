import { project } from '../src/directory/map/equalEarth.js';
import { drawLand } from './landPicture.js';

/** Whether a point of the plane is inside the drawn land, by how often a line to the left crosses its edge. */
function isLand(x: number, y: number): boolean {
  const [, path = ''] = / d="([^"]+)"/.exec(drawLand()) ?? [];
  let crossings = 0;
  for (const ring of path.split('z').filter(Boolean)) {
    const [, startX, startY, steps = ''] = /^M(-?\d+) (-?\d+)l(.*)$/.exec(ring) ?? [];
    const points = [{ x: Number(startX), y: Number(startY) }];
    const numbers = steps.match(/-?\d+/g)?.map(Number) ?? [];
    for (let index = 0; index < numbers.length; index += 2) {
      const last = points[points.length - 1]!;
      points.push({ x: last.x + (numbers[index] ?? NaN), y: last.y + (numbers[index + 1] ?? NaN) });
    }
    points.forEach((one, index) => {
      const other = points[(index + 1) % points.length]!;
      if (one.y > y === other.y > y) return;
      if (one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x) < x) crossings += 1;
    });
  }
  return crossings % 2 === 1;
}

test.each([
  ['Kinshasa', 15.3, -4.3, true],
  ['Geneva', 6.1, 46.2, true],
  ['Brasília', -47.9, -15.8, true],
  ['Ulaanbaatar', 106.9, 47.9, true],
  ['the middle of Australia', 134, -25, true],
  ['the Gulf of Guinea', 0, 0, false],
  ['the Pacific', -140, 0, false],
  ['the Indian Ocean', 80, -20, false],
  ['Antarctica, which has no member', 0, -80, false],
])('%s stands where the projection of the dots puts it', (_, longitude, latitude, is) => {
  const { x, y } = project(longitude, latitude);
  expect(isLand(x, y)).toBe(is);
});
