/** A colour as `#rrggbb`, in small letters. */
export type Colour = `#${string}`;

const black: Colour = '#000000';
const white: Colour = '#ffffff';

/** Reads three or six digits from 0 to f, with or without `#`; anything else is no colour. */
export function asColour(text: string | null): Colour | undefined {
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text?.trim() ?? '') ?? [];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${six.toLowerCase()}`;
}

/** `share` of the other colour in the one, from 0 to 1. */
export function mixed(one: Colour, other: Colour, share: number): Colour {
  const [from, to] = [channels(one), channels(other)];
  const digits = from.map((value, index) =>
    Math.round(value + ((to[index] ?? value) - value) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/** How well one can be told from the other, from 1 to 21, as the Web Content Accessibility Guidelines 2.2 reckon it. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The first step from the colour towards the other that can be read on all these grounds; the other itself when none can. */
export function readable(colour: Colour, towards: Colour, grounds: readonly Colour[], least = 4.5): Colour {
  for (let share = 0; share < 1; share += 0.05) {
    const step = mixed(colour, towards, share);
    if (grounds.every((ground) => contrast(step, ground) >= least)) return step;
  }
  return towards;
}

/** Whether dark letters or light ones stand better on a ground. */
export function schemeOn(ground: Colour): 'light' | 'dark' {
  return contrast(ground, black) >= contrast(ground, white) ? 'light' : 'dark';
}

/** Whether first and second text can both be read on a ground: greys in the middle leave too little between them. */
export function canCarryText(ground: Colour): boolean {
  return Math.max(contrast(ground, black), contrast(ground, white)) >= 9;
}

function channels(colour: Colour): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
