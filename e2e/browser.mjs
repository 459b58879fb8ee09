import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

// The one without windows first: it does the same in three quarters of the time.
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome.exe'];
const usual = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What to type where there is no Chromium. */
export const howToInstall =
  process.platform === 'linux' ? 'sudo apt-get install -y chromium-headless-shell fonts-noto-core' : 'npx playwright-core install chromium';

/** Chromium as it is installed here: named by CHROMIUM_PATH, on the PATH, at a usual place, or brought by Playwright; undefined when there is none. */
export async function launchBrowser() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => programs.map((program) => join(folder, program)));
  const executablePath = [process.env.CHROMIUM_PATH, ...onPath, ...usual, chromium.executablePath()].find((path) => path && canRun(path));
  if (!executablePath) return undefined;
  // Containers run as root, where Chromium has no sandbox; it opens nothing but the portal.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? [...flags, '--no-sandbox'] : flags });
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
