// S1, F2: the field in the header suggests municipalities, and nothing of it
// loads before it is used.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { violations } from '../helpers/axe.js';
import { DESKTOP, PHONE, withPages } from '../helpers/browser.js';
import { assertNone, fault } from '../helpers/faults.js';
import { searched } from '../helpers/search.js';
import { sites } from '../helpers/sites.js';

const PAGE = 'kommuner/lund/';
/** Where a phone has the field: elsewhere its header leads to the search page. */
const HOME = '';
const MOST_ROWS = 8;
const ROWS = '#sok-forslag [role=option]';

const portals = sites.filter((site) => site.content === 'repository');
const [portal] = portals;

async function on(site, use, options = {}) {
  const at = options.viewport === PHONE ? HOME : PAGE;
  await withPages(options, [at], async (page) => {
    await page.goto(site.address + at);
    await use(page, page.locator('#sok'));
  });
}

const chosen = (page) => page.locator(`${ROWS}[aria-selected=true]`);
const rows = (page) => page.locator(ROWS);

describe('suggester', { concurrency: 2 }, () => {
  for (const site of portals) {
    test(`by keyboard from a misspelt name to its page, ${site.name}`, async () => {
      await on(site, async (page, field) => {
        await field.focus();
        await page.keyboard.type('Lindsberg');
        await rows(page).first().waitFor();
        assert.match(await rows(page).first().innerText(), /^Lindesberg/);
        assert.equal(await field.getAttribute('aria-expanded'), 'true');
        await page.keyboard.press('ArrowDown');
        assert.equal(await field.getAttribute('aria-activedescendant'), await chosen(page).getAttribute('id'));
        await page.keyboard.press('Enter');
        await page.waitForURL(`${site.address}kommuner/lindesberg/`);
      });
    });

    test(`a name leads to its page, words to the search, ${site.name}`, async () => {
      await on(site, async (page, field) => {
        await field.fill('habo');
        await rows(page).first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(`${site.address}kommuner/habo/`);
        assert.equal(await page.locator('h1').innerText(), 'Habo kommun');
      });
      for (const [query, address] of [['Burlövs kommun', 'kommuner/burlov/'], ['falu kommun', 'kommuner/falun/'], ['vara', 'sok/?q=vara']]) {
        await on(site, async (page, field) => {
          const names = page.waitForResponse('**/sok/kommuner.json');
          await field.fill(query);
          await names;
          await page.waitForTimeout(100);
          await page.keyboard.press('Enter');
          await page.waitForURL(site.address + address);
        });
      }
      await on(site, async (page, field) => {
        await field.fill('dialog');
        await page.keyboard.press('Enter');
        await page.waitForURL(`${site.address}sok/?q=dialog`);
        await searched(page);
        assert.ok(await page.locator('.hits a').count() > 0);
      });
    });
  }

  test('arrows go round, Escape closes, rows are few', async () => {
    await on(portal, async (page, field) => {
      await field.fill('s');
      await rows(page).first().waitFor();
      assert.equal(await rows(page).count(), MOST_ROWS);
      await page.getByRole('combobox', { name: 'Sök i utvärderingarna', expanded: true }).waitFor();
      await page.getByRole('listbox', { name: 'Förslag' }).waitFor();
      await page.keyboard.press('ArrowUp');
      assert.equal(await chosen(page).getAttribute('id'), await rows(page).last().getAttribute('id'));
      await page.keyboard.press('ArrowDown');
      assert.equal(await chosen(page).count(), 0, 'the field itself is between last and first');
      await page.keyboard.press('ArrowDown');
      assert.equal(await chosen(page).getAttribute('id'), await rows(page).first().getAttribute('id'));
      await page.keyboard.press('Escape');
      assert.equal(await page.locator(`${ROWS}:visible`).count(), 0);
      assert.deepEqual([await field.getAttribute('aria-expanded'), await field.inputValue()], ['false', 's']);
    });
  });

  test('a screen reader is told of the field, its rows and the chosen one', async () => {
    await on(portal, async (page, field) => {
      const topics = page.waitForResponse('**/sok/amnen.json');
      await field.fill('styr');
      await topics;
      await rows(page).nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      const client = await page.context().newCDPSession(page);
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const withRole = (role) => nodes.filter((node) => !node.ignored && node.role.value === role);
      const property = (node, name) => node.properties.find((it) => it.name === name)?.value;
      const combobox = withRole('combobox').find((node) => node.name.value === 'Sök i utvärderingarna');
      assert.equal(property(combobox, 'expanded').value, true);
      assert.equal(property(combobox, 'activedescendant').relatedNodes[0].idref, 'sok-forslag-0');
      assert.deepEqual(withRole('listbox').map((node) => node.name.value), ['Förslag']);
      const options = withRole('option');
      assert.equal(options[0].name.value, 'Styrning och kontroll område');
      assert.match(options[1].name.value, / gott exempel, /);
      assert.deepEqual(options.map((node) => property(node, 'selected').value), options.map((_, i) => i === 0));
    });
  });

  test('rows are one column, as wide as the list', async () => {
    for (const viewport of [PHONE, DESKTOP]) {
      await on(portal, async (page, field) => {
        await field.fill('li');
        await rows(page).first().waitFor();
        const list = await page.locator('#sok-forslag').evaluate((it) => it.clientWidth);
        const boxes = await rows(page).evaluateAll((all) => all.map((it) => [it.offsetLeft, it.offsetWidth]));
        assert.deepEqual(boxes, boxes.map(() => [0, list]));
      }, { viewport });
    }
  });

  test('areas and topics lead to their places', async () => {
    for (const [query, address] of [['brukarens', 'omraden/brukarens-fokus/'], ['verktyg', 'kommuner/burlov/2020/#exempel-dialog-komplexa-fragor']]) {
      await on(portal, async (page, field) => {
        await field.fill(query);
        await rows(page).first().click();
        await page.waitForURL(portal.address + address);
      });
    }
  });

  test('a press on a row leads there as well', async () => {
    await on(portal, async (page, field) => {
      await field.fill('burl');
      await rows(page).first().click();
      await page.waitForURL(`${portal.address}kommuner/burlov/`);
    });
  });

  test('nothing is fetched before the field has the focus', async () => {
    await withPages({}, [PAGE], async (page) => {
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(portal.address + PAGE, { waitUntil: 'networkidle' });
      assertNone(asked.filter((it) => /suggest|kommuner\.json|\/sok\//.test(it)).map((it) => fault(PAGE, `asks for ${it}`)));
      const before = asked.length;
      const names = page.waitForResponse('**/sok/kommuner.json');
      await page.locator('#sok').focus();
      await names;
      assert.match(asked[before], /suggest/);
      assert.equal(asked.length, before + 3, 'script, letters, names');
    });
  });

  test('what is typed while it loads is answered', async () => {
    await on(portal, async (page, field) => {
      await page.route('**/*suggest*.js', async (route) => {
        await new Promise((resolve) => { setTimeout(resolve, 300); });
        await route.continue();
      });
      await field.fill('lund');
      await rows(page).first().waitFor();
      assert.match(await rows(page).first().innerText(), /^Lund\b/);
    });
  });

  test('axe-core finds no violation while it is open, and it stays in view', async () => {
    for (const viewport of [PHONE, DESKTOP]) {
      await on(portal, async (page, field) => {
        await field.fill('li');
        await rows(page).first().waitFor();
        await page.keyboard.press('ArrowDown');
        const { x, width, height } = await page.locator('#sok-forslag').boundingBox();
        assert.ok(x >= 0 && x + width <= viewport.width && height > 100, `${viewport.width} px: from ${x}, ${width} wide`);
        if (viewport === DESKTOP) assertNone((await violations(page)).map((what) => fault(PAGE, what)));
      }, { viewport });
    }
  });

  test('the header is one row on a desktop', async () => {
    await on(portal, async (page) => {
      const boxes = await page.locator('.site-header .wrap > *').evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.getBoundingClientRect()));
      const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2);
      assert.ok(Math.max(...middles) - Math.min(...middles) < 4, `middles at ${middles}`);
    });
  });
});
