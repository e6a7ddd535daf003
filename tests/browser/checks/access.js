// F2: WCAG 2.2 AA and best practice, as far as axe-core can tell.

import { describe, test } from 'node:test';

import axe from 'axe-core';

import { DESKTOP, faultsOn, PHONE } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { samples } from '../helpers/templates.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCREENS = [PHONE, DESKTOP];
const SCHEMES = ['light', 'dark'];

describe('access', () => {
  for (const site of rootSites) {
    test(`axe-core finds no violation, ${site.name}`, async () => {
      assertNone(await faultsOn(site, samples(site), {}, violations));
    });
  }
});

async function violations(page) {
  await page.evaluate(axe.source);
  const found = new Map();
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const what of await page.evaluate(runAxe, TAGS)) {
        found.set(what, [...(found.get(what) ?? []), `${screen.width} px ${colorScheme}`]);
      }
    }
  }
  return [...found].map(([what, where]) => `${what} (${where.join(', ')})`);
}

/** Runs in the page, with axe-core loaded. */
async function runAxe(tags) {
  const { violations, passes } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
  if (passes.length === 0) return ['axe-core checked nothing'];
  const line = (text) => text.replace(/\s+/g, ' ');
  return violations.map(({ id, help, nodes: [{ target, html, failureSummary }, ...more] }) => {
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    return `${id}: ${help}: ${target.join(' ')}${others}: ${line(html).slice(0, 120)}: ${line(failureSummary)}`;
  });
}
