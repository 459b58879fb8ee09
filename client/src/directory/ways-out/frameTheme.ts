import { asColour, type Colour, contrast, mixed, readable, schemeOn } from './colour.js';
import type { FrameSettings } from './frameSettings.js';

/** The tokens of the portal from which a frame's own are made, as they stand in the page. */
export type ReadToken = (name: '--text' | '--text-2' | '--bg' | '--surface' | '--sunken' | '--accent') => string;

/** The scheme that settings ask for: a ground says by itself whether it is light or dark. Undefined follows the visitor. */
export function schemeOf({ ground, scheme }: FrameSettings): 'light' | 'dark' | undefined {
  if (ground !== null) return schemeOn(ground);
  return scheme === 'auto' ? undefined : scheme;
}

/** Tokens over those of the portal, so that everything in the frame follows two colours; whatever they are, text and links can be read. */
export function tokensOf({ accent, ground }: FrameSettings, read: ReadToken): Record<string, string> {
  const own = (name: Parameters<ReadToken>[0]): Colour => asColour(read(name)) ?? '#808080';
  if (accent === null && ground === null) return {};
  const text = own('--text');
  const bg = ground ?? own('--bg');
  const surface =
    ground === null
      ? own('--surface')
      : mixed(ground, schemeOn(ground) === 'light' ? '#ffffff' : text, schemeOn(ground) === 'light' ? 0.5 : 0.06);
  const sunken = ground === null ? own('--sunken') : mixed(ground, text, 0.05);
  const grounds = [bg, surface, sunken];
  const action = readable(accent ?? own('--accent'), text, grounds);
  const soft = mixed(bg, action, 0.1);
  const onAction = contrast(action, '#ffffff') >= contrast(action, '#000000') ? '#ffffff' : '#000000';
  return {
    ...(ground !== null && {
      '--bg': bg,
      '--surface': surface,
      '--sunken': sunken,
      '--line': mixed(bg, text, 0.14),
      '--line-strong': mixed(bg, text, 0.28),
      '--edge': readable(mixed(bg, text, 0.5), text, grounds, 3),
      '--text-2': readable(own('--text-2'), text, grounds),
      '--land': mixed(bg, text, 0.12),
      '--land-line': bg,
    }),
    '--accent': action,
    '--accent-hover': readable(mixed(action, text, 0.25), text, [...grounds, soft]),
    '--accent-soft': soft,
    '--accent-line': mixed(bg, action, 0.35),
    '--on-accent': onAction,
  };
}
