// How long the tables and the comparison of a large portal take to answer, on a built site:
//
//     node tests/browser/react.js SITE
//
// From the press or the key to the next picture, on the processor as it is and on one four times
// slower, as a telephone's. Times vary with the machine and are no gate.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';

import { closeBrowser, PHONE, withPages } from './helpers/browser.js';
import { compared } from './helpers/comparison.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('which site?');
const SLOWER = [1, 4];
const TRIES = 5;

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, 'http://site');
  const file = join(resolve(folder), decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(bytes);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${server.address().port}/`;

/** Runs in the page: the milliseconds until the picture after what `act` does. */
const timed = (act) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => { setTimeout(done); }));
  const begun = performance.now();
  const done = act();
  return Promise.resolve(done).then(painted).then(() => performance.now() - begun);
};

/** Milliseconds, the median of several tries; `act` is called in the page with the number of the try. */
async function measure(page, act) {
  const times = [];
  for (let i = 0; i < TRIES; i += 1) times.push(await page.evaluate(`(${timed})(() => (${act})(${i}))`));
  return Math.round(times.sort((a, b) => a - b)[TRIES >> 1]);
}

const rows = {};

/** Measures `acts`, each under its name, at every speed of the processor. */
async function row(page, name, acts) {
  const tools = await page.context().newCDPSession(page);
  rows[name] = {};
  for (const rate of SLOWER) {
    await tools.send('Emulation.setCPUThrottlingRate', { rate });
    for (const [what, act] of Object.entries(acts)) rows[name][`${what}, ms at 1/${rate}`] = await measure(page, act);
  }
}

for (const path of ['kommuner/', 'jamfor/2020/']) {
  await withPages({ viewport: PHONE }, [path], async (page) => {
    await page.goto(address + path);
    await page.locator('.table-tools').first().waitFor({ state: 'visible' });
    const count = await page.locator('table').first().locator('tbody tr').count();
    await row(page, `${path}, ${count} rows`, {
      order: () => document.querySelector('thead th.figure button').click(),
      'key of the filter': (i) => {
        const field = document.querySelector('[name=namn]');
        field.focus();
        field.value = 'lin'.slice(0, i % 4);
        field.dispatchEvent(new Event('input'));
      },
    });
  });
}
await withPages({ viewport: PHONE }, [0], async (page) => {
  await page.goto(`${address}jamfor/`);
  await compared(page);
  const codes = await page.locator('tr[data-editions]').evaluateAll((all) => all.map((row) => row.dataset.kommun));
  const act = `(i) => new Promise((done) => {
    const root = document.querySelector('[data-comparison-root]');
    const codes = ${JSON.stringify(codes)}.slice(i * 5, i * 5 + 5);
    new MutationObserver((_, it) => { if (root.dataset.shown) { it.disconnect(); done(); } }).observe(root, { attributes: true });
    history.pushState(null, '', '?kommun=' + codes);
    dispatchEvent(new Event('popstate'));
  })`;
  await row(page, `jamfor/, five of ${codes.length}`, { 'side by side': act });
});
console.table(rows);
await closeBrowser();
server.close();
