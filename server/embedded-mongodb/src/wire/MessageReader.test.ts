import fc from 'fast-check';
import { MessageReader } from './MessageReader.js';
import { maxMessageBytes } from './limits.js';

const messageOf = (content: Uint8Array): Buffer => {
  const message = Buffer.alloc(16 + content.length);
  message.writeInt32LE(message.length, 0);
  message.set(content, 16);
  return message;
};

const lengthAlone = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(length, 0);
  return bytes;
};

describe('MessageReader', () => {
  it('gives whole messages however their bytes are cut into pieces', () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 });
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(contents, cuts, (given, lengths) => {
        const messages = given.map(messageOf);
        const stream = Buffer.concat(messages);
        const reader = new MessageReader();
        const read: Buffer[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const length = lengths[turn % lengths.length] as number;
          reader.push(stream.subarray(at, at + length));
          at += length;
          for (let message = reader.next(); message; message = reader.next()) read.push(Buffer.from(message));
        }
        expect(read).toEqual(messages);
        expect(reader.waitingBytes).toBe(0);
      }),
    );
  });

  it.each([15, 0, -1, maxMessageBytes + 1])('throws for a message of %d bytes', (length) => {
    const reader = new MessageReader();
    reader.push(lengthAlone(length));
    expect(() => reader.next()).toThrow('message length');
  });
});
