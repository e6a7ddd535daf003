// S1–S5, F6: the search page as a reader uses it. What is found is measured in
// tests/search; here it counts that the page brings it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { parse } from 'smol-toml';

import { DESKTOP, PHONE, withPages } from '../helpers/browser.js';
import { compared } from '../helpers/comparison.js';
import { assertNone, fault } from '../helpers/faults.js';
import { ask, box, outcome, press, search, searched, total } from '../helpers/search.js';
import { get, sites } from '../helpers/sites.js';
import { overflows } from '../helpers/visits.js';

const KB = 1000;
/** To the first ten hits (F6): of the index, and with the page itself. */
const MOST_OF_INDEX = 80 * KB;
const MOST_TO_FIRST_HITS = 100 * KB;
/** Files of the index to the first ten hits, and how often one waits for another. */
const MOST_FILES = 16;
const MOST_ROUNDS = 3;
/** A word that no text has is looked for among all words: one round more. */
const UNKNOWN = 'klagomol';
/** A page that moves more under its reader counts as restless. */
const MOST_SHIFT = 0.02;

const LESSONS = ['exempel', 'hanvisning'];
const ALL_KINDS = ['kommun', 'sammanfattning', 'text', 'styrka', 'delvis', 'forbattring', 'sida', ...LESSONS];
const LESSON_KINDS = /gott exempel|förebild/;
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
    await withPages({}, ['dialog', 'stöd till företag', 'chefer'], async (page, words) => {
      const path = search(words);
      await page.goto(portal.address + path);
      await searched(page);
      for (const name of FILTERS) {
        // Those without a hit are folded away.
        const values = (await said(page, name)).filter(({ count }) => count > 0);
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
      for (const { place } of hits) assert.match(place, new RegExp(` ${year.value} · (${first.label}|${second.label})`, 'i'));
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
      assert.equal(after.hits.length, Math.min(after.total, 2 * before.hits.length));
      assert.equal(after.hasMore, after.hits.length < after.total);
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
        const says = ({ text, marks }) => text.toLowerCase().includes(words) && !marks.some((it) => it.toLowerCase().includes(words));
        const unmarked = hits.filter((hit) => hit.marks.length === 0 || says(hit));
        assertNone(unmarked.map(({ text, url }) => fault(url, `${words} is not marked: ${text}`)));
        assert.ok(hits.some(({ marks }) => marks.some((it) => it.toLowerCase().includes(words))), words);
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

  test('nothing of it loads before it is used, and little to the first hits', async (t) => {
    await withPages({}, ['sok/'], async (page, path) => {
      const files = await slowIndex(page);
      const asked = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(portal.address + path, { waitUntil: 'networkidle' });
      const before = asked.map((url) => new URL(url).pathname);
      assertNone(before.filter((it) => /index|find|suggest|\.json|\.bin/.test(it)).map((it) => fault(path, `asks for ${it}`)));
      const loaded = Promise.all(['directory', 'columns'].map((it) => page.waitForResponse(`**/${it}.bin`)));
      await page.locator('#fraga').focus();
      await loaded;
      await setTimeout(300);
      assert.deepEqual(files.map(({ name }) => name).sort(), ['columns.bin', 'directory.bin'], 'on focus');
      const start = files.length;
      await page.locator('#fraga').fill('dialog');
      await page.keyboard.press('Enter');
      await searched(page);
      const urls = [...new Set(asked)].filter((url) => url.startsWith(portal.address));
      const sizes = await Promise.all(urls.map(async (url) => [compressed((await get(url)).body), url]));
      const sum = sizes.reduce((all, [size]) => all + size, 0);
      const ofIndex = sizes.reduce((all, [size, url]) => all + (url.includes('/sok/index/') ? size : 0), 0);
      const largest = sizes.sort(([one], [other]) => other - one).slice(0, 5);
      const depth = rounds(files.slice(start));
      t.diagnostic(`${sum} bytes in ${asked.length} requests to the first hits, ${ofIndex} in ${files.length} of the index, ${depth} rounds after the focus: ${largest.map(([size, url]) => `${size} ${new URL(url).pathname}`).join(', ')}, …`);
      assert.ok(files.length > 4 && files.length <= MOST_FILES, `${files.length} files of the index`);
      assert.ok(depth <= MOST_ROUNDS, `${depth} rounds`);
      assert.ok(ofIndex <= MOST_OF_INDEX, `${ofIndex} bytes of the index`);
      assert.ok(sum <= MOST_TO_FIRST_HITS, `${sum} bytes`);
    });
  });

  test('no query waits for the index more often than is promised', async () => {
    const faults = [];
    await withPages({}, ['lund 2011', 'Lindsberg', UNKNOWN, 'goda exempel dialog', '"hot och våld"', 'hur minskar kommuner matsvinnet', 'qwxzy'], async (page, words) => {
      await page.goto(`${portal.address}sok/`);
      const loaded = Promise.all(['directory', 'columns'].map((it) => page.waitForResponse(`**/${it}.bin`)));
      await page.locator('#fraga').focus();
      await loaded;
      const files = await slowIndex(page);
      await ask(page, words);
      const depth = rounds(files);
      const most = words === UNKNOWN ? MOST_ROUNDS + 1 : MOST_ROUNDS;
      if (depth > most) faults.push(fault(search(words), `${depth} rounds: ${files.map(({ name }) => name)}`));
      await page.unrouteAll();
    });
    assertNone(faults);
  });

  test('words that say a kind narrow down, say so, and need not', async () => {
    await on(portal, search('goda exempel dialog'), async (page) => {
      const narrowed = await outcome(page);
      assert.deepEqual(narrowed.notes, ['Visar bara goda exempel. Sök i allt']);
      assert.deepEqual(narrowed.checked, LESSONS.map((it) => `typ=${it}`));
      assert.ok(narrowed.pressed && narrowed.hits.length > 0 && narrowed.removals.length === 0);
      for (const { place } of narrowed.hits) assert.match(place, LESSON_KINDS);

      await page.locator('[data-kind] a').click();
      const everything = await outcome(page);
      assert.equal(new URLSearchParams(everything.address).get('typ'), 'alla');
      assert.ok(everything.total > narrowed.total && !everything.pressed);
      assert.deepEqual([everything.notes, everything.checked, everything.removals], [[], [], []]);
      await page.goBack();
      assert.deepEqual(await outcome(page), narrowed, 'back');

      await press(page, await box(page, 'typ', 'hanvisning'));
      assert.deepEqual((await outcome(page)).checked, ['typ=exempel'], 'a box takes one kind off');
      await press(page, page.locator('input[name=typ][value=exempel]'));
      assert.deepEqual(await outcome(page), everything, 'no box means everything');
      await press(page, page.locator('[data-lessons]'));
      assert.deepEqual(await outcome(page), narrowed, 'and one click brings them back');

      await ask(page, 'dialog');
      const others = await outcome(page);
      assert.deepEqual([others.checked, others.notes], [[], []], 'kinds hold for the words that say them');
    });
  });

  test('where the kind has no hit, the link says how many all have', async () => {
    await on(portal, search('goda exempel jämställdhet'), async (page) => {
      const { total: found, notes: [note] } = await outcome(page);
      const [, count] = /Sök i allt \((\d+) träff/.exec(note);
      assert.equal(found, 0);
      await page.locator('[data-kind] a').click();
      assert.equal((await outcome(page)).total, Number(count));
    });
  });

  test('misspelt names are asked about, other misspelt words looked for', async () => {
    await on(portal, search('lindsberg dialog'), async (page) => {
      assert.deepEqual((await outcome(page)).notes, ['Menade du Lindesberg?']);
      await page.locator('[data-meant] a').click();
      const meant = await outcome(page);
      assert.deepEqual([meant.words, meant.notes], ['Lindesberg dialog', []]);
      await ask(page, 'klagomol');
      const corrected = await outcome(page);
      assert.deepEqual(corrected.notes, ['Det du skrev finns inte i texterna. Här är träffar för klagomål.']);
      await page.locator('[data-corrected] a').click();
      const asked = await outcome(page);
      assert.deepEqual([asked.words, asked.notes], ['klagomål', []]);
      assert.deepEqual(asked.hits.map(({ url }) => url), corrected.hits.map(({ url }) => url));
    });
  });

  test('words that nothing has are told of, and hits are of the others', async () => {
    await on(portal, search('qwxzy klagomål'), async (page) => {
      const { notes, hits } = await outcome(page);
      assert.deepEqual(notes, ['Detta finns inte i texterna: qwxzy. Träffarna gäller resten av det du skrev.']);
      await ask(page, 'klagomål');
      assert.equal((await outcome(page)).hits[0].url, hits[0].url);
      await ask(page, 'qwxzy');
      assert.deepEqual((await outcome(page)).notes, [], 'where there is no hit, the status says it');
    });
  });

  const damages = {
    'cannot be reached': (route) => route.abort(),
    'is another file': (route) => route.fulfill({ status: 200, body: '<!doctype html>' }),
    'is cut': async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ status: 200, body: body.subarray(0, body.length / 2) });
    },
    'fails on the server': (route) => route.fulfill({ status: 500 }),
    'is gone': (route) => route.fulfill({ status: 404 }),
  };
  for (const [damage, answerWith] of Object.entries(damages)) {
    test(`an index that ${damage} is told of, and there are other ways`, async () => {
      for (const file of ['directory', 'columns', 'terms/*', 'words/*', 'texts/*']) {
        await withPages({}, ['sok/'], async (page) => {
          await page.goto(`${portal.address}sok/`);
          await page.route(`**/sok/index/*/${file}.bin`, answerWith);
          await ask(page, 'dialog');
          const failed = await outcome(page);
          const text = damage === 'is gone' ? /uppdaterats.* Ladda om/ : /^Sökningen gick inte att hämta/;
          assert.match(failed.status, text, file);
          assert.ok(failed.hasOtherWays && failed.hits.length === 0, file);
          // What failed is asked for again.
          await page.unrouteAll();
          await ask(page, 'dialog');
          assert.ok((await outcome(page)).hits.length > 0, `${file}: the next search finds something`);
        });
      }
    });
  }

  test('what was found is found again without a network', async () => {
    await on(portal, search('dialog'), async (page) => {
      const online = await outcome(page);
      await ask(page, 'klagomål');
      await page.context().setOffline(true);
      await page.goBack();
      assert.deepEqual(await outcome(page), online, 'back');
      await page.goForward();
      assert.equal((await outcome(page)).words, 'klagomål', 'forward');
      await ask(page, 'dialog');
      assert.deepEqual(await outcome(page), online, 'the same again');
      await press(page, await box(page, 'typ', online.hits[0].place.includes('förebild') ? 'hanvisning' : 'exempel'));
      assert.ok((await outcome(page)).hits.length > 0, 'a filter');
    });
  });

  test('hits do not move when their texts come', async () => {
    for (const viewport of [PHONE, DESKTOP]) {
      await withPages({ viewport }, ['sok/'], async (page) => {
        let go;
        const going = new Promise((resolve) => { go = resolve; });
        await page.route('**/texts/*.bin', async (route) => { await going; await route.continue(); });
        await page.goto(portal.address + search('dialog'));
        await page.locator('.hits > li').first().waitFor();
        const places = () => page.locator('.hits > li, .hits h2, .hits p').evaluateAll((all) => all.map((it) => {
          const { x, y, width, height } = it.getBoundingClientRect();
          return [x, y, width, height].map(Math.round).join(' ');
        }));
        const read = () => page.locator('.hits > li').evaluateAll((all) => all.map((it) => it.querySelector('.passage').textContent));
        const [before, texts] = [await places(), await read()];
        assert.ok(before.length > 10 && texts.every((it) => it === ''), 'hits are there before their texts');
        go();
        await searched(page);
        assert.ok((await read()).every((it) => it !== ''));
        assert.deepEqual(await places(), before, `${viewport.width} px`);
      });
    }
  });

  test('by keyboard alone from the words to a filter, the order and a hit', async () => {
    await on(portal, 'sok/', async (page) => {
      const tab = async (selector) => {
        for (let i = 0; i < 60; i += 1) {
          if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
          await page.keyboard.press('Tab');
        }
        assert.fail(`Tab does not come to ${selector}`);
      };
      await tab('#fraga');
      await page.keyboard.type('dialog');
      await page.keyboard.press('Enter');
      await searched(page);
      await tab('#ordning');
      await page.keyboard.press('ArrowDown');
      await searched(page);
      assert.equal((await outcome(page)).order, 'ar');
      await tab('input[name=typ][value=styrka]');
      await page.keyboard.press('Space');
      await searched(page);
      const { checked, hits, total: found } = await outcome(page);
      assert.deepEqual([checked, hits.length], [['typ=styrka'], found]);
      await tab('[data-active] button');
      await page.keyboard.press('Enter');
      await searched(page);
      assert.ok(await total(page) > found);
      await tab('.hits a');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.endsWith('/sok/'));
    });
  });

  test('without scripts there are other ways', async () => {
    await withPages({ javaScriptEnabled: false }, [search('dialog')], async (page, path) => {
      await page.goto(portal.address + path);
      const links = await page.locator('main a:visible').evaluateAll((all) => all.map((it) => it.pathname));
      for (const way of ['/goda-exempel/', '/omraden/samspel-med-medborgare/', '/kommuner/']) {
        assert.ok(links.includes(way), `no link to ${way}`);
      }
      assert.match(await page.locator('noscript').innerText(), /JavaScript/);
      assert.equal(await page.locator('main :is(button, input, select):visible').count(), 2, 'more than the field and its button');
      // Every municipality is under a letter of the list.
      const letters = await page.locator('main .letters a:visible').evaluateAll((all) => all.map((it) => it.hash));
      await page.goto(`${portal.address}kommuner/`);
      const groups = await page.locator('.register-letter').evaluateAll((all) => all.map((it) => [`#${it.id}`, it.querySelectorAll('a').length]));
      assert.deepEqual(letters, groups.map(([hash]) => hash));
      assert.equal(groups.reduce((sum, [, count]) => sum + count, 0), 290);
    });
  });

  test('the search page has the same strict policy as all others', async () => {
    const policies = new Map();
    for (const path of portal.pages) {
      const response = await fetch(portal.address + path);
      const own = /http-equiv/.test(await response.text()) ? 'of its own' : '';
      policies.set(path, response.headers.get('content-security-policy') + own);
    }
    const policy = policies.get('sok/');
    assertNone(portal.pages.filter((path) => policies.get(path) !== policy).map((path) => fault(path, policies.get(path))));
    assert.doesNotMatch(policy, /unsafe|blob:|worker|\*/);
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

  test('a hit leads to the words that were found', async () => {
    await on(portals[0], 'sok/', async (page) => {
      const asked = 'värdskap';
      await ask(page, asked);
      const hit = page.locator('.hits h2 a').first();
      assert.match(await hit.getAttribute('href'), /:~:text=/);
      await hit.click();
      await page.waitForURL(/kommuner/);
      await page.waitForFunction((word) => {
        const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        for (let at = texts.nextNode(); at; at = texts.nextNode()) {
          const { top } = at.parentElement.getBoundingClientRect();
          if (at.data.toLowerCase().includes(word) && top >= 0 && top < innerHeight) return true;
        }
        return false;
      }, asked);
    });
  });

  test('who asks for two municipalities is led to them side by side', async () => {
    await on(portals[0], 'sok/', async (page) => {
      await ask(page, 'Burlöv Vallentuna');
      const link = page.locator('[data-beside] a');
      assert.match(await link.getAttribute('href'), /\/jamfor\/\?kommun=/);
      await link.click();
      await compared(page);
      assert.deepEqual((await page.locator('.chosen button').allInnerTexts()).map((it) => it.replace(/\s*✕/, '')).sort(), ['Burlöv', 'Vallentuna']);
      await page.goBack();
      await searched(page);
      await ask(page, 'Burlöv');
      assert.ok(await page.locator('[data-beside]').isHidden(), 'one alone is compared with nobody');
    });
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
  // A text page is found at any of its headings.
  const isAt = (wanted, address) => address === wanted || (!/#|^kommuner\//.test(wanted) && address.split('#')[0] === wanted);
  const holds = (wanted, among) => wanted.length === 0 || wanted.some((it) => among.some((address) => isAt(it, address)));
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

/** Answers each request for a file of the index a little later; the files and when they were asked for and came. */
async function slowIndex(page) {
  const files = [];
  await page.route('**/sok/index/**', async (route) => {
    const file = { name: new URL(route.request().url()).pathname.split('/').slice(4).join('/'), start: performance.now() };
    files.push(file);
    // Longer than a busy machine lets files of one round wait for each other.
    await setTimeout(300);
    file.end = performance.now();
    await route.continue();
  });
  return files;
}

/** How many of `files` were asked for one after the other came. */
function rounds(files) {
  const depths = [];
  for (const { start } of files) {
    depths.push(1 + Math.max(0, ...depths.filter((_, at) => files[at].end <= start)));
  }
  return Math.max(0, ...depths);
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
