/** The land, with its borders in the tone of the ground; `path` is in fifths of the plane. */
export function Land({ path }: { path: string }) {
  return <path className="map__land" d={path} transform="scale(0.2)" />;
}
