import { join } from 'node:path';

/** The folder of the whole project; `src/platform` and `dist/platform` lie equally deep in it. */
export const projectRoot = join(import.meta.dirname, '..', '..', '..');
