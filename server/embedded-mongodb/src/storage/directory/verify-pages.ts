import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * Reads LMDB's data file by itself before LMDB maps it into memory, where a missing or damaged page would end the process.
 * Layout: a page begins with its number (8 bytes), a transaction (8), padding (2), flags (2) and the end of its list of nodes (2);
 * two pages at the start describe the whole. In the middle of the first stands the newest state that is known to be on the disk:
 * LMDB goes back to it when the machine was started anew since the newest one was written.
 */
const headerLength = 24;
const pageFlags = { branch: 0x01, leaf: 0x02, meta: 0x08 } as const;
const magic = 0xbeefc0de;
const emptyTree = 0xffff_ffff_ffff_ffffn;
const smallestPage = 512;
const notYetOnDisk = 0x1000;

interface Meta {
  readonly pageSize: number;
  readonly depth: number;
  readonly root: bigint;
  readonly lastPage: bigint;
  readonly transaction: bigint;
  readonly isOnDisk: boolean;
  readonly boot: bigint;
}

export type PagesToRead = 'few' | 'all';

/**
 * Throws where the file is cut off or a page of the tree is not what it should be. With 'few' only the uppermost pages are read,
 * whatever the size of the file; the inner pages too where the file is shorter than it may have to be.
 */
export const verifyPages = (file: string, pages: PagesToRead): void => {
  // Elsewhere the layout differs.
  if (!existsSync(file) || !['x64', 'arm64'].includes(process.arch) || endianness() !== 'LE') return;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return;
    const newest = newestMeta(descriptor, size);
    const safe = metaAt(descriptor, newest.pageSize / 2, false);
    verifyTree(descriptor, size, safe && goesBack(newest) ? safe : newest, pages);
  } finally {
    closeSync(descriptor);
  }
};

const damaged = (what: string): never => {
  throw new Error(`the data file is damaged: ${what}; restore it from a copy`);
};

const newestMeta = (descriptor: number, size: number): Meta => {
  if (size < smallestPage) return damaged(`it has only ${size} bytes`);
  const first = metaAt(descriptor, 0);
  if (!first) return damaged('it does not begin as a data file does');
  const second = metaAt(descriptor, first.pageSize);
  if (!second) return damaged('its second description is missing');
  return second.transaction > first.transaction ? second : first;
};

const goesBack = (newest: Meta): boolean => !newest.isOnDisk && newest.boot !== currentBoot();

const currentBoot = (): bigint => {
  try {
    return BigInt(`0x${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').split('-', 1)[0]}`);
  } catch {
    return 0n;
  }
};

const metaAt = (descriptor: number, position: number, isMarked = true): Meta | undefined => {
  const bytes = Buffer.alloc(headerLength + 144);
  if (readSync(descriptor, bytes, 0, bytes.length, position) < bytes.length) return undefined;
  if (isMarked && (!(bytes.readUInt16LE(18) & pageFlags.meta) || bytes.readUInt32LE(headerLength) !== magic)) return undefined;
  const meta = bytes.subarray(headerLength);
  const pageSize = meta.readUInt32LE(24);
  if (pageSize < smallestPage || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return undefined;
  return {
    pageSize,
    depth: meta.readUInt16LE(78),
    root: meta.readBigUInt64LE(112),
    lastPage: meta.readBigUInt64LE(120),
    transaction: meta.readBigUInt64LE(128),
    isOnDisk: !(meta.readUInt16LE(28) & notYetOnDisk),
    boot: meta.readBigUInt64LE(136),
  };
};

const verifyTree = (descriptor: number, size: number, meta: Meta, pages: PagesToRead): void => {
  const { pageSize } = meta;
  const page = Buffer.alloc(pageSize);
  // A file can end before its last page when nothing lies there.
  const isShort = (Number(meta.lastPage) + 1) * pageSize > size;
  const lowest = pages === 'all' ? 1 : isShort ? 2 : Math.max(2, meta.depth - 1);
  const visit = (number: bigint, depth: number): void => {
    const position = Number(number) * pageSize;
    if (number > meta.lastPage || position + pageSize > size)
      damaged(`page ${number} is missing, the file ends after ${size} bytes and was probably cut off`);
    if (depth < lowest) return;
    readSync(descriptor, page, 0, pageSize, position);
    const wanted = depth === 1 ? pageFlags.leaf : pageFlags.branch;
    const end = headerLength + page.readUInt16LE(20);
    if (page.readBigUInt64LE(0) !== number || !(page.readUInt16LE(18) & wanted) || end > pageSize)
      damaged(`page ${number} is not a page of the tree`);
    if (depth === 1) verifyOverflow(page, end, number, size, pageSize);
    else for (const child of children(page, end, number)) visit(child, depth - 1);
  };
  if (meta.root !== emptyTree && meta.depth > 0) visit(meta.root, meta.depth);
};

/** Where the nodes of a page begin. */
const nodes = (page: Buffer, end: number, number: bigint): number[] => {
  const places: number[] = [];
  for (let place = headerLength; place < end; place += 2) {
    const node = headerLength + page.readUInt16LE(place);
    if (node < end || node + 8 > page.length) damaged(`page ${number} holds a node beyond its end`);
    places.push(node);
  }
  return places;
};

const children = (page: Buffer, end: number, number: bigint): bigint[] =>
  nodes(page, end, number).map((node) => BigInt(page.readUInt32LE(node)) | (BigInt(page.readUInt16LE(node + 4)) << 32n));

const bigData = 0x01;

/** A value that does not fit into its page lies in pages of its own: they must be there too. */
const verifyOverflow = (page: Buffer, end: number, number: bigint, size: number, pageSize: number): void => {
  for (const node of nodes(page, end, number)) {
    if (!(page.readUInt16LE(node + 4) & bigData)) continue;
    const at = node + 8 + page.readUInt16LE(node + 6);
    if (at + 24 > page.length) damaged(`page ${number} holds a value beyond its end`);
    const last = page.readBigUInt64LE(at) + page.readBigUInt64LE(at + 16);
    if (Number(last) * pageSize > size) damaged(`a value of page ${number} is missing, the file was probably cut off`);
  }
};
