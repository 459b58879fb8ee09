import type { Changes } from './key-value/Changes.js';
import { decodeRecordId, encodeRecordId, tablePrefix } from './key-value/keys.js';
import type { Key } from './key-value/keys.js';
import { scan } from './key-value/scan.js';
import type { Source } from './key-value/scan.js';

/** In the table of what the store knows about itself: pages of small records, and large records each by its session. */
const self = tablePrefix(0);
const pageKeys = `${self}w`;
const largeKeys = `${self}x`;

/** A page is begun for each group of commits; after so many the newest record of every session is written anew, and they are removed. */
const mostPages = 256;
/** Larger records are not kept in memory. */
const mostBytes = 1_024;
const lifetimeMs = 30 * 60_000;

const sessionLength = 16;
const headLength = sessionLength + 8 + 4;

interface SessionRecord {
  readonly at: number;
  readonly bytes: Buffer;
}

/** What is written for one group of commits. Bytes are only ever added, so that what was handed out before stays as it is. */
class Page {
  #bytes = Buffer.allocUnsafe(1_024);
  #length = 0;

  constructor(
    readonly group: number,
    readonly key: Key,
  ) {}

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  add(session: string, { at, bytes }: SessionRecord): void {
    const start = this.#length;
    const end = start + headLength + bytes.length;
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(end * 2);
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    this.#bytes.write(session, start, sessionLength, 'latin1');
    this.#bytes.writeDoubleBE(at, start + sessionLength);
    this.#bytes.writeUInt32BE(bytes.length, start + sessionLength + 8);
    bytes.copy(this.#bytes, start + headLength);
    this.#length = end;
  }
}

/**
 * What each session has done last, so that a write that is sent again after a restart is not carried out twice. Its own place in the
 * order of keys for each session would be the slowest part of a small write: records that become durable together share a page.
 */
export class SessionJournal {
  readonly #source: Source;
  readonly #records = new Map<string, SessionRecord>();
  #pages: Key[] = [];
  #nextPage = 1;
  #page: Page | undefined;
  #lastTime = 0;

  constructor(source: Source) {
    this.#source = source;
    for (const { key, value } of scan(source, undefined, { from: pageKeys, to: largeKeys }, { reverse: false, values: true })) {
      this.#pages.push(key);
      this.#nextPage = decodeRecordId(key, pageKeys.length) + 1;
      for (const [session, record] of entriesOf(value)) this.#records.set(session, record);
    }
  }

  /** Adds a record to the changes of a commit, which belongs to a group of commits. */
  keep(session: string, bytes: Buffer, changes: Changes, group: number): void {
    // No two records have the same time.
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 0.001);
    const record = { at: this.#lastTime, bytes };
    if (bytes.length > mostBytes) {
      const page = new Page(group, largeKeys + session);
      page.add(session, record);
      changes.set(page.key, page.bytes);
      return;
    }
    this.#records.set(session, record);
    const page = this.#page?.group === group ? this.#page : this.#newPage(changes, group);
    page.add(session, record);
    changes.set(page.key, page.bytes);
  }

  /** The newest record of a session, if it is not too old. */
  get(session: string): Buffer | undefined {
    const small = this.#records.get(session);
    const stored = this.#source.get(largeKeys + session);
    const [large] = stored ? [...entriesOf(stored)].map(([, record]) => record) : [];
    const newest = large && (!small || large.at >= small.at) ? large : small;
    return newest && newest.at >= Date.now() - lifetimeMs ? newest.bytes : undefined;
  }

  /** Forgets what is too old by `now`; the large records are removed with the given changes, the others with the next pages. */
  forget(changes: Changes, now = Date.now()): void {
    const oldest = now - lifetimeMs;
    for (const [session, { at }] of this.#records) if (at < oldest) this.#records.delete(session);
    for (const { key, value } of scan(this.#source, undefined, largeRange, { reverse: false, values: true }))
      for (const [, { at }] of entriesOf(value)) if (at < oldest) changes.set(key, null);
  }

  #newPage(changes: Changes, group: number): Page {
    const key = pageKeys + encodeRecordId(this.#nextPage);
    this.#nextPage += 1;
    const page = new Page(group, key);
    if (this.#pages.length >= mostPages) {
      for (const old of this.#pages) changes.set(old, null);
      this.#pages = [];
      const oldest = Date.now() - lifetimeMs;
      for (const [session, record] of this.#records) if (record.at >= oldest) page.add(session, record);
    }
    this.#pages.push(key);
    this.#page = page;
    return page;
  }
}

const largeRange = { from: largeKeys, to: `${self}y` };

function* entriesOf(page: Buffer): Generator<readonly [string, SessionRecord]> {
  for (let position = 0; position < page.length;) {
    const end = position + headLength + page.readUInt32BE(position + sessionLength + 8);
    yield [
      page.toString('latin1', position, position + sessionLength),
      { at: page.readDoubleBE(position + sessionLength), bytes: Buffer.from(page.subarray(position + headLength, end)) },
    ];
    position = end;
  }
}
