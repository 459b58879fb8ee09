import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readEnvironment } from './platform/env.js';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Compose {
  services: Record<
    string,
    {
      environment?: Record<string, string>;
      healthcheck?: { test: string[] };
      command?: string[];
      read_only?: boolean;
      depends_on?: Record<string, { condition: string }>;
    }
  >;
}
const compose = parse(read('docker-compose.yml')) as Compose;
const workflow = parse(read('.github/workflows/test.yml')) as {
  jobs: Record<string, { steps: { run?: string; env?: Record<string, string> }[] }>;
};
const dockerfile = read('Dockerfile');

/** `${NAME:-default}` as Docker Compose reads it when NAME is not set. */
const withDefaults = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
const variablesThatAreRead = [...read('server/src/platform/env.ts').matchAll(/\(env, '([A-Z_]+)'/g)].map(([, name]) => name ?? '');

describe('the container files', () => {
  test('give the portal only settings that it reads, and settings that it accepts', () => {
    const settings = Object.fromEntries(
      Object.entries(compose.services.portal?.environment ?? {}).map(([name, value]) => [name, withDefaults(value)]),
    );
    expect(Object.keys(settings).filter((name) => !variablesThatAreRead.includes(name))).toEqual([]);
    const environment = readEnvironment(settings);
    expect(environment.mongodbUri).toBe('mongodb://mongodb:27017/plenum?replicaSet=plenum');
    expect(environment.host).toBe('0.0.0.0');
    expect(environment.smtpUrl).toBe('smtp://mail:1025');
  });

  test('name one replica set in the address, in the command and in the health check', () => {
    const mongodb = compose.services.mongodb;
    expect(mongodb?.command).toContain('plenum');
    expect(mongodb?.healthcheck?.test.join(' ')).toContain("_id: 'plenum'");
    expect(compose.services.portal?.depends_on?.mongodb?.condition).toBe('service_healthy');
    expect(compose.services.portal?.read_only).toBe(true);
  });

  test('start a program that the build writes, as a user without rights', () => {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
    expect(command.join(' ')).toBe(scripts.start.replace('scripts/start.mjs', 'server/dist/main.js'));
    expect(existsSync(join(root, 'server/src/main.ts'))).toBe(true);
    expect(JSON.parse(read('server/tsconfig.build.json'))).toMatchObject({ compilerOptions: { outDir: 'dist', rootDir: 'src' } });
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test('copy only what is in the repository or comes from the build', () => {
    const sources = [...dockerfile.matchAll(/^COPY (?:--from=build \/plenum\/)?(?!--from)(\S+(?: \S+)*) \S+$/gm)].flatMap(([, list]) =>
      (list ?? '').split(' '),
    );
    const missing = sources.filter(
      (source) => !/(^|\/)(dist|node_modules)$/.test(source) && source !== '.' && !existsSync(join(root, source)),
    );
    expect(sources.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  test('ask the health address that the portal answers', () => {
    expect(dockerfile).toContain('/health/ready');
  });
});

describe('the workflow', () => {
  test('runs the same script on the embedded database and on MongoDB 8', () => {
    for (const job of ['embedded', 'mongodb']) expect(workflow.jobs[job]?.steps.some((step) => step.run === 'bash .ci/run')).toBe(true);
    const onMongoDB = workflow.jobs.mongodb?.steps.find((step) => step.run === 'bash .ci/run');
    expect(onMongoDB?.env?.MONGODB_URI).toMatch(/^mongodb:\/\//);
    expect(workflow.jobs.mongodb?.steps.some((step) => step.run?.includes('mongo:8'))).toBe(true);
  });
});

describe('the example of settings', () => {
  test('names every setting that is read, and no other', () => {
    const named = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    // Libraries read that one.
    expect([...named].sort()).toEqual([...variablesThatAreRead, 'NODE_ENV'].sort());
  });
});
