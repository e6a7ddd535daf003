// S1–S5, F6: the search page as a reader uses it. What is found is measured in
// tests/search; here it counts that the page brings it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { parse } from 'smol-toml';

import { DESKTOP, PHONE, withPages } from '../helpers/browser.js';
import { assertNone, fault } from '../helpers/faults.js';
import { ask, box, outcome, press, search, searched, total } from '../helpers/search.js';
import { get, sites } from '../helpers/sites.js';
import { overflows } from '../helpers/visits.js';

const KB = 1000;
/** To the first hit, with the page itself (F6). */
const MOST_TO_FIRST_HIT = 150 * KB;
/** A page that moves more under its reader counts as restless. */
const MOST_SHIFT = 0.02;

const LESSONS = ['exempel', 'hanvisning'];
const ALL_KINDS = ['kommun', 'sammanfattning', 'text', 'styrka', 'delvis', 'forbattring', 'sida', ...LESSONS];
const LESSON_KINDS = /Gott exempel|Hänvisning/;
const FILTERS = ['typ', 'omrade', 'utgava', 'ar', 'lan', 'grupp', 'kommun'];
const EVERYTHING = { visa: 1000 };

const set = parse(readFileSync(new URL('../../search/queries.toml', import.meta.url), 'utf8')).query;

/** Queries of the acceptance set that are also tried here, of every class. */
const TRIED = [
  'hoganas', 'HÖGANÄS kommun', 'Stockholms stad', 'lund 2011', // names
  'habo', 'Lindsberg', 'Lnud', 'Burlov', // misspelt, or outside the portal
  '1284', '0643', // codes
  'revisor', 'klagomålen', 'tjänsteman', // inflected
  'bygglov', 'mat', // heads of compounds
  'policy', 'bilar', // tails of compounds
  'råd', 'våra', 'malstyrning', // letters
  '"hot och våld"', '"psykisk ohälsa"', // phrases
  'korruption', 'samspel', // with filters
  'minska matsvinnet', 'vad betyder beräknad', // several words
  'qwxzy', '"hat och våld"', // nothing
];

const portals = sites.filter((site) => site.content === 'repository');
const [portal] = portals;

/** What the base path could change is tried in short under another. */
const tried = (site) => (site === portal ? TRIED : TRIED.filter((_, at) => at % 5 === 0));

/** Does `use` with a page of its own, opened at `path` of `site`. */
async function on(site, path, use, options = {}) {
  await withPages({ reducedMotion: 'reduce', ...options }, [path], async (page) => {
    await page.goto(site.address + path);
    if (path.includes('?')) await searched(page);
    await use(page);
  });
}

describe('search', { concurrency: 2 }, () => {
  for (const site of portals) {
    test(`brings what was meant, ${site.name}`, async () => {
      const faults = [];
      await on(site, 'sok/', async (page) => {
        for (const query of tried(site).flatMap((text) => set.filter((it) => it.text === text))) {
          const wrong = await answer(site, page, query);
          faults.push(...wrong.map((what) => fault(search(query.text, query.filters), what)));
        }
      });
      assertNone(faults);
    });

    test(`words, filters, order and number live in the address, ${site.name}`, async () => {
      await on(site, 'sok/', async (page) => {
        const steps = [];
        const step = async () => steps.push(await outcome(page));
        await ask(page, 'kommun');
        await step();
        await press(page, await box(page, 'utgava', '2020'));
        await step();
        await page.locator('#ordning').selectOption('ar');
        await press(page, page.locator('[data-more]'));
        await step();
        const last = steps.at(-1);
        assert.equal(new Set(steps.map((it) => it.address)).size, steps.length, 'every step has its address');
        assert.ok(last.hits.length > steps[0].hits.length && last.checked.length === 1 && last.order === 'ar');

        await page.reload();
        assert.deepEqual(await outcome(page), last, 'reload');
        await on(site, `sok/${last.address}`, async (other) => {
          assert.deepEqual(await outcome(other), last, 'a shared link');
        });
        await page.locator('.hits a').nth(12).click();
        await page.waitForURL((url) => !url.pathname.endsWith('/sok/'));
        await page.goBack();
        assert.deepEqual(await outcome(page), last, 'back from a hit');
        for (const before of steps.slice(0, -1).reverse()) {
          await page.goBack();
          if (new URL(page.url()).search !== before.address) await page.goBack(); // the order had an address of its own
          assert.deepEqual(await outcome(page), before, 'back');
        }
        await page.goBack();
        await page.locator('[data-ways]').waitFor();
        assert.equal(await page.locator('#fraga').inputValue(), '', 'back to the beginning');
        await page.goForward();
        assert.deepEqual(await outcome(page), steps[0], 'forward');
      });
    });

    test(`hits lead to places that are there and say the words, ${site.name}`, async () => {
      await on(site, search('', { typ: ALL_KINDS }, EVERYTHING), async (page) => {
        const { hits } = await outcome(page);
        assert.ok(hits.length > 150);
        assertNone((await Promise.all(hits.map(({ url }) => missing(site, url)))).flat());
      });
      await on(site, search('medborgardialog'), async (page) => {
        await page.locator('.hits a[href*="#"]').first().click();
        await page.waitForURL('**/#*');
        const place = page.locator(':target').locator('xpath=ancestor-or-self::*[self::section or self::li][1]');
        assert.match(await place.innerText(), /medborgardialog/i);
      });
    });

    test(`other pages lead to a search that is narrowed down, ${site.name}`, async () => {
      const presets = [
        { path: 'kommuner/lund/', words: 'dialog', checked: ['kommun=lund'], place: /./ },
        { path: 'kommuner/burlov/2020/', words: 'dialog', checked: ['kommun=burlov'], place: /./ },
        { path: 'goda-exempel/', words: 'dialog', checked: LESSONS.map((it) => `typ=${it}`), place: LESSON_KINDS },
        {
          path: 'omraden/samspel-med-medborgare/',
          words: 'dialog',
          checked: [...LESSONS.map((it) => `typ=${it}`), 'omrade=samspel-med-medborgare'],
          place: LESSON_KINDS,
        },
      ];
      for (const { path, words, checked, place } of presets.slice(site === portal ? 0 : -1)) {
        await on(site, path, async (page) => {
          await page.locator('.search-preset input[type=search]').fill(words);
          await page.keyboard.press('Enter');
          const found = await outcome(page);
          assert.deepEqual({ words: found.words, checked: found.checked }, { words, checked }, path);
          assert.ok(found.hits.length > 0, `${path} leads to no hit`);
          for (const hit of found.hits) assert.match(hit.place, place, path);
          await press(page, page.locator('[data-active] button').last());
          assert.ok(await total(page) > found.total, `${path} narrows nothing down`);
        });
      }
    });
  }

  test('the counts beside the filters are true', async () => {
    const faults = [];
    let counted = 0;
    await withPages({}, ['dialog', 'stöd till företag'], async (page, words) => {
      const path = search(words);
      await page.goto(portal.address + path);
      await searched(page);
      for (const name of FILTERS) {
        const values = await said(page, name);
        for (const { value, count } of new Set([values.at(0), values.at(-1)])) {
          await press(page, await box(page, name, value));
          const found = await total(page);
          if (found !== count) faults.push(fault(path, `${name}=${value}: ${count} said, ${found} found`));
          counted += 1;
          await press(page, await box(page, name, value));
        }
      }
    });
    assert.ok(counted > 20, `only ${counted} counts were tried`);
    assertNone(faults);
  });

  test('values of a group widen, groups narrow', async () => {
    await on(portal, search('dialog'), async (page) => {
      const all = await total(page);
      const [first, second] = await said(page, 'typ');
      await press(page, await box(page, 'typ', first.value));
      assert.equal(await total(page), first.count);
      const other = (await said(page, 'typ')).find((it) => it.value === second.value);
      assert.equal(other.count, second.count, 'alternatives keep their counts');
      await press(page, await box(page, 'typ', second.value));
      assert.equal(await total(page), first.count + second.count, 'one kind or the other');
      const year = (await said(page, 'ar')).find((it) => it.count < first.count + second.count);
      await press(page, await box(page, 'ar', year.value));
      const { hits, total: found } = await outcome(page);
      assert.equal(found, year.count);
      assert.ok(0 < found && found < first.count + second.count && found < all);
      for (const { place } of hits) assert.match(place, new RegExp(` ${year.value} · (${first.label}|${second.label})`));
    });
  });

  test('good examples are one click away, and one click back', async () => {
    await on(portal, search('dialog'), async (page) => {
      const before = await outcome(page);
      const lessons = (await said(page, 'typ')).filter(({ value }) => LESSONS.includes(value));
      const button = page.locator('[data-lessons]');
      await press(page, button);
      const only = await outcome(page);
      assert.equal(only.total, lessons.reduce((sum, { count }) => sum + count, 0));
      assert.ok(only.pressed && only.hits.length > 0 && only.total < before.total);
      for (const { place } of only.hits) assert.match(place, LESSON_KINDS);
      await press(page, button);
      assert.deepEqual(await outcome(page), before);
      await page.goBack();
      assert.deepEqual(await outcome(page), only);
    });
  });

  test('the latest comes first, and nothing is dropped', async () => {
    for (const words of ['tjänsteman', 'vilka kommuner sänder fullmäktige']) {
      await on(portal, search(words, {}, EVERYTHING), async (page) => {
        const relevant = await outcome(page);
        await page.goto(`${portal.address}${search(words, {}, { ...EVERYTHING, ordning: 'ar' })}`);
        const latest = await outcome(page);
        assert.equal(latest.order, 'ar');
        const urls = ({ hits }) => hits.map(({ url }) => url).sort();
        assert.deepEqual(urls(latest), urls(relevant));
        assert.equal(latest.total, latest.hits.length);
        const years = latest.hits.map(({ place }) => Number(/ (\d{4}) · /.exec(place)?.[1] ?? 0));
        assert.deepEqual(years, [...years].sort((one, other) => other - one));
        assert.ok(new Set(years).size > 2, `${words}: all of one year`);
      });
    }
  });

  test('the rest is shown on demand and goes on where the reader was', async () => {
    await on(portal, search('dialog'), async (page) => {
      const before = await outcome(page);
      assert.ok(before.hasMore && before.hits.length < before.total);
      await page.locator('[data-more]').focus();
      await page.keyboard.press('Enter');
      await searched(page);
      const after = await outcome(page);
      assert.deepEqual(after.hits.slice(0, before.hits.length), before.hits);
      assert.equal(after.hits.length, after.total);
      assert.equal(after.hasMore, false);
      await page.locator('.hits > li:nth-child(11) a:focus').waitFor();
    });
  });

  test('where nothing is found, each filter says what it costs', async () => {
    const filters = { typ: ['exempel', 'styrka'], lan: ['orebro-lan'], ar: ['2018'] };
    await on(portal, search('korruption', filters), async (page) => {
      const empty = await outcome(page);
      assert.equal(empty.total, 0);
      assert.ok(empty.hasOtherWays);
      assert.equal(empty.removals.length, 5, 'four filters, and all of them');
      const gains = [];
      for (const [at, removal] of empty.removals.entries()) {
        await press(page, page.locator('[data-active] button').nth(at));
        const found = await outcome(page);
        const [, said] = /\((\d+) träff(?:ar)?\)/.exec(removal);
        assert.equal(found.total, Number(said), removal);
        gains.push(found.total);
        const focused = await page.evaluate(() => document.activeElement.matches('[data-active] button, #fraga'));
        assert.ok(focused, `the focus is lost after: ${removal}`);
        await page.goBack();
        assert.deepEqual(await outcome(page), empty);
      }
      assert.ok(gains.includes(0) && gains.some((gain) => gain > 0), `gains: ${gains}`);
    });
  });

  test('markup in a query or an address is text', async () => {
    const MARKUP = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '&lt;b&gt; dialog', '#'];
    const faults = [];
    await on(portal, 'sok/', async (page) => {
      page.on('dialog', (dialog) => {
        faults.push(fault('sok/', `opens a dialog: ${dialog.message()}`));
        dialog.dismiss();
      });
      const elements = () => page.locator('main :is(img, script, b, iframe, svg)').count();
      for (const words of MARKUP) {
        await ask(page, words);
        assert.equal((await outcome(page)).words, words);
        assert.equal(await elements(), 0, words);
        await page.goto(portal.address + search(words, { typ: [words], ar: [words] }, { ordning: words, visa: words }));
        const found = await outcome(page);
        assert.ok(found.removals.some((it) => it.includes(words)), `${found.removals} without ${words}`);
        assert.equal(await elements(), 0, words);
      }
    });
    assertNone(faults);
  });

  test('the words are marked in every hit, also inside compounds', async () => {
    for (const words of ['dialog', 'miljö', 'kontrakt']) {
      await on(portal, search(words, {}, EVERYTHING), async (page) => {
        const { hits } = await outcome(page);
        const unmarked = hits.filter(({ marks }) => !marks.some((it) => it.toLowerCase().includes(words)));
        assertNone(unmarked.map(({ text, url }) => fault(url, `${words} is not marked: ${text}`)));
      });
    }
  });

  test('a good example says of which area it is', async () => {
    await on(portal, search('', { typ: LESSONS }, EVERYTHING), async (page) => {
      const areas = (await said(page, 'omrade')).map(({ label }) => label.replace(/^\d /, ''));
      assert.equal(areas.length, 8);
      const { hits } = await outcome(page);
      assert.ok(hits.length > 30);
      const lost = hits.filter(({ place }) => !areas.some((area) => place.includes(` · ${area} · `)));
      assertNone(lost.map(({ place, url }) => fault(url, `no area: ${place}`)));
    });
  });

  test('nothing of it loads before it is used, and little to the first hit', async (t) => {
    await withPages({}, ['sok/'], async (page, path) => {
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(portal.address + path, { waitUntil: 'networkidle' });
      const before = asked.map((url) => new URL(url).pathname);
      assertNone(before.filter((it) => /index\/|find|suggest|kommuner\.json/.test(it)).map((it) => fault(path, `asks for ${it}`)));
      await page.locator('#fraga').fill('dialog');
      await page.keyboard.press('Enter');
      await searched(page);
      const urls = [...new Set(asked)].filter((url) => url.startsWith(portal.address));
      const sizes = await Promise.all(urls.map(async (url) => [compressed((await get(url)).body), url]));
      const sum = sizes.reduce((all, [size]) => all + size, 0);
      const largest = sizes.sort(([one], [other]) => other - one).slice(0, 5);
      t.diagnostic(`${sum} bytes in ${asked.length} requests to the first hits: ${largest.map(([size, url]) => `${size} ${new URL(url).pathname}`).join(', ')}, …`);
      assert.ok(urls.length > 10);
      assert.ok(sum <= MOST_TO_FIRST_HIT, `${sum} bytes`);
    });
  });

  test('a search that cannot load says so and offers other ways', async () => {
    await on(portal, 'sok/', async (page) => {
      await page.route('**/sok/index/**', (route) => route.abort());
      await ask(page, 'dialog');
      const failed = await outcome(page);
      assert.match(failed.status, /gick inte att ladda/);
      assert.ok(failed.hasOtherWays && failed.hits.length === 0);
    });
  });

  test('without scripts there are other ways', async () => {
    await withPages({ javaScriptEnabled: false }, [search('dialog')], async (page, path) => {
      await page.goto(portal.address + path);
      const links = await page.locator('main a:visible').evaluateAll((all) => all.map((it) => it.pathname));
      for (const way of ['/goda-exempel/', '/omraden/samspel-med-medborgare/', '/kommuner/lund/', '/kommuner/orebro/']) {
        assert.ok(links.includes(way), `no link to ${way}`);
      }
      assert.match(await page.locator('noscript').innerText(), /JavaScript/);
      assert.equal(await page.locator('main :is(button, input, select):visible').count(), 2, 'more than the field and its button');
    });
  });

  test('compiled code runs on the search page only', async () => {
    const allows = async (page) => {
      const response = await fetch(portal.address + page);
      await response.body.cancel();
      return response.headers.get('content-security-policy').includes('wasm-unsafe-eval');
    };
    const allowing = [];
    for (const page of portal.pages) if (await allows(page)) allowing.push(page);
    assert.deepEqual(allowing, ['sok/']);
  });

  test('nothing jumps while hits come in, and none sticks out', async () => {
    const faults = [];
    for (const viewport of [PHONE, DESKTOP]) {
      await withPages({ viewport }, [search('dialog'), search('Lindsberg'), search('korruption', { ar: ['1999'] })], async (page, path) => {
        await page.addInitScript(recordShifts);
        await page.goto(portal.address + path);
        await searched(page);
        const shift = await page.evaluate(shifted);
        if (shift > MOST_SHIFT) faults.push(fault(path, `jumps by ${shift.toFixed(3)} at ${viewport.width} px`));
        faults.push(...(await overflows(page)).map((what) => fault(path, what)));
      });
    }
    assertNone(faults);
  });
});

/** What is wrong with the answer to one query of the acceptance set. */
async function answer(site, page, query) {
  if (query.filters) await page.goto(site.address + search(query.text, query.filters));
  else await ask(page, query.text);
  const { hits, notes, status } = await outcome(page);
  const found = hits.map(({ url }) => url.slice(site.address.length));
  const first = query['within-1'] ?? [];
  const three = [...first, ...(query['within-3'] ?? [])];
  const holds = (wanted, among) => wanted.length === 0 || wanted.some((address) => among.includes(address));
  const isNamed = !query.suggestion || three.length > 0 || notes.some((note) => note.includes(query.suggestion));
  if (query.filters) await page.goto(`${site.address}sok/`);
  return [
    ...(holds(first, found.slice(0, 1)) ? [] : [`first is ${found[0]} instead of ${first}`]),
    ...(holds(three, found.slice(0, 3)) ? [] : [`among the first three is none of ${three}: ${found.slice(0, 3)}`]),
    ...(isNamed ? [] : [`does not name ${query.suggestion}: ${notes}`]),
    ...(query.class !== 'none' || status === 'Inga träffar' ? [] : [`finds ${status}`]),
  ];
}

/** What is said beside the values of a filter: the most first, then none. */
async function said(page, name) {
  const values = await page.locator(`[data-filter="${name}"] label`).evaluateAll((labels) => labels.map((label) => ({
    value: label.control.value,
    isChecked: label.control.checked,
    label: label.children[1].textContent,
    count: Number(label.querySelector('[data-count]').textContent),
  })));
  return values.sort((one, other) => other.count - one.count);
}

/** The faults of an address that a hit leads to. */
async function missing(site, url) {
  const { pathname, hash, origin, href } = new URL(url);
  if (!href.startsWith(site.address)) return [fault('sok/', `${href} leaves the base path`)];
  const { status, body } = await get(origin + pathname);
  const isThere = status === 200 && (hash === '' || body.includes(`id="${decodeURIComponent(hash.slice(1))}"`));
  return isThere ? [] : [fault('sok/', `${href} is not there`)];
}

/** Files of the index are compressed already; compressing them again makes them no smaller. */
function compressed(body) {
  return Math.min(body.length, gzipSync(body).length);
}

/** Runs in the page before its own scripts do. */
function recordShifts() {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: how much has moved once the next frames are painted. */
async function shifted() {
  for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
  return window.shift;
}
