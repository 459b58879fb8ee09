import { doc } from '../../test/values/shorthand.js';
import { compileFilter } from './filter.js';

const matches = (condition: string, place: string): boolean =>
  compileFilter(doc(`{"at":${condition}}`), { allowsNear: true }).matches(doc(`{"at":${place}}`));

const point = (longitude: number, latitude: number): string => `{"type":"Point","coordinates":[${longitude},${latitude}]}`;
const polygon = (corners: string): string => `{"type":"Polygon","coordinates":[${corners}]}`;
const square = polygon('[[0,0],[10,0],[10,10],[0,10],[0,0]]');
const within = (geometry: string): string => `{"$geoWithin":{"$geometry":${geometry}}}`;
const meets = (geometry: string): string => `{"$geoIntersects":{"$geometry":${geometry}}}`;

describe('$geoWithin on the plane', () => {
  it.each([
    ['{"$geoWithin":{"$box":[[0,0],[2,2]]}}', '[2,0]', true],
    ['{"$geoWithin":{"$box":[[0,0],[2,2]]}}', '[2.1,0]', false],
    ['{"$geoWithin":{"$box":{"a":{"x":0,"y":0},"b":[2,2]}}}', '{"x":1,"y":1}', true],
    ['{"$within":{"$box":[[0,0],[2,2]]}}', '[[5,5],[1,1]]', true],
    ['{"$geoWithin":{"$box":[[0,0],[2,2]]}}', point(1, 1), true],
    ['{"$geoWithin":{"$box":[[0,0],[20,20]]}}', square, false],
    ['{"$geoWithin":{"$box":[[0,0],[2000,2000]]}}', '[1500,1000]', true],
    ['{"$geoWithin":{"$center":[[0,0],5]}}', '[3,4]', true],
    ['{"$geoWithin":{"$center":[[0,0],5]}}', '[3.01,4]', false],
    ['{"$geoWithin":{"$center":[[0,0],0]}}', '[0,0]', true],
    ['{"$geoWithin":{"$polygon":[[0,0],[4,0],[4,4]]}}', '[3,1]', true],
    ['{"$geoWithin":{"$polygon":[[0,0],[4,0],[4,4]]}}', '[1,3]', false],
    ['{"$geoWithin":{"$polygon":[[0,0],[4,0],[4,4]]}}', '[4,2]', true],
    ['{"$geoWithin":{"$polygon":[[0,0],[4,0],[4,4]]}}', '[2,0]', true],
    ['{"$geoWithin":{"$polygon":[[0,0],[4,0],[4,4]]}}', '[4,4]', true],
    ['{"$geoWithin":{"$box":[[0,0],[2,2]]}}', '"nowhere"', false],
    ['{"$geoWithin":{"$box":[[0,0],[2,2]]}}', '[1]', false],
  ])('%s of %s', (condition, place, expected) => {
    expect(matches(condition, place)).toBe(expected);
  });
});

describe('$geoWithin and $geoIntersects on the sphere', () => {
  it.each([
    [within(square), point(5, 5), true],
    [within(square), '[5,5]', true],
    [within(square), point(0, 0), true],
    [within(square), point(10, 5), true],
    [within(square), point(11, 5), false],
    [within(square), '[500,5]', false],
    [within(square), polygon('[[1,1],[2,1],[2,2],[1,1]]'), true],
    [within(square), polygon('[[1,1],[20,1],[2,2],[1,1]]'), false],
    [within(square), '{"type":"LineString","coordinates":[[1,1],[9,9]]}', true],
    [within(square), '{"type":"LineString","coordinates":[[1,1],[19,9]]}', false],
    [within(square), '{"type":"MultiPoint","coordinates":[[1,1],[9,9]]}', true],
    [within(square), '{"type":"MultiPoint","coordinates":[[1,1],[19,9]]}', false],
    [within('{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}'), point(5.8, 5.2), true],
    ['{"$geoWithin":{"$centerSphere":[[0,0],0.1]}}', '[5,0]', true],
    ['{"$geoWithin":{"$centerSphere":[[0,0],0.1]}}', '[6,0]', false],
    ['{"$geoWithin":{"$centerSphere":[[179,0],0.1]}}', point(-179, 0), true],
    [meets(square), point(5, 5), true],
    [meets(square), polygon('[[5,5],[20,5],[20,20],[5,5]]'), true],
    [meets(square), polygon('[[15,5],[20,5],[20,20],[15,5]]'), false],
    [meets('{"type":"LineString","coordinates":[[-1,5],[11,5]]}'), square, true],
    [meets('{"type":"LineString","coordinates":[[180,11],[180,9]]}'), '{"type":"LineString","coordinates":[[-178,10],[178,10]]}', true],
    [meets('{"type":"LineString","coordinates":[[0,0],[10,0]]}'), '{"type":"LineString","coordinates":[[10,0],[10,10]]}', true],
    [meets('{"type":"LineString","coordinates":[[0,0],[10,0]]}'), point(5, 0), true],
    [meets(point(5, 0)), point(5, 0), true],
    [meets(point(5, 0)), point(5, 0.0001), false],
    [meets('[5,0]'), '[5,0]', true],
    [meets('{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[5,5]}]}'), square, true],
  ])('%s of %s', (condition, place, expected) => {
    expect(matches(condition, place)).toBe(expected);
  });
});

describe('Mistakes in geo queries', () => {
  it.each([
    ['{"at":{"$geoWithin":5}}', /must be an object/],
    ['{"at":{"$geoWithin":{}}}', /doesn't have any geometry/],
    ['{"at":{"$geoWithin":{"$shape":[]}}}', /unknown geo specifier/],
    [`{"at":${within(point(1, 1))}}`, /\$within not supported with provided geometry/],
    ['{"at":{"$geoIntersects":{"$box":[[0,0],[1,1]]}}}', /\$geoIntersect not supported/],
    ['{"at":{"$geoWithin":{"$center":[[0,0],-1]}}}', /non-negative/],
    ['{"at":{"$geoWithin":{"$polygon":[[0,0],[1,1]]}}}', /at least 3 points/],
    [`{"at":${within(polygon('[[0,0],[1,0],[1,1],[0,1]]'))}}`, /Loop is not closed/],
    [`{"at":${within(polygon('[[0,0],[1,1],[1,0],[0,1],[0,0]]'))}}`, /Edges 0 and 2 cross/],
    [`{"at":${within(polygon('[[0,0],[1,0],[0,0]]'))}}`, /at least 3 different vertices/],
    [`{"at":${within(polygon('[[0,0],[9,0],[9,9],[0,0]],[[20,20],[21,20],[21,21],[20,20]]'))}}`, /must be holes/],
    [`{"at":${meets('{"type":"Point","coordinates":[200,0]}')}}`, /out of bounds/],
    [`{"at":${meets('{"type":"Circle","coordinates":[2,0]}')}}`, /unknown GeoJSON type/],
    ['{"at":{"$near":[0,0],"$maxDistance":-1}}', /\$maxDistance must be non-negative/],
    ['{"at":{"$near":[0,0],"$exists":true}}', /invalid argument in geo near query: \$exists/],
    ['{"$or":[{"at":{"$near":[0,0]}},{"a":1}]}', /geoNear must be top-level expr/],
    ['{"at":{"$not":{"$near":[0,0]}}}', /geoNear must be top-level expr/],
    ['{"at":{"$near":[0,0]},"there":{"$near":[0,0]}}', /Too many geoNear expressions/],
  ])('%s', (filter, message) => {
    expect(() => compileFilter(doc(filter), { allowsNear: true })).toThrow(
      expect.objectContaining({ code: 2, message: expect.stringMatching(message) as string }) as Error,
    );
  });

  it('are refusals where MongoDB would answer', () => {
    for (const filter of [
      '{"at":{"$geoWithin":{"$box":[[2,2],[0,0]]}}}',
      `{"at":${within(square.replace('"type"', '"crs":{"type":"name","properties":{"name":"urn:x-mongodb:crs:strictwinding:EPSG:4326"}},"type"'))}}`,
    ])
      expect(() => compileFilter(doc(filter))).toThrow(expect.objectContaining({ code: 115 }) as Error);
    const cap = compileFilter(doc('{"at":{"$geoWithin":{"$centerSphere":[[0,0],1]}}}'));
    expect(() => cap.matches(doc(`{"at":${square}}`))).toThrow(expect.objectContaining({ code: 115 }) as Error);
  });

  it('are told where documents are not put in order', () => {
    expect(() => compileFilter(doc('{"at":{"$near":[0,0]}}'))).toThrow(expect.objectContaining({ code: 5626500 }) as Error);
  });
});
