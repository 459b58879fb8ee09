import { loadWorldShapes } from 'virtual:world-shapes';

let loading: Promise<string> | undefined;

/** The countries of the world as one SVG path in fifths of the plane, brought once; a failure is tried anew by the next who asks. */
export function loadWorld(): Promise<string> {
  loading ??= loadWorldShapes();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
