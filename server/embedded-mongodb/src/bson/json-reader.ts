import { fail } from '../errors.js';
import { Int32 } from './values.js';

/** JSON as it stands, objects in the order of their fields and numbers with their type. */
export type JsonNode = null | boolean | string | number | bigint | Int32 | JsonNode[] | Map<string, JsonNode>;

/** Reads JSON text into ordered values: whole numbers become the narrowest integer, others doubles. */
export const readJson = (text: string): JsonNode => new JsonReader(text).read();

const depthLimit = 200;

class JsonReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonNode {
    const node = this.#value(0);
    this.#skipSpace();
    return this.#position === this.#text.length ? node : this.#fault('nothing more was expected');
  }

  #fault(what: string): never {
    return fail('FailedToParse', `Extended JSON: ${what} at position ${this.#position}`);
  }

  #skipSpace(): void {
    this.#take(/[ \t\r\n]*/y);
  }

  #take(expression: RegExp): string | undefined {
    expression.lastIndex = this.#position;
    const found = expression.exec(this.#text)?.[0];
    if (found !== undefined) this.#position += found.length;
    return found;
  }

  #expect(mark: string): void {
    if (!this.#accept(mark)) this.#fault(`'${mark}' was expected`);
  }

  #accept(mark: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#position] !== mark) return false;
    this.#position += 1;
    return true;
  }

  #value(depth: number): JsonNode {
    if (depth > depthLimit) this.#fault('the nesting is too deep');
    this.#skipSpace();
    const start = this.#text[this.#position];
    if (start === '{') return this.#object(depth);
    if (start === '[') return this.#array(depth);
    if (start === '"') return this.#string();
    const word = this.#take(/true|false|null/y);
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    return this.#number();
  }

  #object(depth: number): Map<string, JsonNode> {
    this.#expect('{');
    const fields = new Map<string, JsonNode>();
    if (this.#accept('}')) return fields;
    do {
      this.#skipSpace();
      const name = this.#string();
      if (fields.has(name)) this.#fault(`the field '${name}' occurs twice`);
      this.#expect(':');
      fields.set(name, this.#value(depth + 1));
    } while (this.#accept(','));
    this.#expect('}');
    return fields;
  }

  #array(depth: number): JsonNode[] {
    this.#expect('[');
    const elements: JsonNode[] = [];
    if (this.#accept(']')) return elements;
    do elements.push(this.#value(depth + 1));
    while (this.#accept(','));
    this.#expect(']');
    return elements;
  }

  #string(): string {
    const quoted = this.#take(/"(?:[^"\\]|\\.)*"/sy);
    if (quoted === undefined) return this.#fault('a string was expected');
    try {
      return JSON.parse(quoted) as string;
    } catch {
      return this.#fault('a string is malformed');
    }
  }

  #number(): number | bigint | Int32 {
    const text = this.#take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (text === undefined) return this.#fault('a value was expected');
    if (/[.eE]/.test(text) || text === '-0') return Number(text);
    return narrowestInteger(text);
  }
}

const narrowestInteger = (digits: string): number | bigint | Int32 => {
  const integer = BigInt(digits);
  if (BigInt.asIntN(32, integer) === integer) return new Int32(Number(integer));
  return BigInt.asIntN(64, integer) === integer ? integer : Number(digits);
};
