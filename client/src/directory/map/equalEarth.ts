/** The Equal Earth projection (Šavrič, Patterson, Jenny 2018): Africa is as large as it is. On this plane the land is 1000 wide and 440 high. */
const a1 = 1.340264;
const a2 = -0.081106;
const a3 = 0.000893;
const a4 = 0.003796;
const m = Math.sqrt(3) / 2;
const scale = 188.254;
const middle = { x: 500, y: 245.753 };

const radians = Math.PI / 180;

/** A point of the earth, in degrees, on the plane of the map. */
export function project(longitude: number, latitude: number): { x: number; y: number } {
  const theta = Math.asin(m * Math.sin(latitude * radians));
  const theta2 = theta ** 2;
  const theta6 = theta2 ** 3;
  return {
    x: middle.x + (scale * longitude * radians * Math.cos(theta)) / (m * (a1 + 3 * a2 * theta2 + theta6 * (7 * a3 + 9 * a4 * theta2))),
    y: middle.y - scale * theta * (a1 + a2 * theta2 + theta6 * (a3 + a4 * theta2)),
  };
}

/** The point of the earth, in degrees, that stands at a point of the plane. */
export function unproject(x: number, y: number): { longitude: number; latitude: number } {
  const height = (middle.y - y) / scale;
  let theta = height / a1;
  // Newton's steps: twelve are more than the poles need.
  for (let step = 0; step < 12; step += 1) {
    const theta2 = theta ** 2;
    const theta6 = theta2 ** 3;
    const excess = theta * (a1 + a2 * theta2 + theta6 * (a3 + a4 * theta2)) - height;
    theta -= excess / (a1 + 3 * a2 * theta2 + theta6 * (7 * a3 + 9 * a4 * theta2));
  }
  const theta2 = theta ** 2;
  const theta6 = theta2 ** 3;
  return {
    longitude: (m * ((x - middle.x) / scale) * (a1 + 3 * a2 * theta2 + theta6 * (7 * a3 + 9 * a4 * theta2))) / Math.cos(theta) / radians,
    latitude: Math.asin(Math.sin(theta) / m) / radians,
  };
}
