import fc from 'fast-check';
import { asColour, canCarryText, type Colour, contrast, mixed, readable, schemeOn } from './colour.js';
import { readFrameSettings, writeFrameSettings } from './frameSettings.js';
import { schemeOf, tokensOf } from './frameTheme.js';

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

describe('colours', () => {
  it.each([
    ['1f6f5c', '#1f6f5c'],
    ['#ABC', '#aabbcc'],
    [' #1F6F5C ', '#1f6f5c'],
    ['red', undefined],
    ['url(x)', undefined],
    ['12345', undefined],
    ['#1f6f5c;--x:1', undefined],
    ['', undefined],
    [null, undefined],
  ])('%p is read as %p', (text, colour) => {
    expect(asColour(text)).toBe(colour);
  });

  it('are told apart as the guidelines reckon it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
  });

  it('are moved until they can be read, and no further', () => {
    expect(readable('#2a3c9c', '#000000', ['#ffffff'])).toBe('#2a3c9c');
    expect(contrast(readable('#ffd000', '#1f1c18', ['#ffffff']), '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
});

const light: Record<string, string> = {
  '--text': '#1f1c18',
  '--text-2': '#625b52',
  '--bg': '#f7f5f2',
  '--surface': '#ffffff',
  '--sunken': '#efece7',
  '--accent': '#2a3c9c',
};
const dark: Record<string, string> = {
  '--text': '#f3efe8',
  '--text-2': '#b9b1a5',
  '--bg': '#171513',
  '--surface': '#211e1b',
  '--sunken': '#100f0d',
  '--accent': '#aab4ff',
};

describe('the colours of a frame', () => {
  it('can be read whatever is asked for', () => {
    fc.assert(
      fc.property(fc.option(anyColour), fc.option(anyColour), fc.constantFrom('light', 'dark'), (accent, ground, scheme) => {
        const query = new URLSearchParams({ ...(accent && { accent }), ...(ground && { ground }), scheme });
        const settings = readFrameSettings(query);
        const tokens = schemeOf(settings) === 'dark' ? dark : light;
        const made = { ...tokens, ...tokensOf(settings, (name) => tokens[name] ?? '') } as Record<string, Colour>;
        for (const token of ['--bg', '--surface', '--sunken']) {
          for (const letters of ['--text', '--text-2', '--accent']) {
            expect([letters, token, contrast(made[letters]!, made[token]!)]).toEqual([letters, token, expect.any(Number)]);
            expect(contrast(made[letters]!, made[token]!)).toBeGreaterThanOrEqual(4.5);
          }
        }
        if (made['--on-accent']) expect(contrast(made['--on-accent'], made['--accent']!)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('are those of the portal where none are asked for', () => {
    expect(tokensOf(readFrameSettings(new URLSearchParams()), (name) => light[name] ?? '')).toEqual({});
  });

  it('follow the ground from light to dark, and leave out a grey that carries no text', () => {
    expect(schemeOf(readFrameSettings(new URLSearchParams('ground=102030&scheme=light')))).toBe('dark');
    expect(schemeOf(readFrameSettings(new URLSearchParams('ground=fff3d0&scheme=dark')))).toBe('light');
    expect(readFrameSettings(new URLSearchParams('ground=808080')).ground).toBeNull();
    expect(canCarryText('#808080')).toBe(false);
    expect(schemeOn('#ffffff')).toBe('light');
  });
});

describe('the settings in an address', () => {
  it('are read as they were written', () => {
    const settings = { show: 'map', scheme: 'dark', accent: '#1f6f5c', ground: '#ffffff' } as const;
    expect(readFrameSettings(writeFrameSettings(settings, new URLSearchParams('region=africa')))).toEqual(settings);
  });

  it('fall back where the address says nothing that is known', () => {
    const query = new URLSearchParams('show=everything&scheme=sepia&accent=javascript:alert(1)&ground=');
    expect(readFrameSettings(query)).toEqual({ show: 'both', scheme: 'auto', accent: null, ground: null });
    expect(writeFrameSettings(readFrameSettings(query), query).toString()).toBe('');
  });
});
