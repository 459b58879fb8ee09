import type { DataVersions } from '../DataVersions.js';
import { Sendable } from '../http/Sendable.js';
import { LeastRecentlyUsed } from '../LeastRecentlyUsed.js';
import type { Provenance } from '../RequestContext.js';

/** Brotli's quality while somebody waits: as quick as gzip and a fifth smaller. */
const quickQuality = 5;

/** A whole answer, ready to be sent again until the data that it is made of changes. */
export interface KeptAnswer {
  sendable: Sendable;
  contentType: string;
  provenance: Provenance;
}

/** Whole answers by (operation, variables, audience, language), forgotten when the data that they are made of changes. */
export class KeptAnswers {
  readonly #answers: LeastRecentlyUsed<string, KeptAnswer>;

  constructor(
    megabytes: number,
    private readonly versions: DataVersions,
  ) {
    this.#answers = new LeastRecentlyUsed(megabytes * 1024 * 1024);
  }

  find(key: string): KeptAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer === undefined || answer.provenance.version === this.versions.of(answer.provenance.collections)) return answer;
    this.#answers.delete(key);
    return undefined;
  }

  keep(key: string, answer: KeptAnswer): void {
    // Compressed copies and the entry itself weigh about half as much again.
    this.#answers.set(key, answer, 2 * key.length + 1.5 * answer.sendable.body.length + 500);
  }
}

export function quickSendable(body: string): Sendable {
  return new Sendable(Buffer.from(body), quickQuality);
}
