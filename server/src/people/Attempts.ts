import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts tries in a window of time, for each key apart, in the memory of this process. */
export class Attempts {
  readonly #limiter: RateLimiterMemory;

  constructor(limit: { tries: number; seconds: number }) {
    this.#limiter = new RateLimiterMemory({ points: limit.tries, duration: limit.seconds });
  }

  /** Counts one try; answers 0 when it is heard, else in how many seconds the next one will be. */
  async count(key: string): Promise<number> {
    try {
      await this.#limiter.consume(key);
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  }
}
