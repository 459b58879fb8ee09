// Which packages Jest has to turn into CommonJS: those that are ES modules. All others are loaded as they are, without being read, hashed and kept a second time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

const installed = Object.keys(JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages);

function isOfModules(folder) {
  try {
    return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).type === 'module';
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

const names = new Set(installed.filter(isOfModules).map((folder) => folder.split('node_modules/').at(-1)));

/** For `transformIgnorePatterns`: the files of packages that are CommonJS already. */
export const commonJsPackages = `/node_modules/(?!(?:.*/node_modules/)?(?:${[...names].join('|')})/).*\\.c?js$`;
