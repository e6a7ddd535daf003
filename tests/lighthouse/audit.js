// What Lighthouse says of six templates of the repository's portal on a telephone. A report
// for people, and gates for what does not vary with the machine:
//
//     tests/lighthouse/run [/PAGE/ …]
//
// KOMPASS names the program if it is not the debug build of this repository. Speed is that of
// this machine and is only told; so is a page's score of it.

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const PROGRAM = resolve(process.env.KOMPASS ?? join(REPOSITORY, 'target/debug/kompass'));

const asked = process.argv.slice(2).map((page) => page.replace(/^\//, ''));
const PAGES = asked.length ? asked : ['', 'kommuner/', 'kommuner/lund/', 'kommuner/lund/2011/', 'jamfor/2020/', 'sok/?q=dialog'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Scores that every page must have. */
const PERFECT = ['accessibility', 'best-practices', 'seo'];
/** How far what a page shows may be shifted while it loads. */
const MOST_SHIFT = 0.02;

/** Builds the site, as it is published: what `kompass serve` shows is for no search engine. */
function build(folder) {
  const options = ['build', '--root', REPOSITORY, '--base-path', '/', '--output', folder];
  execFileSync(PROGRAM, options, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Serves `folder` on this machine, packed as servers do; the address. */
async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://site');
    const file = join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) return response.writeHead(404).end();
    const type = TYPES[extname(file)];
    if (!type) return response.end(bytes); // an index is packed by itself
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(bytes));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** What Lighthouse finds. A machine that is busy may paint nothing in time: then once more. */
async function found(address, port, tries = 2) {
  const { lhr } = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: 'error' });
  if (!lhr.runtimeError) return lhr;
  if (tries > 1) return found(address, port, tries - 1);
  throw new Error(`${address}: ${lhr.runtimeError.message}`);
}

/** What is told of a page, and what is wrong with it. */
async function audit(address, page, port) {
  const lhr = await found(address + page, port);
  const score = (id) => Math.round(100 * lhr.categories[id].score);
  const shift = lhr.audits['cumulative-layout-shift'].numericValue;
  const figures = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'];
  return {
    told: [...CATEGORIES.map(score), shift.toFixed(3), ...figures.map((id) => lhr.audits[id].displayValue)],
    faults: [
      ...PERFECT.filter((id) => score(id) < 100).map((id) => `${id}: ${score(id)}: ${failed(lhr, id)}`),
      ...(shift < MOST_SHIFT ? [] : [`layout shift: ${shift.toFixed(3)}`]),
    ],
  };
}

/** The audits of a category that take from its score. */
function failed({ audits, categories }, category) {
  const lost = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
  return lost.map(({ id }) => `${audits[id].title} (${id})`).join('; ');
}

const folder = join(mkdtempSync(join(tmpdir(), 'kompass-lighthouse-')), 'site');
build(folder);
const { server, address } = await serve(folder);
const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu'] });
const faults = [];
try {
  console.log('| page | performance | accessibility | best practices | SEO | shift | first paint | largest paint | blocked |');
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const page of PAGES) {
    const { told, faults: wrong } = await audit(address, page, chrome.port);
    console.log(`| /${page} | ${told.join(' | ')} |`);
    faults.push(...wrong.map((what) => `/${page}: ${what}`));
  }
} finally {
  chrome.kill();
  server.close();
  rmSync(dirname(folder), { recursive: true });
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? `${PAGES.length} pages, nothing below its gate` : `${faults.length} below their gate`);
process.exitCode = faults.length === 0 ? 0 : 1;
