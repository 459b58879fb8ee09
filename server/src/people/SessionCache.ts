import type { SessionRecord } from './Session.js';
import type { Viewer } from './Viewer.js';

/** A session with the viewer whom it signs in. */
export interface SignedIn {
  session: SessionRecord;
  viewer: Viewer;
}

interface Entry extends SignedIn {
  readAt: number;
}

/** Keeps signed-in viewers in memory, so that a signed-in read needs no database; whoever changes a session, seat or office has it forgotten. */
export class SessionCache {
  readonly #entries = new Map<string, Entry>();
  #changes = 0;

  constructor(
    /** Milliseconds after which an entry is read again, should the news of a change ever get lost. */
    private readonly trustedFor: number,
    private readonly mostEntries: number,
  ) {}

  /** Grows with each forgetting; pass it to `keep`, so that what was read before a change is not kept after it. */
  get changes(): number {
    return this.#changes;
  }

  get(tokenHash: string, now: Date): SignedIn | null {
    const entry = this.#entries.get(tokenHash);
    if (entry === undefined) return null;
    const age = now.getTime() - entry.readAt;
    if (age >= 0 && age < this.trustedFor) return entry;
    this.#entries.delete(tokenHash);
    return null;
  }

  keep(tokenHash: string, signedIn: SignedIn, now: Date, changesWhenRead: number): void {
    if (changesWhenRead !== this.#changes) return;
    const oldest = this.#entries.size >= this.mostEntries ? this.#entries.keys().next().value : undefined;
    if (oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(tokenHash, { ...signedIn, readAt: now.getTime() });
  }

  forgetSession(sessionId: string): void {
    this.#forget((entry) => entry.session.id === sessionId);
  }

  forgetPerson(personId: string): void {
    this.#forget((entry) => entry.viewer.personId === personId);
  }

  forgetAll(): void {
    this.#forget(() => true);
  }

  #forget(concerns: (entry: Entry) => boolean): void {
    this.#changes += 1;
    for (const [tokenHash, entry] of this.#entries) if (concerns(entry)) this.#entries.delete(tokenHash);
  }
}
