// The page that compares: what stands side by side is what the data say, nothing is
// subtracted across editions, and the choice stands in the address.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { DESKTOP, PHONE, withPages } from '../helpers/browser.js';
import { compared, comparison, read } from '../helpers/comparison.js';
import { get, sites } from '../helpers/sites.js';

const portals = sites.filter((site) => site.content === 'repository');
const [portal] = portals;

const [BURLOV, VALLENTUNA, LUND, NACKA, MALMO, HOGANAS] = ['1231', '0115', '1281', '0182', '1280', '1284'];

async function on(site, address, use, options = {}) {
  await withPages(options, [address], async (page) => {
    await page.goto(site.address + address);
    await compared(page);
    await use(page);
  });
}

const seen = async (page) => {
  await compared(page);
  return page.evaluate(read);
};

/** The rows of a CSV file by kommunkod, as objects. */
async function table(site, edition) {
  const { body } = await get(`${site.address}data/kommunkompassen-${edition}.csv`);
  const [head, ...lines] = body.toString().trim().split(/\r?\n/).map(fields);
  return new Map(lines.map((line) => [line[0], Object.fromEntries(head.map((name, i) => [name, line[i]]))]));
}

const fields = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);

describe('comparison', { concurrency: 2 }, () => {
  for (const site of portals) {
    test(`what stands side by side is what the data say, ${site.name}`, async () => {
      const rows = await table(site, '2020');
      const codes = [BURLOV, VALLENTUNA, HOGANAS];
      await on(site, comparison(codes), async (page) => {
        const { blocks: [block, ...others], title } = await seen(page);
        assert.equal(title, 'Burlöv, Vallentuna, Höganäs – Jämför kommuner – Kommunkompassen');
        assert.equal(block.name, 'Sida vid sida, 2020 års utgåva');
        assert.deepEqual(block.names, ['Burlöv', 'Vallentuna', 'Höganäs']);
        assert.equal(block.rows.length, 9);
        for (const [i, { name, values, difference, marks }] of block.rows.entries()) {
          const key = i ? `omrade_${i}` : 'totalpoang';
          const expected = codes.map((code) => rows.get(code)[key].replace('.', ',') || '–');
          const numbers = expected.filter((it) => it !== '–').map((it) => Number(it.replace(',', '.')));
          const apart = Math.max(...numbers) - Math.min(...numbers);
          const among = numbers.length < codes.length ? ` bland de ${numbers.length} som har värde` : '';
          const most = block.names.filter((_, at) => expected[at] !== '–' && Number(expected[at].replace(',', '.')) === Math.max(...numbers));
          assert.deepEqual(values.map((it) => it.replace(' (beräknad)', '')), expected, name);
          assert.equal(difference, `Skillnad ${apart}${among}${apart ? `, flest poäng: ${most.join(' och ')}` : ''}`, name);
          assert.equal(marks, numbers.length, name);
        }
        assert.match(block.missing, /– Höganäs 2023: \d+ av värdena saknas \(inte publicerat\)/);
        assert.deepEqual(others.map((it) => it.name), ['Sida vid sida, 2016 års utgåva'], 'Vallentuna and Höganäs have it in common');
      });
    });
  }

  test('what no other has in an edition stands apart and is not subtracted', async () => {
    await on(portal, comparison([BURLOV, LUND]), async (page) => {
      const { blocks, rest, status } = await seen(page);
      assert.deepEqual(blocks, []);
      assert.deepEqual(rest, ['Burlöv 595 (2020 års utgåva, 2020)', 'Lund 458,9 (2010 års utgåva, 2011)']);
      assert.equal(status, '');
      await page.getByText('har ingen utgåva gemensam').waitFor();
    });
  });

  test('sub-areas and the order are in the address, and areas take their sub-areas along', async () => {
    await on(portal, comparison([HOGANAS, '0781'], '&delomraden=1'), async (page) => {
      const { blocks: [block] } = await seen(page);
      assert.ok(block.rows.length > 40, `${block.rows.length} rows`);
      await page.getByLabel('Störst skillnad först').check();
      assert.match(page.url(), /ordna-efter=1/);
      const { blocks: [again] } = await seen(page);
      assert.equal(again.rows[0].kind, 'total');
      assert.equal(again.rows.length, block.rows.length);
      const apart = again.rows.filter((it) => it.kind === 'area').map((it) => it.difference).filter(Boolean);
      assert.ok(apart.length > 5, `${apart}`);
      const falling = apart.map((it) => Number(/[\d,]+/.exec(it)[0].replace(',', '.')));
      assert.deepEqual(falling, [...falling].sort((a, b) => b - a));
      let area;
      for (const { kind, name } of again.rows.slice(1)) {
        const [number] = name.split(' ');
        if (kind === 'area') area = number;
        else assert.ok(number.startsWith(`${area}.`), `${number} under ${area}`);
      }
      await page.reload();
      assert.deepEqual((await seen(page)).blocks[0].rows, again.rows);
    });
  });

  test('chosen by typing, offered as similar, taken away, and Back', async () => {
    await on(portal, 'jamfor/', async (page) => {
      const field = page.getByRole('combobox', { name: 'Vilka kommuner vill du jämföra?' });
      await page.getByLabel('Vilka kommuner vill du jämföra?').focus();
      await field.waitFor();
      for (const name of ['burlov', 'vallentuna']) {
        await page.keyboard.type(name);
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.search.split(',').length === (name === 'burlov' ? 1 : 2));
      }
      assert.equal(new URL(page.url()).search, `?kommun=${BURLOV},${VALLENTUNA}`);
      await field.fill('Atlantis');
      await page.getByRole('button', { name: 'Lägg till' }).click();
      await page.getByText('Ingen kommun i registret heter Atlantis.').waitFor();
      await field.fill('höga');
      await page.getByRole('button', { name: 'Lägg till' }).click();
      await page.waitForURL((url) => url.search.endsWith(',1284'));
      await page.goBack();
      await field.fill('upp');
      await page.getByRole('button', { name: 'Lägg till' }).click();
      await page.getByText('Välj en av Upplands').waitFor();
      await field.fill('');
      assert.deepEqual((await seen(page)).chosen, ['Burlöv', 'Vallentuna']);
      await page.getByRole('button', { name: 'Ta bort Burlöv' }).click();
      const one = await seen(page);
      assert.deepEqual([one.chosen, one.blocks, one.status], [['Vallentuna'], [], 'Lägg till minst en kommun till.']);
      assert.ok(await page.getByRole('button', { name: 'Ta bort Vallentuna' }).evaluate((it) => it === document.activeElement));
      await page.goBack();
      assert.deepEqual((await seen(page)).chosen, ['Burlöv', 'Vallentuna']);
      await page.goBack();
      await page.goBack();
      assert.deepEqual((await seen(page)).chosen, []);
    });
    await on(portal, comparison([BURLOV]), async (page) => {
      const { similar: [first] } = await seen(page);
      await page.getByRole('button', { name: first, exact: true }).click();
      assert.deepEqual((await seen(page)).chosen, ['Burlöv', first]);
    });
  });

  test('addresses with unknown, repeated, too many and unevaluated municipalities are told kindly', async () => {
    const cases = [
      [`9999,${BURLOV}`, ['Burlöv'], /^Kommunkoden 9999 finns inte i registret\. Lägg till/],
      [`${BURLOV},${BURLOV},${VALLENTUNA}`, ['Burlöv', 'Vallentuna'], /^$/],
      [`${BURLOV},${MALMO},${VALLENTUNA}`, ['Burlöv', 'Malmö', 'Vallentuna'], /^Ingen utvärdering i portalen: Malmö\.$/],
      [`${BURLOV},${VALLENTUNA},${LUND},${NACKA},${HOGANAS},1766`, ['Burlöv', 'Vallentuna', 'Lund', 'Nacka', 'Höganäs'], /^Högst 5 kommuner får plats\. Togs inte med: \S+\.$/],
      [`${BURLOV},${VALLENTUNA},${LUND}`, ['Burlöv', 'Vallentuna', 'Lund'], /^Står längre ned, eftersom ingen av de andra har samma utgåva: Lund\.$/],
      ['%3Cscript%3E,%22', [], /^Kommunkoden <script>, " finns inte i registret\.$/],
    ];
    for (const [codes, chosen, message] of cases) {
      await on(portal, comparison(codes), async (page) => {
        const found = await seen(page);
        assert.deepEqual(found.chosen, chosen, codes);
        assert.match(found.status, message, codes);
      });
    }
  });

  test('lists of the reports are read side by side', async () => {
    await on(portal, comparison([HOGANAS, '0781']), async (page) => {
      await page.getByText('Läs rapporternas styrkor').first().click();
      const columns = page.locator('.side-by-side').first().locator('> div');
      await columns.first().waitFor();
      const { body } = await get(`${portal.address}kommuner/ljungby/2018/utvardering.json`);
      const [area] = JSON.parse(body.toString()).areas;
      const items = await page.locator('.side-by-side').first().locator('li').allInnerTexts();
      for (const item of area.strengths) assert.ok(items.includes(item), item);
      const link = page.locator('.side-by-side a[href$="/kommuner/ljungby/2018/#styrkor-1"]');
      assert.match(await link.innerText(), new RegExp(`^Styrkor \\(${area.strengths.length}\\)$`));
    });
  });

  test('of two, a sentence says in how many areas each has more and where most', async () => {
    await on(portal, comparison([BURLOV, VALLENTUNA]), async (page) => {
      const { blocks: [block] } = await seen(page);
      const areas = block.rows.slice(1).map(({ name, values }) => ({ name: name.replace(/^\d |\sav 100$/g, ''), values: values.map(Number) }));
      const expected = block.names.map((name, i) => {
        const ahead = areas.filter(({ values }) => values[i] > values[1 - i]);
        const by = ({ values }) => values[i] - values[1 - i];
        const most = Math.max(...ahead.map(by));
        const where = ahead.filter((it) => by(it) === most).map((it) => it.name).join(' och ');
        return ahead.length ? `${name} har fler poäng i ${ahead.length} av 8 områden. Skillnaden är störst i ${where} (+${most}).` : '';
      });
      const level = areas.filter(({ values: [a, b] }) => a === b).length;
      const [total, more] = ['Totalt: Vallentuna 648, Burlöv 595 (beräknad).', 'Vallentuna har 53 poäng mer.'];
      assert.equal(block.leaders, [total, more, ...expected.reverse(), level ? `Lika många poäng i ${level} av 8 områden.` : ''].filter(Boolean).join(' '));
      for (const { name, values, difference } of block.rows.slice(1)) {
        const [a, b] = values.map(Number);
        assert.equal(difference, a === b ? 'Lika många poäng' : `${block.names[+(b > a)]} +${Math.abs(a - b)}`, name);
      }
    });
    await on(portal, comparison([BURLOV, LUND]), async (page) => {
      assert.ok(!await page.locator('.leaders').count(), 'never across editions');
    });
  });

  test('marks of equal values stand on each other, not over each other', async () => {
    await on(portal, comparison([BURLOV, VALLENTUNA]), async (page) => {
      const covered = await page.locator('.side tbody .plot').evaluateAll((plots) => plots.filter((plot) => {
        const [a, b] = [...plot.querySelectorAll('[class^=mark]')].map((it) => it.getBoundingClientRect());
        return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      }).length);
      assert.equal(covered, 0);
      const values = (await seen(page)).blocks[0].rows.map((it) => it.values.map((value) => Number.parseFloat(value)));
      assert.ok(values.some(([a, b]) => a === b), 'some are equal');
    });
  });

  test('a phone shows the dots under the names, print leaves the choice out', async () => {
    await on(portal, comparison([BURLOV, VALLENTUNA]), async (page) => {
      const isUnder = () => page.locator('.side tbody th').first().evaluate((head) =>
        head.querySelector('.plot').getBoundingClientRect().top >= head.querySelector('.below').getBoundingClientRect().bottom);
      assert.ok(await isUnder());
      await page.setViewportSize(DESKTOP);
      assert.ok(!await isUnder());
      await page.emulateMedia({ media: 'print' });
      const { chosen, blocks } = await seen(page);
      assert.deepEqual(chosen, []);
      assert.equal(blocks.length, 1);
    }, { viewport: PHONE });
  });

  test('a failing file is told, with the way to the tables', async () => {
    await withPages({}, [0], async (page) => {
      await page.route('**/resultat.json', (route) => route.abort());
      await page.goto(portal.address + comparison([BURLOV, VALLENTUNA]));
      const { status, blocks } = await seen(page);
      assert.match(status, /^Siffrorna kunde inte hämtas/);
      assert.deepEqual(blocks, []);
      assert.ok(await page.locator('a[href*="/jamfor/2020/"]:visible').count() > 0);
    });
  });

  test('without script the tables are there, and it says so', async () => {
    await withPages({ javaScriptEnabled: false }, [0], async (page) => {
      await page.goto(portal.address + comparison([BURLOV, VALLENTUNA]));
      assert.match(await page.locator('noscript').innerText(), /^Att välja kommuner kräver JavaScript/);
      assert.ok(!await page.locator('[data-comparison-root]').isVisible());
      assert.ok(!await page.locator('.table-tools').first().isVisible());
      await page.locator('a[href$="/jamfor/2020/"]').first().click();
      await page.locator('table.matrix').waitFor();
    });
  });
});
