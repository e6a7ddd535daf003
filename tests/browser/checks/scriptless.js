// F3: everything can be read without JavaScript.

import { describe, test } from 'node:test';

import { onEach } from '../helpers/browser.js';
import { assertNone, fault } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { samples } from '../helpers/templates.js';

describe('scriptless', () => {
  for (const site of rootSites) {
    test(`the same text with and without scripts, ${site.name}`, async () => {
      const pages = samples(site);
      const read = (page) => page.evaluate(mainLines, ADDED.join());
      const withScripts = await onEach(site, pages, {}, read);
      const without = await onEach(site, pages, { javaScriptEnabled: false }, read);
      assertNone(pages.flatMap((page) => {
        return differences(withScripts.get(page), without.get(page)).map((what) => fault(page, what));
      }));
    });
  }
});

const ADDED = ['form', 'output', 'noscript', '[role=status]', 'button.print', '.table-tools', '.compare-bar', '.comparison-root'];

/**
 * Runs in the page: the visible lines of the main content. What scripts may
 * add (forms, tools of tables, what stands side by side, and the sentences that say what a
 * form did) is left out, and so is what says that they are missing.
 */
function mainLines(additions) {
  const main = document.querySelector('main');
  for (const added of main.querySelectorAll(additions)) added.remove();
  return main.innerText.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

function differences(withScripts, without) {
  if (without.length === 0) return ['empty without scripts'];
  const only = (these, those, where) => {
    return these.filter((line) => !those.includes(line)).map((line) => `only ${where} scripts: ${line}`);
  };
  const found = [...only(withScripts, without, 'with'), ...only(without, withScripts, 'without')];
  const isSame = withScripts.join('\n') === without.join('\n');
  return found.length === 0 && !isSame ? ['other order or number of lines'] : found;
}
