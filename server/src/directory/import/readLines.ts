import { UnreadableFile } from './UnreadableFile.js';

/** One line of a file, or what is wrong with it; lines count from 1. */
export type Line = { number: number; text: string } | { number: number; fault: LineFault };

export type LineFault =
  | { kind: 'TOO_LONG'; bytes: number }
  /** `wouldRead` is the line as Windows-1252, the most common other encoding. */
  | { kind: 'NOT_UTF8'; wouldRead: string };

/** The longest line that is looked at, in bytes; a real row has a few hundred. */
export const longestLine = 64 * 1024;

const newline = 0x0a;
const carriageReturn = 0x0d;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The lines of a file, one at a time, whatever its size: a line that is too long is passed over without being kept.
 * Throws `UnreadableFile` for what is no UTF-8 text at all: UTF-16, a workbook, a packed file.
 */
export async function* readLines(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  let number = 0;
  let kept: Buffer[] = [];
  let bytes = 0;
  for await (const piece of withoutSignature(source)) {
    let from = 0;
    for (let to = piece.indexOf(newline); to !== -1; to = piece.indexOf(newline, from)) {
      keep(piece.subarray(from, to));
      yield finish();
      from = to + 1;
    }
    keep(piece.subarray(from));
  }
  if (bytes > 0) yield finish();

  function keep(part: Buffer): void {
    bytes += part.length;
    if (bytes <= longestLine) kept.push(part);
    else kept = [];
  }

  function finish(): Line {
    const line = readLine((number += 1), kept, bytes);
    kept = [];
    bytes = 0;
    return line;
  }
}

function readLine(number: number, parts: Buffer[], bytes: number): Line {
  if (bytes > longestLine) return { number, fault: { kind: 'TOO_LONG', bytes } };
  const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  const line = whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole;
  try {
    return { number, text: strictUtf8.decode(line) };
  } catch {
    return { number, fault: { kind: 'NOT_UTF8', wouldRead: windows1252.decode(line) } };
  }
}

/** Looks at the first bytes: takes a UTF-8 byte order mark off and refuses what is no text. */
async function* withoutSignature(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  let beginning: Buffer | null = Buffer.alloc(0);
  for await (const piece of source) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (beginning === null) {
      yield bytes;
      continue;
    }
    beginning = Buffer.concat([beginning, bytes]);
    if (beginning.length < 512) continue;
    yield checkedBeginning(beginning);
    beginning = null;
  }
  if (beginning !== null) yield checkedBeginning(beginning);
}

function checkedBeginning(bytes: Buffer): Buffer {
  const startsWith = (...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff) || looksLikeUtf16(bytes)) {
    throw new UnreadableFile('This file is in UTF-16. Save it as "CSV UTF-8" and import it again; nothing was imported.');
  }
  if (startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new UnreadableFile('This is a workbook, not a CSV file. Save it as "CSV UTF-8" and import that; nothing was imported.');
  }
  if (startsWith(0x1f, 0x8b)) throw new UnreadableFile('This file is packed (gzip). Unpack it and import it again; nothing was imported.');
  return startsWith(0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
}

/** Without a mark, UTF-16 of Latin letters is every other byte zero. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const looked = bytes.subarray(0, 512);
  const zeros = looked.filter((byte) => byte === 0).length;
  return zeros > looked.length / 4;
}
