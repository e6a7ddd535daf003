// F2: at 320 px and with text twice as large, a page never scrolls sideways;
// tables that are too wide scroll inside their frame.

import { describe, test } from 'node:test';

import { assertNone, fault } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { visits } from '../helpers/visits.js';

describe('reflow', () => {
  for (const site of rootSites) {
    test(`no page scrolls sideways, ${site.name}`, async () => {
      const pages = [...(await visits(site))];
      assertNone(pages.flatMap(([page, { overflows }]) => overflows.map((what) => fault(page, what))));
    });
  }
});
