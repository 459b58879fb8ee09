// Puts a .br and a .gz beside each text file of the built client, for the server to hand out as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const dist = join(import.meta.dirname, '..', 'dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(html|js|css|svg|json)$/.test(file) && !file.startsWith('.vite'),
);

for (const file of files) {
  const content = readFileSync(join(dist, file));
  // The explorer is large and seldom opened: the last percent is not worth a minute of building.
  const isLarge = file.includes('explorer');
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: isLarge ? 6 : 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    promisify(gzip)(content, { level: isLarge ? 6 : 9 }),
  ]);
  writeFileSync(join(dist, `${file}.br`), brotli);
  writeFileSync(join(dist, `${file}.gz`), gzipped);
}
