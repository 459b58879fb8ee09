import { Crc64 } from './crc64.js';

const crcOf = (text: string): bigint => {
  const crc = new Crc64();
  crc.update(Buffer.from(text));
  return BigInt.asUintN(64, crc.value);
};

describe('Crc64', () => {
  it('gives the check value of CRC-64/XZ', () => {
    expect(crcOf('123456789')).toBe(0x995dc9bbdf1939fan);
  });

  it('is the same however the bytes come in pieces', () => {
    const whole = new Crc64();
    whole.update(Buffer.from('hello, world'));
    const pieces = new Crc64();
    pieces.update(Buffer.from('hello,'));
    pieces.update(Buffer.from(' world'));
    expect(pieces.value).toBe(whole.value);
  });
});
