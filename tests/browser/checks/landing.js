// Where a link leads to in a long evaluation: what it points at is in sight, and so is whose
// evaluation it is. Back and reload lead to the same words.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

import { DESKTOP, PHONE, withPages } from '../helpers/browser.js';
import { sites } from '../helpers/sites.js';

const site = sites.find((it) => it.content === 'repository' && it.base === '/');
const EVALUATION = 'kommuner/lund/2011/';
const SPOTS = ['text-1-1', 'text-5-1', 'omrade-8', 'kallor'];

describe('landing', () => {
  for (const viewport of [PHONE, DESKTOP]) {
    test(`a link into an evaluation shows whose it is, ${viewport.width} px`, async () => {
      for (const spot of SPOTS) {
        await withPages({ viewport }, [EVALUATION], async (page) => {
          await page.goto(`${site.address}${EVALUATION}#${spot}`);
          const whose = page.locator('.whose');
          assert.match(await whose.innerText(), /^Lunds kommun\s+2011/);
          const [bar, target] = await Promise.all([whose, page.locator(`#${spot}`)].map((it) => it.boundingBox()));
          assert.ok(Math.abs(bar.y) < 1, `${spot}: the bar stands at ${bar.y}`);
          const room = target.y - bar.y - bar.height;
          assert.ok(room >= 0 && target.y < viewport.height / 2, `${spot} lies ${room} px below the bar`);
          await whose.getByRole('link', { name: 'Till sidans början' }).click();
          await page.waitForFunction(() => scrollY < 200);
        });
      }
    });
  }

  test('Back and reload lead to where one was in an evaluation', async () => {
    await withPages({ viewport: PHONE }, [EVALUATION], async (page) => {
      await page.goto(`${site.address}${EVALUATION}#omrade-7`);
      await page.mouse.wheel(0, 900);
      const words = () => page.evaluate(() => document.elementFromPoint(100, 300).textContent.trim());
      await setTimeout(300);
      const before = await words();
      await page.goto(`${site.address}metod/`);
      await page.goBack();
      await page.waitForFunction(() => scrollY > 0);
      assert.equal(await words(), before, 'after Back');
      await page.reload();
      await page.waitForFunction(() => scrollY > 0);
      assert.equal(await words(), before, 'after reload');
    });
  });
});
