// F5, W2: every address on every page leads somewhere, below the base path.

import { describe, test } from 'node:test';

import { assertNone, fault } from '../helpers/faults.js';
import { get, sites } from '../helpers/sites.js';
import { visits } from '../helpers/visits.js';

const FOREIGN = ['http:', 'https:', 'mailto:'];

describe('links', () => {
  for (const site of sites) {
    test(`every link and anchor resolves, ${site.name}`, async () => {
      const faults = [];
      for (const [page, { links }] of await visits(site)) {
        for (const link of links) {
          const what = await wrongWith(site, page, link);
          if (what) faults.push(fault(page, `${link} ${what}`));
        }
      }
      assertNone(faults);
    });

    test(`every page is there and says its own address, ${site.name}`, async () => {
      assertNone([...(await visits(site))].flatMap(([page, { status, canonical }]) => [
        ...(status === 200 ? [] : [fault(page, `is answered with ${status}`)]),
        ...(page === '404.html' || hasPath(canonical, site.base + page) ? [] : [fault(page, `calls itself ${canonical}`)]),
      ]));
    });

    test(`every page can be reached from the home page, ${site.name}`, async () => {
      const reached = reachable(site, await visits(site));
      // Neither is for those who walk from page to page.
      const aside = ['404.html', 'om/design/'];
      const lost = site.pages.filter((page) => !aside.includes(page) && !reached.has(page));
      assertNone(lost.map((page) => fault(page, 'no link leads there')));
    });
  }
});

/** What is wrong with `link` on `page`, if anything. External addresses are not asked for. */
async function wrongWith(site, page, link) {
  const url = resolve(link, site.address + page);
  if (!url) return 'is not an address';
  if (url.origin !== new URL(site.address).origin) {
    return FOREIGN.includes(url.protocol) ? undefined : 'may not be linked to';
  }
  if (!url.pathname.startsWith(site.base)) return 'leaves the base path';
  return wrongAt(url);
}

async function wrongAt(url) {
  const anchor = decodeURIComponent(url.hash.slice(1));
  const isAnchored = url.href.includes('#');
  url.hash = '';
  const { status, type, body } = await get(url.href);
  if (status !== 200) return `is answered with ${status}`;
  if (!isAnchored) return undefined;
  if (!type.startsWith('text/html')) return 'is an anchor in something that is no page';
  return ids(url.href, body).has(anchor) ? undefined : 'has no such anchor';
}

const known = new Map();

function ids(address, body) {
  if (!known.has(address)) {
    const found = body.toString().matchAll(/<[^>]*\sid="([^"]*)"/g);
    known.set(address, new Set([...found].map(([, id]) => id)));
  }
  return known.get(address);
}

function resolve(link, base) {
  return URL.canParse(link, base) ? new URL(link, base) : undefined;
}

function hasPath(url, path) {
  return url !== undefined && URL.canParse(url) && new URL(url).pathname === path;
}

/** The pages that links lead to, one after the other, from the home page. */
function reachable(site, visited) {
  const reached = new Set(['']);
  for (const page of reached) {
    for (const link of visited.get(page)?.links ?? []) {
      const url = resolve(link, site.address + page);
      if (url?.href.startsWith(site.address)) reached.add(url.pathname.slice(site.base.length));
    }
  }
  return reached;
}
