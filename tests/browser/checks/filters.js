// The filters of the good examples: with the script a click narrows the list
// at once; it must show what the link would have led to.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { faultsOn } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';

const PAGE = 'goda-exempel/';

describe('filters', () => {
  for (const site of rootSites) {
    test(`with and without script they choose the same, ${site.name}`, async () => {
      assertNone(await faultsOn(site, [PAGE], {}, (page) => page.evaluate(otherChoices)));
    });
  }

  test('the choice is in the address, and Back takes it back', async () => {
    const [site] = rootSites;
    assertNone(await faultsOn(site, [PAGE], {}, async (page) => {
      const shown = () => page.locator('[data-lesson]:visible').count();
      const all = await shown();
      await page.locator('a[data-facet]:visible').first().click();
      const some = await shown();
      const address = page.url();
      await page.goBack();
      const again = await shown();
      await page.goto(address);
      assert.deepEqual({ again, shared: await shown() }, { again: all, shared: some });
      assert.ok(some > 0 && some < all, `${some} of ${all} after a click`);
      return [];
    }));
  });
});

/** Runs in the page: the filters whose script and link disagree. */
async function otherChoices() {
  const texts = (lessons) => lessons.map((it) => it.textContent.replace(/\s+/g, ' ').trim()).sort().join('\n');
  const links = [...document.querySelectorAll('a[data-facet]')];
  if (links.length === 0) return ['there are no filters'];
  const faults = [];
  for (const link of links) {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), 'text/html');
    link.click();
    const here = texts([...document.querySelectorAll('[data-lesson]')].filter((it) => !it.closest('[hidden]')));
    const there = texts([...page.querySelectorAll('[data-lesson]')]);
    if (here !== there) faults.push(`other examples than on ${link.getAttribute('href')}`);
    if (link.getAttribute('aria-current') !== 'true') faults.push(`not marked as chosen: ${link.textContent}`);
    link.click();
  }
  return faults;
}
