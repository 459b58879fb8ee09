import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { DataVersions } from '../DataVersions.js';
import { LeastRecentlyUsed } from '../LeastRecentlyUsed.js';
import type { Provenance } from './Executor.js';

/** Ways in which an answer goes over the wire. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A whole answer, ready to be sent again until the data that it is made of changes. */
export class KeptAnswer {
  readonly etag: string;
  readonly #bytes = new Map<Encoding, Buffer>();

  constructor(
    body: Buffer,
    readonly provenance: Provenance,
  ) {
    this.etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    this.#bytes.set('identity', body);
  }

  /** The bytes in this encoding, made on the first wish for it. */
  bytes(encoding: Encoding): Buffer {
    const known = this.#bytes.get(encoding);
    if (known !== undefined) return known;
    const made = compress(this.bytes('identity'), encoding);
    this.#bytes.set(encoding, made);
    return made;
  }
}

/** Compresses an answer; quality 5 of Brotli takes about as long as gzip and gives a fifth less. */
export function compress(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br')
    return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
  return encoding === 'gzip' ? gzipSync(body) : body;
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

  keep(key: string, body: Buffer, provenance: Provenance): KeptAnswer {
    const answer = new KeptAnswer(body, provenance);
    // Compressed copies and the entry itself weigh about half as much again.
    this.#answers.set(key, answer, 2 * key.length + 1.5 * body.length + 500);
    return answer;
  }
}
