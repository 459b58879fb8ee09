import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Chromium as it is installed here: named by CHROMIUM, at one of the usual places, or brought by Playwright; undefined when there is none. */
export async function launchBrowser() {
  const executablePath = [process.env.CHROMIUM, ...usual, chromium.executablePath()].find((path) => path && existsSync(path));
  if (!executablePath) return undefined;
  // Containers run as root, where Chromium has no sandbox; it opens nothing but the portal.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
