// One Chromium for all checks.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { compared } from './comparison.js';
import { fault } from './faults.js';
import { searched } from './search.js';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ARGUMENTS });

export const closeBrowser = () => browser.close();

/** How many pages are looked at at the same time. */
const SIDE_BY_SIDE = 2;

export const PHONE = { width: 360, height: 800 };
export const DESKTOP = { width: 1280, height: 900 };

/**
 * What `use` makes of each page of `paths`, loaded with all it asks for.
 * `options` are Playwright's for a profile. Profiles cost more than pages do,
 * so several pages share one: what `use` emulates, it says for every page.
 */
export async function onEach(site, paths, options, use) {
  const results = new Map();
  await withPages(options, paths, async (page, path) => {
    await page.goto(site.address + path);
    if (path.startsWith('sok/?')) await searched(page);
    if (path.startsWith('jamfor/?')) await compared(page);
    results.set(path, await use(page));
  });
  return results;
}

/**
 * Does `work` for each of `items` in a browser of its own that has one font only, so that
 * text is as wide on every machine.
 */
export async function pictured(options, items, work) {
  const env = { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') };
  const args = [...ARGUMENTS, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'];
  const own = await chromium.launch({ executablePath, args, env });
  try {
    await withPages(options, items, work, own);
  } finally {
    await own.close();
  }
}

/** Does `work` for each of `items`, some side by side, each with a page to itself. */
export async function withPages(options, items, work, within = browser) {
  const queue = [...items];
  const worker = async () => {
    const context = await within.newContext({ viewport: DESKTOP, ...options });
    const page = await context.newPage();
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(page, item);
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, items.length) }, worker));
}

/** The faults that `find` names on each page of `paths`. */
export async function faultsOn(site, paths, options, find) {
  const found = await onEach(site, paths, options, find);
  return [...found].flatMap(([path, sentences]) => sentences.map((what) => fault(path, what)));
}
