// Tables that are ordered, narrowed down and chosen from.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { PHONE, withPages } from '../helpers/browser.js';
import { sites } from '../helpers/sites.js';

const [portal] = sites.filter((site) => site.content === 'repository');

async function on(address, use, options = {}) {
  await withPages(options, [address], async (page) => {
    await page.goto(portal.address + address);
    await page.locator('.table-tools').first().waitFor({ state: 'visible' });
    await use(page);
  });
}

/** Cells of a column of the first table, as they are shown. */
const column = (page, index) => page.locator('table').first().evaluate((table, at) =>
  [...table.tBodies[0].rows].filter((row) => !row.hidden && row.className !== 'divider')
    .map((row) => row.cells[at].innerText.replace(/\s+/g, ' ').trim()), index);

const rising = (values) => values.every((it, i) => !i || values[i - 1] <= it);
const numbers = (texts) => texts.filter((it) => /^\d/.test(it)).map((it) => Number.parseFloat(it.replace(',', '.')));

describe('tables', { concurrency: 2 }, () => {
  test('ordered by keyboard, both ways, and the live region says how', async () => {
    await on('kommuner/', async (page) => {
      const button = page.getByRole('button', { name: 'Totalpoäng' });
      const head = page.getByRole('columnheader', { name: 'Totalpoäng' });
      const status = page.locator('.table-tools [role=status]').first();
      await button.focus();
      await page.keyboard.press('Enter');
      assert.equal(await head.getAttribute('aria-sort'), 'descending');
      assert.equal(await status.textContent(), 'Ordnad efter Totalpoäng: högst först, utgåva för utgåva.');
      const groups = async () => {
        const editions = (await column(page, 2)).map((it) => /(\d{4}) års utgåva/.exec(it)[1]);
        assert.ok(rising(editions.toReversed()) && new Set(editions).size > 1, `the newest edition first: ${editions}`);
        const points = numbers(await column(page, 1));
        return [...new Set(editions)].map((edition) => points.filter((_, i) => editions[i] === edition));
      };
      const dividers = () => page.locator('.divider:visible').allInnerTexts().then((all) => all.map((it) => it.replaceAll('\u00a0', ' ')));
      assert.deepEqual(await dividers(), ['2020 års utgåva', '2016 års utgåva', '2010 års utgåva']);
      for (const falling of await groups()) assert.ok(rising(falling.toReversed()), `${falling}`);
      await page.keyboard.press('Space');
      assert.equal(await head.getAttribute('aria-sort'), 'ascending');
      assert.ok((await groups()).every(rising));
      await page.locator('select[name=utgava]').selectOption('2016');
      assert.deepEqual((await dividers()).length, 1, 'no name without rows');
      await page.locator('select[name=utgava]').selectOption('');
      await page.getByRole('button', { name: 'Kommun', exact: true }).click();
      assert.deepEqual(await dividers(), []);
      const names = await column(page, 0);
      assert.deepEqual(names, [...names].sort(new Intl.Collator('sv').compare));
      assert.equal(names.at(-1), 'Ängelholm');
      assert.equal(await head.getAttribute('aria-sort'), null, 'one column at a time');
      await page.getByRole('button', { name: 'Utvärderad, utgåva' }).click();
      const years = (await column(page, 2)).map((it) => Number(/\d{4}/.exec(it)[0]));
      assert.ok(rising(years), `by time, not by the names of months: ${years}`);
    });
  });

  test('one choice of county narrows down every table of an area, and stands in the address', async () => {
    await on('omraden/brukarens-fokus/', async (page) => {
      const shown = () => page.locator('table.ranking').evaluateAll((tables) => tables.map((table) =>
        [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.dataset.lan)));
      const all = (await shown()).flat().length;
      await page.getByLabel('Län').selectOption({ label: 'Skåne län' });
      const narrowed = await shown();
      assert.ok(narrowed.length > 1 && narrowed.flat().length < all && narrowed.flat().every((it) => it === 'skane-lan'), `${narrowed}`);
      assert.match(page.url(), /\?lan=skane-lan$/);
      await page.reload();
      await page.getByLabel('Län').waitFor();
      assert.deepEqual(await shown(), narrowed);
    });
  });

  test('missing values come last, both ways', async () => {
    await on('jamfor/2020/', async (page) => {
      const button = page.getByRole('button', { name: '1 Samspel' });
      for (let press = 0; press < 2; press += 1) {
        await button.click();
        const cells = await column(page, 3);
        assert.ok(cells.slice(-2).every((it) => it === '–') && cells.slice(0, -2).every((it) => it !== '–'), `${cells}`);
      }
    });
  });

  test('narrowed down by name and county, in the address, and empty again', async () => {
    await on('kommuner/', async (page) => {
      const all = (await column(page, 0)).length;
      await page.locator('select[name=lan]').selectOption({ label: 'Skåne län' });
      const counties = await column(page, 3);
      assert.ok(counties.length > 1 && counties.length < all && counties.every((it) => it === 'Skåne län'));
      await page.locator('input[name=namn]').fill('HOGA');
      assert.deepEqual(await column(page, 0), ['Höganäs']);
      const status = page.locator('.table-tools [role=status]').first();
      assert.equal(await status.textContent(), `1 av ${all} rader visas.`);
      assert.match(page.url(), /\?lan=skane-lan&namn=HOGA$/);
      await page.reload();
      await page.locator('.table-tools').first().waitFor({ state: 'visible' });
      assert.deepEqual(await column(page, 0), ['Höganäs']);
      await page.locator('input[name=namn]').fill('');
      await page.locator('select[name=lan]').selectOption('');
      assert.equal((await column(page, 0)).length, all);
      assert.equal(new URL(page.url()).search, '');
    });
  });

  test('the order is in the address', async () => {
    await on('jamfor/2010/', async (page) => {
      await page.getByRole('button', { name: 'Totalpoäng' }).click();
      const order = await column(page, 0);
      assert.match(page.url(), /\?ordna=2-$/);
      await page.reload();
      await page.locator('.table-tools').first().waitFor({ state: 'visible' });
      assert.deepEqual(await column(page, 0), order);
    });
  });

  test('a table longer than a screen is ordered as a whole, and nothing stays hidden', async () => {
    await on('goda-exempel/natverk/', async (page) => {
      const body = page.locator('.tall tbody').first();
      const all = await body.locator('tr').count();
      await page.getByRole('button', { name: 'År' }).click();
      await page.locator('.tall tbody:not([aria-busy=true])').first().waitFor();
      const years = await column(page, 2);
      assert.ok(all > 40 && years.length === all, `${years.length} of ${all} rows`);
      assert.ok(rising(years), `${years}`);
      await page.locator('input[name=namn]').fill('2011');
      await page.getByRole('button', { name: 'År' }).click();
      await page.locator('.tall tbody:not([aria-busy=true])').first().waitFor();
      const some = await column(page, 2);
      assert.ok(some.length > 0 && some.length < all, `${some.length} of ${all} rows`);
    });
  });

  test('columns are hidden and come back', async () => {
    await on('jamfor/2020/', async (page) => {
      await page.getByText('Kolumner').click();
      const box = page.getByLabel('4 Effektivitet');
      const head = page.locator('thead th', { hasText: 'Effektivitet' });
      await box.uncheck();
      assert.ok(!await head.isVisible());
      const widths = await page.locator('table').first().evaluate((table) =>
        [...table.rows].map((row) => [...row.cells].filter((it) => !it.hidden).length));
      assert.equal(new Set(widths).size, 1, 'the foot has as many columns as the head');
      await box.check();
      assert.ok(await head.isVisible());
    });
  });

  test('rows are chosen, kept from page to page, five at most, and compared', async () => {
    await on('jamfor/2020/', async (page) => {
      await page.getByLabel('Välj Burlöv för jämförelse').check();
      await page.getByLabel('Välj Vallentuna för jämförelse').check();
      const link = page.getByRole('link', { name: 'Jämför de 2 valda kommunerna' });
      await link.click();
      await page.waitForURL(/jamfor\/\?kommun=1231,0115$/);
      await page.locator('.comparison table').first().waitFor();
      await page.locator('.comparison a[href*="/jamfor/2020/"]').first().click();
      await page.waitForURL(/jamfor\/2020\/\?kommun=1231,0115$/);
      assert.ok(await page.getByLabel('Välj Burlöv för jämförelse').isChecked());
    });
    await on('kommuner/?kommun=1231,0115,1284,1281', async (page) => {
      await page.getByLabel('Välj Nacka för jämförelse').check();
      assert.ok(await page.getByLabel('Välj Lindesberg för jämförelse').isDisabled());
      await page.getByLabel('Välj Burlöv för jämförelse').uncheck();
      assert.ok(await page.getByLabel('Välj Lindesberg för jämförelse').isEnabled());
      assert.equal(new URL(page.url()).search, '?kommun=0115,1284,1281,0182');
    });
  });

  test('the year stands under the name on a phone, and in a column elsewhere', async () => {
    for (const [viewport, isPhone] of [[PHONE, true], [{ width: 1280, height: 700 }, false]]) {
      await on('jamfor/2020/', async (page) => {
        const row = page.locator('tbody tr').first();
        assert.equal(await row.locator('.narrow').isVisible(), isPhone);
        assert.equal(await row.locator('td.date').isVisible(), !isPhone);
        const { right } = await row.locator('td').nth(1).evaluate((cell) => cell.getBoundingClientRect());
        assert.ok(right <= viewport.width, `the total ends at ${right}`);
      }, { viewport });
    }
  });

  test('heads and names stay in sight, on a phone as well', async () => {
    for (const viewport of [PHONE, { width: 1280, height: 700 }]) {
      await on('goda-exempel/natverk/', async (page) => {
        const places = () => page.locator('.tall').evaluate((frame) => {
          const at = (selector) => frame.querySelector(selector).getBoundingClientRect();
          const { top, left } = frame.getBoundingClientRect();
          return { head: at('thead th').top - top, name: at('tbody th').left - left, scrolls: frame.scrollHeight > frame.clientHeight };
        });
        await page.locator('.tall').evaluate((frame) => frame.scrollTo(120, 300));
        const { head, name, scrolls } = await places();
        assert.ok(scrolls, 'the table is longer than its frame');
        assert.ok(Math.abs(head) < 2 && Math.abs(name) < 2, `head ${head}, name ${name}`);
      }, { viewport });
    }
  });
});
