import { notSupported } from '../../errors.js';
import { readClass } from './character-class.js';
import { escapeOf, literal } from './escapes.js';
import { invalidPattern } from './invalid-pattern.js';

export interface TranslatedPattern {
  /** For a RegExp with the flag `u` and, if case is ignored, `i`. */
  readonly source: string;
  readonly ignoresCase: boolean;
  readonly usesWordCharacters: boolean;
  /** Groups inside a repeated group: what they have captured is not the same in JavaScript as in PCRE. */
  readonly repeatsCaptures: boolean;
}

/** Reads a PCRE pattern from left to right and writes its counterpart in JavaScript. */
export class PatternReader {
  readonly pattern: string;
  position = 0;
  usesWordCharacters = false;
  #ignoresCase: boolean;
  #multiline: boolean;
  #dotMatchesAll: boolean;
  #extended: boolean;
  #openGroups: { isLookaround: boolean; isLookbehind: boolean; holdsCaptures: boolean }[] = [];
  #repeatsCaptures = false;
  /** Where the last group with captures in it ended. */
  #captureGroupEnd = -1;
  /** Whether a quantifier may follow. */
  #hasAtom = false;

  constructor(pattern: string, options: string) {
    this.pattern = pattern;
    this.#ignoresCase = options.includes('i');
    this.#multiline = options.includes('m');
    this.#dotMatchesAll = options.includes('s');
    this.#extended = options.includes('x');
  }

  get ignoresCase(): boolean {
    return this.#ignoresCase;
  }

  read(): TranslatedPattern {
    this.#readLeadingOptions();
    let source = '';
    while (this.position < this.pattern.length) source += this.#next();
    if (this.#openGroups.length > 0) invalidPattern('missing closing parenthesis');
    return { source, ignoresCase: this.#ignoresCase, usesWordCharacters: this.usesWordCharacters, repeatsCaptures: this.#repeatsCaptures };
  }

  /** Options for the whole pattern, such as `(?i)` at its start. */
  #readLeadingOptions(): void {
    // MongoDB reads every pattern as UTF-8, which these verbs ask for.
    this.#match(/\(\*UTF8?\)/y);
    for (let found = this.#match(/\(\?([imsx]+)\)/y); found; found = this.#match(/\(\?([imsx]+)\)/y)) {
      const options = found[1] ?? '';
      this.#ignoresCase ||= options.includes('i');
      this.#multiline ||= options.includes('m');
      this.#dotMatchesAll ||= options.includes('s');
      this.#extended ||= options.includes('x');
    }
    if (this.pattern.startsWith('(*', this.position)) notSupported('a verb such as (*UCP) in a regular expression');
  }

  /** Takes what matches at the current place. */
  #match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.position;
    const found = expression.exec(this.pattern);
    if (found) this.position += found[0].length;
    return found;
  }

  #next(): string {
    const character = String.fromCodePoint(this.pattern.codePointAt(this.position) ?? 0);
    this.position += character.length;
    switch (character) {
      case '\\':
        return this.#escape();
      case '[':
        this.#hasAtom = true;
        return readClass(this);
      case '(':
        return this.#openGroup();
      case ')':
        return this.#closeGroup();
      case '|':
        this.#hasAtom = false;
        if (!this.#openGroups.at(-1)?.isLookbehind) this.#refuseInLookbehind();
        return '|';
      case '.':
        return this.#atom(this.#dotMatchesAll ? '[^]' : '[^\\n]');
      case '^':
        return this.#assertion(this.#multiline ? '(?:^|(?<=\\n)(?!$))' : '^');
      case '$':
        return this.#assertion(this.#multiline ? '(?=\\n|$)' : '(?=\\n?$)');
      case '*':
      case '+':
      case '?':
        return this.#quantifier(character);
      case '{':
        return this.#brace();
      default:
        return this.#plain(character);
    }
  }

  #plain(character: string): string {
    if (this.#extended && /[\t\n\v\f\r ]/.test(character)) return '';
    if (this.#extended && character === '#') {
      const end = this.pattern.indexOf('\n', this.position);
      this.position = end < 0 ? this.pattern.length : end + 1;
      return '';
    }
    return this.#atom(literal(character));
  }

  #atom(source: string): string {
    this.#hasAtom = true;
    return source;
  }

  #assertion(source: string): string {
    this.#hasAtom = false;
    return source;
  }

  #quantifier(source: string): string {
    if (!this.#hasAtom) return invalidPattern('quantifier does not follow a repeatable item');
    this.#hasAtom = false;
    if (!/^\{\d+\}$/.test(source)) this.#refuseInLookbehind();
    this.#repeatsCaptures ||= this.position - source.length === this.#captureGroupEnd;
    this.#skipExtendedSpace();
    if (this.#match(/\+/y)) return notSupported('a possessive quantifier in a regular expression');
    return this.#match(/\?/y) ? `${source}?` : source;
  }

  /** PCRE looks behind only for a fixed length; alternatives of the whole lookbehind may differ. */
  #refuseInLookbehind(): void {
    if (this.#openGroups.some((group) => group.isLookbehind)) invalidPattern('lookbehind assertion is not fixed length');
  }

  #skipExtendedSpace(): void {
    if (this.#extended && this.#match(/[\t\n\v\f\r ]+/y)) notSupported('a space after a quantifier in an extended regular expression');
  }

  #brace(): string {
    const counts = this.#match(/(\d+)(,\d*)?\}/y);
    if (counts) return this.#quantifier(`{${counts[0]}`);
    if (this.#match(/,\d+\}/y)) return notSupported('a quantifier without a lower bound in a regular expression');
    return this.#atom('\\{');
  }

  #escape(): string {
    if (this.#match(/Q/y)) return this.#quoted();
    if (this.#match(/E/y)) return '';
    const escape = escapeOf(this);
    return escape.isAssertion ? this.#assertion(escape.source) : this.#atom(escape.source);
  }

  /** `\Q...\E`: everything stands for itself. */
  #quoted(): string {
    const end = this.pattern.indexOf('\\E', this.position);
    const text = this.pattern.slice(this.position, end < 0 ? undefined : end);
    this.position = end < 0 ? this.pattern.length : end + 2;
    if (text === '') return '';
    return this.#atom([...text].map(literal).join(''));
  }

  #openGroup(): string {
    this.#hasAtom = false;
    if (this.#match(/\?#[^)]*\)/y)) return '';
    const opening = this.#match(/\?(?:[:=!]|<[=!])/y)?.[0];
    if (opening !== undefined) return this.#enter(`(${opening}`, opening !== '?:');
    if (this.#match(/\?P?<([A-Za-z_]\w*)>/y)) return this.#enterCapture();
    if (this.pattern.startsWith('?', this.position) || this.pattern.startsWith('*', this.position)) {
      return notSupported('this kind of group in a regular expression');
    }
    return this.#enterCapture();
  }

  #enterCapture(): string {
    for (const group of this.#openGroups) group.holdsCaptures = true;
    return this.#enter('(', false);
  }

  #enter(source: string, isLookaround: boolean): string {
    this.#openGroups.push({ isLookaround, isLookbehind: source.startsWith('(?<'), holdsCaptures: false });
    return source;
  }

  #closeGroup(): string {
    const group = this.#openGroups.pop();
    if (group === undefined) return invalidPattern('unmatched closing parenthesis');
    this.#hasAtom = !group.isLookaround;
    if (group.holdsCaptures) this.#captureGroupEnd = this.position;
    return ')';
  }
}
