import type { Document, Value } from '../bson/values.js';
import { Timestamp, isDocument } from '../bson/values.js';
import { fail } from '../errors.js';

/** After every change of a commit. */
const afterAll = 0xffff_ffff;
const bytes = 13;

/**
 * A place in the order of changes: the commit's time, the change's number within the commit, and whether it is the invalidation that
 * follows that change. It means "everything up to here has been seen".
 */
export class ResumeToken {
  constructor(
    readonly time: Timestamp,
    readonly index: number,
    readonly isInvalidation: boolean,
  ) {}

  /** The place after everything that was committed by `time`. */
  static after(time: Timestamp): ResumeToken {
    return new ResumeToken(time, afterAll, false);
  }

  /** The place before everything that was committed at `time`. */
  static before(time: Timestamp): ResumeToken {
    return ResumeToken.after(Timestamp.fromBits(time.low - 1, time.low === 0 ? time.high - 1 : time.high));
  }

  /** Reads `{ _data: "..." }` as `toDocument` writes it. */
  static parse(value: Value | undefined): ResumeToken {
    if (!isDocument(value)) return fail('TypeMismatch', 'a resume token must be a document');
    const data = value.get('_data');
    if (typeof data !== 'string') return fail('FailedToParse', 'Bad resume token: _data of missing or of wrong type');
    if (data.length !== bytes * 2 || !/^[0-9A-F]*$/.test(data))
      return fail('InvalidResumeToken', `Invalid resume token: ${data.slice(0, 80)}`);
    const read = Buffer.from(data, 'hex');
    return new ResumeToken(Timestamp.fromBits(read.readInt32BE(4), read.readInt32BE(0)), read.readUInt32BE(8), read[12] === 1);
  }

  /** Hexadecimal digits that sort as the places do. */
  toDocument(): Document {
    const written = Buffer.alloc(bytes);
    written.writeInt32BE(this.time.high, 0);
    written.writeInt32BE(this.time.low, 4);
    written.writeUInt32BE(this.index, 8);
    written[12] = this.isInvalidation ? 1 : 0;
    return new Map([['_data', written.toString('hex').toUpperCase()]]);
  }
}

export const compareTimes = (a: Timestamp, b: Timestamp): number => (a.high >>> 0) - (b.high >>> 0) || (a.low >>> 0) - (b.low >>> 0);
