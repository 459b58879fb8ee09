import type { Clock } from './clock.js';
import type { Cookies } from './Cookies.js';
import type { Environment } from './env.js';
import type { Language } from './language.js';
import type { Logger } from './log.js';

/** What is noted of an answer while it is made, for whoever may keep it. */
export interface AnswerNotes {
  /** Whether somebody has asked what time it is: then the answer holds for this moment alone. */
  hasAskedTheTime: boolean;
  /** What the whole answer was made of; left out when it may not be kept. */
  provenance?: Provenance;
}

/** Collections, and their version before the answer was made. */
export interface Provenance {
  collections: readonly string[];
  version: number;
}

/** What is known of a request before any room has looked at it. */
export interface RequestContext {
  /** Stands in each log line of the request and is the reference that a masked error quotes. */
  readonly requestId: string;
  readonly log: Logger;
  readonly language: Language;
  readonly now: Clock;
  /** The reader's network address. */
  readonly address: string;
  readonly userAgent: string;
  readonly cookies: Cookies;
  readonly environment: Environment;
  /** Where the portal is reached, without a slash at its end, for links in mails. */
  readonly publicUrl: string;
  readonly notes: AnswerNotes;
}
