// The preview while somebody writes: pages load again where they were, faults are told over
// them, and many tabs are no trouble.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { violations } from '../helpers/axe.js';
import { PHONE, withPages } from '../helpers/browser.js';
import { serveFollowed } from '../helpers/sites.js';

const PAGE = 'kommuner/ostervik/2011/';
const FILE = 'content/evaluations/ostervik/2011/summary.md';

/** More tabs than a browser keeps connections to one server. */
const TABS = 7;

describe('preview', () => {
  let site;
  let file;
  let text;

  before(async () => {
    site = await serveFollowed();
    file = join(site.root, FILE);
    text = readFileSync(file, 'utf8');
  });
  after(() => writeFileSync(file, text));

  const save = (more) => writeFileSync(file, text + more);
  const sentence = (words) => (page) => page.getByText(words, { exact: true }).waitFor();
  const notice = (page) => page.getByRole('alert');
  const open = (use) => withPages({ viewport: PHONE }, [PAGE], async (page, path) => {
    const messages = [];
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) messages.push(message.text());
    });
    await page.goto(site.address + path);
    await use(page, messages);
    assert.deepEqual(messages, []);
  });

  test('a page loads again at the same place when its file is saved', () => open(async (page) => {
    await page.evaluate(() => scrollTo(0, 700));
    await page.waitForTimeout(200); // a browser notes where it is with a delay
    save('\nEn första mening.\n');
    await sentence('En första mening.')(page);
    await page.waitForFunction(() => Math.abs(scrollY - 700) < 2);
  }));

  test('what is saved without a change does not load the page again', () => open(async (page) => {
    save('\nEn andra mening.\n');
    await sentence('En andra mening.')(page);
    await page.evaluate(() => { window.isSame = true; });
    save('\nEn andra mening.\n');
    writeFileSync(join(site.root, 'notes.txt'), 'a');
    await page.waitForTimeout(800);
    assert.equal(await page.evaluate(() => window.isSame), true);
  }));

  test('a fault is told over the page, without taking the focus, until it is mended', () => open(async (page, messages) => {
    save('\nEn tredje mening.\n');
    await sentence('En tredje mening.')(page);
    const link = page.locator('main a').first();
    await link.focus();
    save('\n[Länk](/finns-inte/)\n');
    await notice(page).waitFor();
    assert.match(await notice(page).innerText(), /finns-inte/);
    assert.ok(await link.evaluate((it) => it === document.activeElement), 'the focus has moved');
    await sentence('En tredje mening.')(page); // still there
    assert.deepEqual(messages, []);
    assert.deepEqual(await violations(page), []);
    messages.length = 0; // axe-core tries styles that the policy forbids
    await page.setViewportSize(PHONE);
    const { top, width } = await notice(page).evaluate((it) => it.getBoundingClientRect().toJSON());
    assert.ok(top > 0.25 * PHONE.height && width <= PHONE.width, 'the page can be seen');
    await notice(page).locator('summary').click();
    save('\n[Länk](/finns-inte-heller/)\n');
    await page.waitForFunction(() => document.querySelector('[data-kompass-notice]').shadowRoot.textContent.includes('heller'));
    assert.equal(await notice(page).locator('details').getAttribute('open'), null, 'it stays folded');
    save('\nEn tredje mening.\n');
    await notice(page).waitFor({ state: 'detached' });
  }));

  test('a search page loads again when only its index is another one', () => open(async (page) => {
    await page.goto(`${site.address}sok/?q=xylofon`);
    await page.locator('[data-status]').filter({ hasText: /\S/ }).waitFor();
    await page.locator('.hits:not([aria-busy=true])').waitFor({ state: 'attached' });
    assert.equal(await page.locator('.hits li').count(), 0);
    const synonyms = join(site.root, 'content/synonyms.toml');
    const before = readFileSync(synonyms, 'utf8');
    // No page shows synonyms, so the site stays the same.
    writeFileSync(synonyms, `${before}\n[[set]]\neveryday = ["xylofon"]\nofficial = ["synpunkt"]\n`);
    await page.locator('.hits li').first().waitFor();
    writeFileSync(synonyms, before);
  }));

  test(`${TABS} tabs all load again`, () => open(async (first) => {
    const tabs = [first];
    while (tabs.length < TABS) {
      const tab = await first.context().newPage();
      await tab.goto(site.address + PAGE);
      tabs.push(tab);
    }
    save('\nEn fjärde mening.\n');
    await Promise.all(tabs.map(sentence('En fjärde mening.')));
    // Whoever listened is gone; another tab takes over.
    await first.goto('about:blank');
    save('\nEn femte mening.\n');
    await Promise.all(tabs.slice(1).map(sentence('En femte mening.')));
  }));
});
