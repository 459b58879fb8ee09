import type { Document, Value } from '../bson/values.js';
import { isDocument, isNumeric } from '../bson/values.js';
import { fail } from '../errors.js';
import { toNumber } from '../commands/arguments.js';

/** How often a fail point still acts, and with which data. */
export class FailPoint {
  data: Document = new Map();
  private remaining = 0;
  private skipping = 0;

  /** `mode` is `off`, `alwaysOn`, `{ times: n }` or `{ skip: n }`. */
  configure(mode: Value | undefined, data: Document): void {
    this.data = data;
    this.remaining = 0;
    this.skipping = 0;
    if (mode === 'off') return;
    const times = isDocument(mode) ? mode.get('times') : undefined;
    const skip = isDocument(mode) ? mode.get('skip') : undefined;
    if (mode === 'alwaysOn') this.remaining = Infinity;
    else if (isNumeric(times)) this.remaining = toNumber(times);
    else if (isNumeric(skip)) {
      this.remaining = Infinity;
      this.skipping = toNumber(skip);
    } else fail('BadValue', 'embedded server: a fail point mode is off, alwaysOn, {times: n} or {skip: n}');
  }

  get isOn(): boolean {
    return this.remaining > 0;
  }

  /** Whether the fail point acts this time; counts the time. */
  strikes(): boolean {
    if (this.remaining <= 0) return false;
    if (this.skipping > 0) {
      this.skipping -= 1;
      return false;
    }
    this.remaining -= 1;
    return true;
  }
}
