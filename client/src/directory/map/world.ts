import { loadWorldShapes } from 'virtual:world-shapes';

/** The land as SVG paths in fifths of the plane. */
export interface World {
  readonly land: string;
  /** By ISO 3166-1 alpha-2 code; the smallest countries have no shape. */
  readonly countries: Readonly<Record<string, string>>;
}

let loading: Promise<World> | undefined;

/** The countries of the world, brought once; a failure is tried anew by the next who asks. */
export function loadWorld(): Promise<World> {
  loading ??= loadWorldShapes().then((countries) => ({ land: Object.values(countries).join(''), countries }));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
