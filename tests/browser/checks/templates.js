import { describe, test } from 'node:test';

import { assertNone, fault } from '../helpers/faults.js';
import { sites } from '../helpers/sites.js';
import { templates } from '../helpers/templates.js';

describe('templates', () => {
  for (const site of sites) {
    test(`every page has one, ${site.name}`, () => {
      const rows = (page) => templates.filter(({ pattern }) => pattern.test(page)).length;
      const odd = site.pages.filter((page) => rows(page) !== 1);
      assertNone(odd.map((page) => fault(page, `fits ${rows(page)} rows of helpers/templates.js instead of one`)));
    });
  }

  test('every row has pages to look at', () => {
    const [{ pages }] = sites;
    const all = templates.flatMap(({ pattern, samples }) => samples.map((page) => ({ page, pattern })));
    assertNone([
      ...all.filter(({ page }) => !pages.includes(page)).map(({ page }) => fault(page, 'a sample that does not exist')),
      ...all.filter(({ page, pattern }) => !pattern.test(page)).map(({ page }) => fault(page, 'a sample in the wrong row')),
    ]);
  });
});
