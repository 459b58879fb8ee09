import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Says whether a key, such as a reader's address, may go on. */
export interface RateLimit {
  /** Takes points from the key's allowance; `allowed` is false once it is used up, and then nothing is done. */
  spend(key: string, points?: number): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
}

/** An allowance of points for each key that renews itself after some seconds, kept in the memory of this process. */
export function rateLimit({ name, points, seconds }: { name: string; points: number; seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  return {
    async spend(key, spent = 1) {
      try {
        await limiter.consume(key, spent);
        return { allowed: true, retryAfterSeconds: 0 };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
  };
}

/** One household or office counts as one: the whole address of version 4, the first 64 bits of version 6. */
export function rateLimitKey(address: string): string {
  if (!address.includes(':') || /\d+\.\d+\.\d+\.\d+$/.test(address)) return address.replace(/^.*:/, '');
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':').filter(Boolean)].slice(0, 4).join(':');
}
