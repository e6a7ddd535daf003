// What holds the pages together: one header, few sizes of text, few landmarks, and a menu
// that a phone opens without a script.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { DESKTOP, PHONE, onEach, withPages } from '../helpers/browser.js';
import { assertNone, fault } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { views } from '../helpers/templates.js';

/** Pixels that a phone's header may take of its screen. */
const HIGHEST_HEADER = 64;

/** How many places a screen reader lists on a page, at most. */
const MOST_LANDMARKS = 8;

/** Sizes of text on all pages together, without figures and code. */
const MOST_SIZES = 7;

describe('face', { concurrency: 2 }, () => {
  for (const site of rootSites) {
    test(`few landmarks, few sizes of text, a low header, ${site.name}`, async () => {
      for (const viewport of [PHONE, DESKTOP]) {
        const sizes = new Set();
        const measured = await onEach(site, views(site), { viewport }, (page) => page.evaluate(measure));
        const faults = [...measured].flatMap(([address, { header, landmarks, found }]) => {
          for (const size of found) sizes.add(size);
          return [
            ...(landmarks.length > MOST_LANDMARKS ? [fault(address, `${landmarks.length} landmarks: ${landmarks}`)] : []),
            ...(viewport === PHONE && header > HIGHEST_HEADER ? [fault(address, `the header is ${header} px high`)] : []),
          ];
        });
        assertNone(faults);
        assert.ok(sizes.size <= MOST_SIZES, `sizes of text: ${[...sizes].sort((a, b) => a - b)}`);
      }
    });
  }

  test('a phone opens and closes the menu without a script', async () => {
    const [site] = rootSites;
    await withPages({ viewport: PHONE, javaScriptEnabled: false }, [''], async (page) => {
      await page.goto(site.address);
      const areas = page.getByRole('link', { name: 'Områden', exact: true });
      assert.equal(await areas.isVisible(), false);
      await page.getByRole('button', { name: 'Meny' }).click();
      assert.equal(await areas.isVisible(), true);
      await page.keyboard.press('Escape');
      assert.equal(await areas.isVisible(), false);
      await page.getByRole('button', { name: 'Meny' }).focus();
      await page.keyboard.press('Enter');
      await areas.click();
      await page.waitForURL(`${site.address}omraden/`);
    });
  });
});

/** Runs in the page: height of the header, landmarks, and the sizes that text has. */
function measure() {
  const isShown = (element) => element.checkVisibility();
  const named = (element) => element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
  const landmarks = [...document.querySelectorAll('body > header, main, nav, aside, [role=search], [role=region], body > footer, section')]
    .filter((element) => isShown(element) && (element.localName !== 'section' || named(element)));
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('svg, code, pre, option') || !isShown(parent)) continue;
    found.add(Math.round(parseFloat(getComputedStyle(parent).fontSize) * 10) / 10);
  }
  const header = document.querySelector('body > header').getBoundingClientRect().height;
  return { header, found: [...found], landmarks: landmarks.map((it) => it.localName) };
}
