// F6: what a page may weigh, compressed as a good host compresses it.

import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { assertNone, fault } from '../helpers/faults.js';
import { get, sites } from '../helpers/sites.js';
import { visits } from '../helpers/visits.js';

const KB = 1000;
const TABLES = /\/(tables|compare|side|address)\.[^/]+\.js$/;
const OVERVIEW = /^kommuner\/[a-z0-9-]+\/$/;

/** At most; bytes by what is asked for, `page` is all of it. */
const BUDGET = {
  document: 40 * KB,
  stylesheet: 12 * KB,
  script: 10 * KB,
  tables: 5 * KB, // scripts of tables and of the comparison
  page: 100 * KB,
  requests: 15,
  elements: 1500, // on overviews of municipalities
};

describe('weight', () => {
  for (const site of sites) {
    test(`every page stays within its budget, ${site.name}`, async (t) => {
      const faults = [];
      const most = Object.fromEntries(Object.keys(BUDGET).map((what) => [what, 0]));
      for (const [page, visit] of await visits(site)) {
        for (const [what, found] of Object.entries(await weigh(site, page, visit))) {
          most[what] = Math.max(most[what], found);
          if (found > BUDGET[what]) faults.push(fault(page, `${what}: ${found}, at most ${BUDGET[what]}`));
        }
      }
      t.diagnostic(`most, ${site.name}: ${Object.entries(most).map((it) => it.join(' ')).join(', ')}`);
      assertNone(faults);
    });
  }
});

async function weigh(site, page, { requests, elements }) {
  const found = { document: 0, stylesheet: 0, script: 0, tables: 0, page: 0, requests: requests.length };
  const own = requests.filter(({ url }) => url.startsWith(site.address));
  const files = new Map(own.map(({ url, type }) => [url, type]));
  for (const [url, type] of files) {
    const size = gzipSync((await get(url)).body).length;
    if (type in found) found[type] += size;
    if (TABLES.test(url)) found.tables += size;
    found.page += size;
  }
  return OVERVIEW.test(page) ? { ...found, elements } : found;
}
