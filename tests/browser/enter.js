// How long it takes from Enter to the first hit on a slow phone, and from a link that has the
// query already, as the field in every header makes them, on a built site:
//
//     node tests/browser/enter.js SITE [QUERY …]
//
// The network is what Chromium's tools call slow 4G (562.5 ms until an answer begins, 180 kB a
// second), the processor four times slower than it is, and every visit the first. Files come
// gzipped. Times vary with the machine and are no gate: the least of several says most where
// others use it, and rounds say what no machine changes. Rounds and bytes have their gates in
// `tests/search/budget.test.js`.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { closeBrowser, PHONE, withPages } from './helpers/browser.js';

const [folder, ...asked] = process.argv.slice(2);
if (!folder) throw new Error('which site?');
// A name alone would lead to its page.
const QUERIES = asked.length ? asked : ['hemtjänst', 'medborgardialog', 'lund skola', 'goda exempel jämställdhet', 'hur jobbar kommunen med digitala tjänster'];

const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const SLOWER = 4;
const TRIES = 5;

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, 'http://site');
  const file = join(resolve(folder), decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return response.writeHead(404).end();
  const type = TYPES[extname(file)];
  // An index is packed by itself.
  const packed = type ? { 'content-type': type, 'content-encoding': 'gzip' } : { 'content-type': 'application/octet-stream' };
  response.writeHead(200, packed).end(type ? gzipSync(bytes) : bytes);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${server.address().port}/`;

/** Runs in the page: when Enter was pressed, the first hit stood there, and all texts did. */
function watch() {
  const times = (globalThis.times = {});
  addEventListener('keydown', ({ key }) => { if (key === 'Enter') times.enter = performance.now(); }, true);
  new MutationObserver(() => {
    if (!(times.enter ||= location.search && 1) || !document.querySelector('[data-hits] li')) return;
    times.first ??= performance.now();
    if (document.querySelector('[data-hits][aria-busy="false"]')) times.all ??= performance.now();
  }).observe(document, { attributes: true, childList: true, subtree: true });
}

/** How many of these loads waited for each other. */
function rounds(loads) {
  let [count, end] = [0, -Infinity];
  for (const { startTime, responseEnd } of loads.sort((a, b) => a.startTime - b.startTime)) {
    if (startTime < end) end = Math.min(end, responseEnd);
    else [count, end] = [count + 1, responseEnd];
  }
  return count;
}

async function slow(page) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', SLOW_4G);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(watch);
}

/** What the page has noted, once all texts stand there. */
async function timed(page) {
  for (;;) {
    const times = await page.evaluate(() => globalThis.times);
    if (times?.all) return times;
    await setTimeout(100);
  }
}

/** From the click on a link to the first hit, in ms. */
async function arrival(words) {
  let first;
  await withPages({ viewport: PHONE }, [words], async (page) => {
    await slow(page);
    await page.goto(`${address}sok/?${new URLSearchParams({ q: words })}`);
    ({ first } = await timed(page));
  });
  return first;
}

const rows = {};
for (const words of QUERIES) {
  const taken = [];
  for (let at = 0; at < TRIES; at++) {
    await withPages({ viewport: PHONE }, [words], async (page) => {
      await slow(page);
      await page.goto(`${address}sok/`, { waitUntil: 'load' });
      await page.locator('#fraga').click();
      // As fast as few can type.
      await page.keyboard.type(words, { delay: 50 });
      await page.keyboard.press('Enter');
      const times = await timed(page);
      const loads = await page.evaluate(() => performance.getEntriesByType('resource').map(({ startTime, responseEnd }) => ({ startTime, responseEnd })));
      const before = loads.filter(({ responseEnd }) => responseEnd > times.enter && responseEnd <= times.first);
      const arrived = await arrival(words);
      taken.push({ arrived, first: times.first - times.enter, all: times.all - times.enter, rounds: rounds(before) });
    });
  }
  const sorted = (name) => taken.map((it) => it[name]).sort((a, b) => a - b);
  const [first, all, arrived] = [sorted('first'), sorted('all'), sorted('arrived')].map((it) => it.map(Math.round));
  rows[words] = { 'first hit, least ms': first[0], 'median ms': first[TRIES >> 1], 'texts of all, least ms': all[0], 'rounds waited for': sorted('rounds')[TRIES >> 1], 'by link, least ms': arrived[0], 'by link, median ms': arrived[TRIES >> 1] };
}
console.table(rows);
await closeBrowser();
server.close();
