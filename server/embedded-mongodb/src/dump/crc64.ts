/** The reflected ECMA-182 polynomial in two halves: JavaScript's bitwise operators know 32 bits. */
const polynomialHigh = 0xc96c5795;
const polynomialLow = 0xd7870f42;

const tableHigh = new Uint32Array(256);
const tableLow = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let high = 0;
  let low = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    const carry = low & 1;
    low = ((low >>> 1) | (high << 31)) >>> 0;
    high >>>= 1;
    if (carry) {
      high = (high ^ polynomialHigh) >>> 0;
      low = (low ^ polynomialLow) >>> 0;
    }
  }
  tableHigh[byte] = high;
  tableLow[byte] = low;
}

/** A running CRC-64 (ECMA), as mongodump's archives carry one for each collection. */
export class Crc64 {
  private high = 0xffffffff;
  private low = 0xffffffff;

  update(bytes: Uint8Array): void {
    let { high, low } = this;
    for (const byte of bytes) {
      const entry = (low ^ byte) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (tableLow[entry] as number);
      high = (high >>> 8) ^ (tableHigh[entry] as number);
    }
    this.high = high >>> 0;
    this.low = low >>> 0;
  }

  /** The checksum as a signed 64-bit integer. */
  get value(): bigint {
    return BigInt.asIntN(64, (BigInt(~this.high >>> 0) << 32n) | BigInt(~this.low >>> 0));
  }
}
