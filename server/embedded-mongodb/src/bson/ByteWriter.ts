/** Bytes written one after another into a buffer that grows. */
export class ByteWriter {
  #buffer: Buffer;
  length = 0;

  constructor(initialCapacity = 1024) {
    this.#buffer = Buffer.allocUnsafe(initialCapacity);
  }

  #reserve(count: number): Buffer {
    const needed = this.length + count;
    if (needed <= this.#buffer.length) return this.#buffer;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, this.length);
    this.#buffer = larger;
    return larger;
  }

  byte(value: number): void {
    this.#reserve(1)[this.length] = value;
    this.length += 1;
  }

  int32(value: number): void {
    this.length = this.#reserve(4).writeInt32LE(value, this.length);
  }

  uint16BigEndian(value: number): void {
    this.length = this.#reserve(2).writeUInt16BE(value, this.length);
  }

  uint32(value: number): void {
    this.length = this.#reserve(4).writeUInt32LE(value, this.length);
  }

  uint32BigEndian(value: number): void {
    this.length = this.#reserve(4).writeUInt32BE(value, this.length);
  }

  int64(value: bigint): void {
    this.length = this.#reserve(8).writeBigInt64LE(value, this.length);
  }

  double(value: number): void {
    this.length = this.#reserve(8).writeDoubleLE(value, this.length);
  }

  doubleBigEndian(value: number): void {
    this.length = this.#reserve(8).writeDoubleBE(value, this.length);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length).set(value, this.length);
    this.length += value.length;
  }

  /** UTF-8, without a length or an end. Returns the number of bytes. */
  text(value: string): number {
    const start = this.length;
    if (value.length < 24 && this.#shortAscii(value)) return value.length;
    this.length = start;
    this.length += this.#reserve(value.length * 3).write(value, this.length, 'utf8');
    return this.length - start;
  }

  /** The call into native code costs more than a short loop. */
  #shortAscii(value: string): boolean {
    const buffer = this.#reserve(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const unit = value.charCodeAt(index);
      if (unit > 0x7f) return false;
      buffer[this.length] = unit;
      this.length += 1;
    }
    return true;
  }

  setInt32(position: number, value: number): void {
    this.#buffer.writeInt32LE(value, position);
  }

  /** Inverts every byte from `start` to the end, which turns their order round. */
  invertFrom(start: number): void {
    const buffer = this.#buffer;
    for (let index = start; index < this.length; index += 1) buffer[index] = ~(buffer[index] ?? 0);
  }

  /** A copy of what was written from `start` on; then everything from `start` is dropped. */
  take(start = 0): Buffer {
    const copy = Buffer.allocUnsafe(this.length - start);
    this.#buffer.copy(copy, 0, start, this.length);
    this.length = start;
    return copy;
  }
}
