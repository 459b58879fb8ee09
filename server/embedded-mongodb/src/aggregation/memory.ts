import { fail } from '../errors.js';
import { Binary, Code } from '../bson/values.js';
import type { Value } from '../bson/values.js';

/** About how many bytes a value takes in memory while a stage holds it. */
export const memoryOf = (value: Value | undefined): number => {
  switch (typeof value) {
    case 'string':
      return 24 + value.length;
    case 'object':
      return value === null ? 8 : memoryOfObject(value);
    default:
      return 16;
  }
};

const memoryOfObject = (value: object): number => {
  if (value instanceof Map) {
    let bytes = 64;
    for (const [name, each] of value as ReadonlyMap<string, Value>) bytes += 16 + name.length + memoryOf(each);
    return bytes;
  }
  if (Array.isArray(value)) {
    let bytes = 32;
    for (const each of value as readonly Value[]) bytes += memoryOf(each);
    return bytes;
  }
  if (value instanceof Binary) return 48 + value.length();
  if (value instanceof Code) return 48 + value.code.length;
  return 40;
};

/** Counts what one blocking stage holds. */
export class MemoryUse {
  readonly #stage: string;
  readonly #limit: number;
  #bytes = 0;

  constructor(stage: string, limitBytes: number) {
    this.#stage = stage;
    this.#limit = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Throws 292 QueryExceededMemoryLimitNoDiskUseAllowed past the limit. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limit) {
      fail(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Exceeded memory limit for ${this.#stage} of ${this.#limit} bytes, but this server does not sort or group on disk.`,
      );
    }
  }

  set(bytes: number): void {
    this.#bytes = 0;
    this.add(bytes);
  }
}
