import fc from 'fast-check';
import { encodeDocument } from '../bson/encode.js';
import { MongoError } from '../errors.js';
import { opMsg, parseMessage, readBody } from './parse-message.js';
import { ProtocolError } from './ProtocolError.js';

const body = encodeDocument(new Map([['ping', 1]]));
const message = Buffer.concat([Buffer.alloc(16), Buffer.alloc(4), Buffer.of(0), body]);
message.writeInt32LE(message.length, 0);
message.writeInt32LE(opMsg, 12);

describe('parseMessage', () => {
  it('reads a body', () => {
    expect(readBody(parseMessage(message))).toEqual(new Map([['ping', 1]]));
  });

  it('meets any damage with a ProtocolError or, within the body, a MongoError', () => {
    const damage = fc.array(fc.tuple(fc.integer({ min: 4, max: message.length - 1 }), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, fc.integer({ min: 16, max: message.length }), (changes, length) => {
        const damaged = Buffer.from(message.subarray(0, length));
        for (const [at, byte] of changes) if (at < length) damaged[at] = byte;
        try {
          readBody(parseMessage(damaged));
        } catch (error) {
          expect(error instanceof ProtocolError || error instanceof MongoError).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
