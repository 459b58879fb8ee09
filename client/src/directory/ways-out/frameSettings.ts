import { asColour, canCarryText, type Colour } from './colour.js';

/** How the frame on another site looks. It stands in the frame's address, beside the filters of the directory. */
export interface FrameSettings {
  readonly show: (typeof shows)[number];
  readonly scheme: (typeof schemes)[number];
  /** Null for the portal's own. */
  readonly accent: Colour | null;
  /** Null for the portal's own. */
  readonly ground: Colour | null;
}

export const shows = ['both', 'map', 'list'] as const;
export const schemes = ['auto', 'light', 'dark'] as const;

/** Reads an address; what it does not know, and a ground on which no text could be read, it leaves out. */
export function readFrameSettings(query: URLSearchParams): FrameSettings {
  const ground = asColour(query.get('ground'));
  return {
    show: shows.find((each) => each === query.get('show')) ?? 'both',
    scheme: schemes.find((each) => each === query.get('scheme')) ?? 'auto',
    accent: asColour(query.get('accent')) ?? null,
    ground: ground && canCarryText(ground) ? ground : null,
  };
}

/** Writes settings into an address; those that are as they come are left out. */
export function writeFrameSettings({ show, scheme, accent, ground }: FrameSettings, kept: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(kept);
  const values = {
    show: show === 'both' ? '' : show,
    scheme: scheme === 'auto' ? '' : scheme,
    accent: accent?.slice(1) ?? '',
    ground: ground?.slice(1) ?? '',
  };
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return query;
}
