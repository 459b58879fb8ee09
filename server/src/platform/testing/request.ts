import { Cookies } from '../Cookies.js';
import { readEnvironment } from '../env.js';
import type { Language } from '../language.js';
import { createLog } from '../log.js';
import type { RequestContext } from '../RequestContext.js';

/** The moment at which tests play unless they say otherwise. */
export const testMoment = new Date('2026-03-02T09:00:00.000Z');

/** What a request says about itself, for tests that need no HTTP. */
export interface TestRequest {
  language?: Language;
  now?: Date;
  /** The `Cookie` header. */
  cookie?: string;
  address?: string;
  userAgent?: string;
  /** Variables over those of a demonstration network, such as `{ DEMONSTRATION: 'false' }`. */
  environment?: Record<string, string>;
}

export function testRequest({
  language = 'en',
  now = testMoment,
  cookie,
  address = '127.0.0.1',
  userAgent = 'Test',
  environment = {},
}: TestRequest = {}): RequestContext {
  return {
    requestId: 'TEST',
    log: createLog(process.env['LOG_LEVEL'] ?? 'silent'),
    language,
    now: () => now,
    address,
    userAgent,
    cookies: new Cookies(cookie, false),
    environment: readEnvironment({ DEMONSTRATION: 'true', RATE_LIMIT: '0', ...environment }),
    publicUrl: 'http://localhost:4000',
    notes: { hasAskedTheTime: false },
  };
}
