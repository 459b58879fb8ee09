import { Timestamp } from '../bson/values.js';

/** MongoDB's cluster time: seconds and a counter within the second, always growing, also across restarts. */
export class ClusterClock {
  #seconds: number;
  #counter: number;
  #time: Timestamp;

  /** `stored` is what `bytes` of the last commit gave. */
  constructor(stored: Buffer | undefined) {
    this.#seconds = Math.max(now(), stored ? stored.readUInt32BE(0) : 0);
    this.#counter = stored && stored.readUInt32BE(0) === this.#seconds ? stored.readUInt32BE(4) : 0;
    if (this.#counter === 0) this.#counter = 1;
    this.#time = this.#present();
  }

  get time(): Timestamp {
    return this.#time;
  }

  advance(): Timestamp {
    const seconds = now();
    if (seconds > this.#seconds) {
      this.#seconds = seconds;
      this.#counter = 1;
    } else this.#counter += 1;
    this.#time = this.#present();
    return this.#time;
  }

  get bytes(): Buffer {
    const bytes = Buffer.allocUnsafe(8);
    bytes.writeUInt32BE(this.#seconds, 0);
    bytes.writeUInt32BE(this.#counter, 4);
    return bytes;
  }

  #present(): Timestamp {
    return new Timestamp({ t: this.#seconds, i: this.#counter });
  }
}

const now = (): number => Math.floor(Date.now() / 1000);
