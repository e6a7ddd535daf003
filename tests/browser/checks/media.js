// F2, F7: what the page is shown on. Less motion, and paper.

import { describe, test } from 'node:test';

import { faultsOn } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { views } from '../helpers/templates.js';

/** The printable width of an A4 page with Chromium's margins, in CSS pixels. */
const PAPER = { width: 718, height: 1047 };

describe('media', () => {
  for (const site of rootSites) {
    test(`less motion is respected and print is complete, ${site.name}`, async () => {
      assertNone(await faultsOn(site, views(site), { viewport: PAPER }, async (page) => {
        await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
        const faults = await page.evaluate(moving);
        const onScreen = await page.evaluate(contentLines);
        await page.emulateMedia({ media: 'print' });
        const printed = await page.evaluate(contentLines);
        const lost = onScreen.filter((line) => !printed.includes(line)).map((line) => `not printed: ${line}`);
        return [...faults, ...lost, ...await page.evaluate(printFaults)];
      }));
    });
  }
});

/** Runs in the page: what moves in it. */
function moving() {
  const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
  const elements = [...document.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    const isAnimated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
    return isAnimated || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth';
  });
  return elements.map((element) => `moves: ${element.outerHTML.slice(0, 80).replace(/\s+/g, ' ')}`);
}

/** Runs in the page: the lines of its content, without what only a screen can use. */
function contentLines() {
  const texts = [];
  // What stands side by side is printed without the way to other tables.
  const isComparing = document.querySelector('.comparison > section') !== null;
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim();
    const isForScreen = node.parentElement.closest('nav, form, fieldset, summary, label, select, button, output, [role=status], .actions, .similar, .compare-bar, .choose-key, .whose') !== null
      || (isComparing && !node.parentElement.closest('h1, .comparison-root'));
    if (text !== '' && !isForScreen && node.parentElement.checkVisibility()) texts.push(text);
  }
  return texts;
}

/** Runs in the page, as print. */
function printFaults() {
  const root = document.documentElement;
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const name = (element) => element.outerHTML.slice(0, 80).replace(/\s+/g, ' ');
  const cut = shown('main *').filter((element) => {
    return /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
  });
  return [
    ...shown('nav, .skip, form').map((element) => `printed: ${name(element)}`),
    ...(shown('h1').length === 1 ? [] : ['no heading is printed']),
    ...cut.map((element) => `cut off: ${name(element)}`),
    ...(root.scrollWidth <= root.clientWidth ? [] : [`wider than the paper: ${root.scrollWidth} px`]),
  ];
}
