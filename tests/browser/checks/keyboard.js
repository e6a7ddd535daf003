// F2: the portal by keyboard alone.

import { describe, test } from 'node:test';

import { faultsOn } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { views } from '../helpers/templates.js';

/** Without smooth scrolling, so that what is focused is in view at once. */
const STILL = { reducedMotion: 'reduce' };

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
};

describe('keyboard', () => {
  for (const site of rootSites) {
    test(`the skip link works, and focus reaches everything and shows, ${site.name}`, async () => {
      assertNone(await faultsOn(site, views(site), STILL, async (page) => [
        ...await skipLink(page),
        ...await tabOrder(page),
      ]));
    });
  }
});

async function skipLink(page) {
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(focused);
  await page.keyboard.press('Enter');
  const content = await page.evaluate(focused);
  await page.keyboard.press('Tab');
  const next = await page.evaluate(focused);
  return [
    ...(skip.href === '#innehall' ? [] : [`first in tab order: ${skip.html}`]),
    ...(skip.isInView ? [] : ['the focused skip link is out of view']),
    ...(content.tag === 'MAIN' ? [] : [`the skip link leads to ${content.html}`]),
    ...(next.isInMain || next.isMainPassive ? [] : [`after the skip link comes ${next.html}`]),
  ];
}

async function tabOrder(page) {
  const count = await page.evaluate(recordFocus);
  // It goes on from where the skip link led to and comes round, with a few stops at the browser's own.
  for (let i = 0; i < count + 6; i += 1) await page.keyboard.press('Tab');
  const faults = [...await page.evaluate(missed), ...await page.evaluate(onlyPointedAt)];
  for (const [name, media] of Object.entries(LOOKS)) {
    await page.emulateMedia({ ...STILL, ...media });
    faults.push(...await page.evaluate(hardToSee, name));
  }
  return faults;
}

/** Runs in the page: what is focused. */
function focused() {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  return {
    tag: element.tagName,
    html: element.outerHTML.slice(0, 80),
    href: element.getAttribute('href'),
    isInView: box.height > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
    isInMain: element.closest('main') !== null && element.tagName !== 'MAIN',
    isMainPassive: document.querySelector('main :is(a[href], button, input, select, textarea, summary)') === null,
  };
}

/** Runs in the page: notes what gets the focus, and tells how many elements should. */
function recordFocus() {
  const interactive = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const isReachable = (element) =>
    element.checkVisibility() && !element.disabled && element.type !== 'hidden' && element.getAttribute('tabindex') !== '-1';
  window.expected = [...document.querySelectorAll(interactive)].filter(isReachable);
  window.reached = new Set();
  addEventListener('focusin', ({ target }) => window.reached.add(target));
  return window.expected.length;
}

/**
 * Runs in the page: links that the tab key passes over, as it does those of maps, though no
 * other link leads there. The other one may be folded away.
 */
function onlyPointedAt() {
  const links = [...document.querySelectorAll('a[href]')];
  const isPassed = (link) => link.getAttribute('tabindex') === '-1';
  const others = new Set(links.filter((link) => !isPassed(link)).map((link) => link.getAttribute('href')));
  const alone = links.filter((link) => isPassed(link) && !others.has(link.getAttribute('href')));
  return alone.map((link) => `no way there by keyboard: ${link.outerHTML.slice(0, 100)}`);
}

/** Runs in the page: what the tab key did not reach. */
function missed() {
  const elements = window.expected.filter((element) => !window.reached.has(element));
  return elements.map((element) => `not reached by tab: ${element.outerHTML.slice(0, 100)}`);
}

/** Runs in the page, after keys were used: what cannot be seen to be focused. */
function hardToSee(scheme) {
  return window.expected.flatMap((element) => {
    element.focus();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
    // The box of a petal overlaps its neighbours', that of its name does not.
    const [box] = (element.querySelector('text') ?? element).getClientRects();
    const front = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, box.top + box.height / 2);
    const isInFront = front !== null && (element.contains(front) || front.contains(element));
    const name = `${scheme}: ${element.outerHTML.slice(0, 100)}`;
    return [
      ...(isOutlined ? [] : [`no visible focus, ${name}`]),
      ...(isInFront ? [] : [`focused but covered or out of view, ${name}`]),
    ];
  });
}
