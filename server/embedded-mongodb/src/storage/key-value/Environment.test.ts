import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Changes } from './Changes.js';
import { Environment } from './Environment.js';

describe.each([
  ['waits for the disk', true],
  ['leaves the disk to other threads', false],
])('an environment that %s', (_, isWaitedFor) => {
  let directory: string;
  let file: string;
  let environment: Environment;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'environment-'));
    file = join(directory, 'data.mdb');
    environment = Environment.open(file, { readOnly: false, memoryMapBytes: undefined });
  });

  afterEach(async () => {
    await environment.close();
    rmSync(directory, { recursive: true });
  });

  const write = (key: string, value: Buffer | null): Promise<void> => {
    const changes = new Changes();
    changes.set(key, value);
    return environment.write([changes], { isWaitedFor });
  };

  test('reads what was written last, however often it has read before', async () => {
    expect(environment.get('tab.a')).toBeUndefined();
    for (let round = 0; round < 50; round += 1) {
      await write('tab.a', Buffer.of(round));
      expect(environment.get('tab.a')).toEqual(Buffer.of(round));
      expect(environment.get('tab.a')).toEqual(Buffer.of(round));
    }
    await write('tab.a', null);
    expect(environment.get('tab.a')).toBeUndefined();
  });

  test('leaves a frozen state as it was while others read and write', async () => {
    await write('tab.a', Buffer.of(1));
    expect(environment.get('tab.a')).toEqual(Buffer.of(1));
    const frozen = environment.freeze();
    await write('tab.a', Buffer.of(2));
    expect(environment.get('tab.a')).toEqual(Buffer.of(2));
    await write('tab.a', Buffer.of(3));
    expect(environment.get('tab.a', frozen)).toEqual(Buffer.of(1));
    expect(environment.get('tab.a')).toEqual(Buffer.of(3));
    frozen.done();
    expect(environment.get('tab.a')).toEqual(Buffer.of(3));
  });

  test('uses pages again that nobody needs, also when it is read between all writes', async () => {
    const value = Buffer.alloc(64 * 1024, 1);
    const rewrite = async (times: number): Promise<number> => {
      for (let round = 0; round < times; round += 1) {
        await write('tab.a', value);
        expect(environment.get('tab.a')).toHaveLength(value.length);
      }
      return statSync(file).size;
    };
    const settled = await rewrite(30);
    expect(await rewrite(300)).toBe(settled);
  });
});
