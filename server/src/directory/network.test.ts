import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetwork } from './network.js';

test('the published counts grow, each with its day and its source', async () => {
  const network = await readNetwork();
  expect(network.publishedCounts.map(({ organisations }) => organisations)).toEqual([80, 100, 108]);
  for (const { sourceUrl, on } of network.publishedCounts) {
    expect(URL.canParse(sourceUrl)).toBe(true);
    expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  expect(network.recordReadOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('a file that leaves something out, or is missing, is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plenum-facts-'));
  const path = join(folder, 'facts.yaml');
  await writeFile(path, 'network: { name: Fictional, founded: 1983, counts: [] }\n');
  await expect(readNetwork(path)).rejects.toThrow(`${path} says nothing of "seat".`);
  await expect(readNetwork(join(folder, 'other.yaml'))).rejects.toThrow(/other\.yaml/);
  await rm(folder, { recursive: true });
});
