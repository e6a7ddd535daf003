// What axe-core finds on a page, on small and large screens, light and dark.

import axe from 'axe-core';

import { DESKTOP, PHONE } from './browser.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCREENS = [PHONE, DESKTOP];
const SCHEMES = ['light', 'dark'];

/** The rules that `page` breaks, each with where, as sentences. */
export async function violations(page) {
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
