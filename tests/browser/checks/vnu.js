// F1: what the W3C's Nu HTML Checker says of each template. It knows the whole standard;
// markup.js knows what we ask for beyond it. Styles are not given to it: it has not heard of
// properties that every browser has had for years.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { assertNone, fault } from '../helpers/faults.js';
import { get, rootSites } from '../helpers/sites.js';
import { samples } from '../helpers/templates.js';

const CHECKER = resolve(import.meta.dirname, '../node_modules/vnu-jar/build/dist/vnu.jar');
const OPTIONS = ['--errors-only', '--exit-zero-always', '--stdout', '--format', 'json'];

describe('vnu', () => {
  for (const site of rootSites) {
    test(`the Nu HTML Checker finds no error, ${site.name}`, async (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'kompass-vnu-'));
      t.after(() => rmSync(folder, { recursive: true, force: true }));
      const pages = new Map();
      for (const page of samples(site)) pages.set(await written(folder, site, page), page);
      assertNone(errorsIn([...pages.keys()]).map(({ url, message, extract }) => {
        return fault(pages.get(url) ?? url, `${message}: …${extract?.replace(/\s+/g, ' ')}…`);
      }));
    });
  }
});

/** Puts `page`, as it is served, into `folder`; its address there. */
async function written(folder, site, page) {
  const file = join(folder, page.endsWith('.html') ? page : join(page, 'index.html'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, (await get(site.address + page)).body);
  return pathToFileURL(file).href.replace('file:///', 'file:/'); // as Java spells it
}

/** All that is wrong in the files with the addresses `urls`. */
function errorsIn(urls) {
  const files = urls.map((url) => url.replace('file:', ''));
  const { error, stdout, stderr } = spawnSync('java', ['-jar', CHECKER, ...OPTIONS, ...files], { encoding: 'utf8' });
  if (error?.code === 'ENOENT') throw new Error("java is missing: install Debian's default-jre-headless");
  if (error) throw error;
  if (!stdout.startsWith('{')) throw new Error(`the checker failed:\n${stderr}`);
  return JSON.parse(stdout).messages;
}
