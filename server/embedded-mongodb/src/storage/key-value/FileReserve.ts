import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

const leastBytes = 1 << 20;
const mostBytes = 64 << 20;
const blockBytes = 1 << 20;

/**
 * Space at the end of the data file that is written with zeros ahead of need. Where a file grows with every write, making it durable
 * also has to wait for the file system's own records; within space that is already there it takes a fraction of the time.
 */
export class FileReserve {
  readonly #file: string;
  #handle: FileHandle | undefined;
  #size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Adds space when what lies beyond `used` bytes is running out; where the disk has none left there is no reserve. Nothing may be written
   * to the file until this resolves.
   */
  async keep(used: number): Promise<void> {
    const wanted = Math.min(Math.max(used / 4, leastBytes), mostBytes);
    if (this.#size - used > wanted / 4) return;
    try {
      await this.#add(used + wanted);
    } catch (error) {
      if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }

  async #add(end: number): Promise<void> {
    this.#handle ??= await open(this.#file, 'r+');
    const { size } = await this.#handle.stat();
    // LMDB itself may have taken the file further.
    this.#size = size;
    const zeros = Buffer.alloc(blockBytes);
    while (this.#size < end) {
      const { bytesWritten } = await this.#handle.write(zeros, 0, Math.min(blockBytes, Math.ceil(end - this.#size)), this.#size);
      this.#size += bytesWritten;
    }
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }
}
