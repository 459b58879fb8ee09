/** A point on the unit sphere, or a direction in space. */
export type Vector = readonly [number, number, number];

export const radians = (degrees: number): number => (Math.PI / 180) * degrees;

/** The point on the sphere at a longitude and a latitude in degrees. */
export const spherePoint = (longitude: number, latitude: number): Vector => {
  const theta = radians(longitude);
  const phi = radians(latitude);
  const ring = Math.cos(phi);
  return [Math.cos(theta) * ring, Math.sin(theta) * ring, Math.sin(phi)];
};

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

export const sum = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export const scaled = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor];

const length = (a: Vector): number => Math.sqrt(dot(a, a));

export const normalized = (a: Vector): Vector => {
  const size = length(a);
  return size === 0 ? a : scaled(a, 1 / size);
};

export const isSame = (a: Vector, b: Vector): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

/** The angle between two vectors, exact for small ones and for nearly opposite ones. */
export const angle = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b));

/** A vector at a right angle to `a`, always the same one. */
export const perpendicular = (a: Vector): Vector => {
  const size = a.map(Math.abs) as [number, number, number];
  const largest = size[0] > size[1] ? (size[0] > size[2] ? 0 : 2) : size[1] > size[2] ? 1 : 2;
  const reference: [number, number, number] = [0.012, 0.0053, 0.00457];
  reference[(largest + 2) % 3] = 1;
  return normalized(cross(a, reference));
};
