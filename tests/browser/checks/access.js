// F2: WCAG 2.2 AA and best practice, as far as axe-core can tell.

import { describe, test } from 'node:test';

import { violations } from '../helpers/axe.js';
import { faultsOn } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { views } from '../helpers/templates.js';

describe('access', () => {
  for (const site of rootSites) {
    test(`axe-core finds no violation, ${site.name}`, async () => {
      assertNone(await faultsOn(site, views(site), {}, violations));
    });
  }
});
