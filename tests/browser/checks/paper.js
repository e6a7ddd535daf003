// F7: what is printed. media.js looks at the page as it would be printed; this at the paper.

import { describe, test } from 'node:test';

import { faultsOn } from '../helpers/browser.js';
import { comparison } from '../helpers/comparison.js';
import { assertNone } from '../helpers/faults.js';
import { printed } from '../helpers/paper.js';
import { rootSites } from '../helpers/sites.js';

/** How much of a page has text before the next begins: a heading with its table may go over. */
const LEAST_FILLED = 0.55;

/** What begins on the first page, and how many pages there are at most. */
const PAGES = [
  { path: 'kommuner/lund/', first: 'main table tbody tr', most: 5 },
  { path: 'kommuner/lund/2011/', first: 'main table tbody tr', most: 24 },
  { path: 'kommuner/hoganas/2018/', first: 'main table tbody tr', most: 24 },
  { path: comparison('1231,1284'), first: '.side tbody tr', most: 1, isLandscape: true },
];

describe('paper', { concurrency: 2 }, () => {
  const site = rootSites.find(({ content }) => content === 'repository');

  for (const { path, first, most, isLandscape = false } of PAGES) {
    test(`printed: ${path}`, async () => {
      assertNone(await faultsOn(site, [path], {}, async (page) => {
        const sheets = await printed(page);
        await page.emulateMedia({ media: 'print' });
        const { lines, begins } = await page.evaluate(content, first);
        return [
          ...(sheets.length <= most ? [] : [`${sheets.length} pages`]),
          ...(letters(sheets[0].text).includes(letters(begins)) ? [] : [`not on the first page: ${begins}`]),
          ...sheets.flatMap((sheet, at) => sheetFaults(sheet, at, sheets.length, isLandscape)),
          ...missing(lines, sheets),
        ];
      }));
    });
  }
});

function sheetFaults({ width, height, number, of, filled }, at, count, isLandscape) {
  const [short, long] = isLandscape ? [height, width] : [width, height];
  const isA4 = Math.abs(short - 595) < 2 && Math.abs(long - 842) < 2;
  return [
    ...(isA4 ? [] : [`page ${at + 1} is ${width} × ${height} points`]),
    ...(number === at + 1 && of === count ? [] : [`page ${at + 1} of ${count} is numbered ${number} (${of})`]),
    ...(at + 1 === count || filled >= LEAST_FILLED ? [] : [`page ${at + 1} ends at ${Math.round(100 * filled)} % of its height`]),
  ];
}

/** What is compared: no spaces, and no hyphens, since lines end where they must. */
const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s\u00AD\u200B‐-]/g, '');

function missing(lines, sheets) {
  const text = letters(sheets.map((sheet) => sheet.text).join('\n'));
  return lines.filter((line) => !text.includes(letters(line))).map((line) => `not on paper: ${line}`);
}

/** Runs in the page, as print: its texts, and that of the first element which `selector` finds. */
function content(selector) {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isRead = node.parentElement.checkVisibility() && !node.parentElement.closest('.hidden, script, style');
    if (isRead && node.data.trim() !== '') lines.push(node.data.trim());
  }
  return { lines, begins: document.querySelector(selector).innerText };
}
