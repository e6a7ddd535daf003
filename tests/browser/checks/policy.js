// F4: nothing inline, nobody else's server, nothing kept; and a quiet console.

import { describe, test } from 'node:test';

import { assertNone, fault } from '../helpers/faults.js';
import { sites } from '../helpers/sites.js';
import { visits } from '../helpers/visits.js';

describe('policy', () => {
  for (const site of sites) {
    const origin = new URL(site.address).origin;
    const isForeign = (url) => !url.startsWith('data:') && new URL(url).origin !== origin;

    const check = (name, find) => test(`${name}, ${site.name}`, async () => {
      const pages = [...(await visits(site))];
      assertNone(pages.flatMap(([page, visit]) => find(visit).map((what) => fault(page, what))));
    });

    check('no error, warning, violation or failed request', ({ messages }) => messages);
    check('no request to another server', ({ requests }) => {
      return requests.map(({ url }) => url).filter(isForeign).map((url) => `asks for ${url}`);
    });
    check('no cookie and nothing stored', ({ kept }) => kept.map((it) => `keeps ${it}`));
  }
});
