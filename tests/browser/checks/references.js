// How the portal looks: screenshots of the invented portal, whose content changes only with
// its templates, against those that were agreed to. `npm run references` renews them.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';

import { pictured } from '../helpers/browser.js';
import { compared } from '../helpers/comparison.js';
import { assertNone, fault } from '../helpers/faults.js';
import { begin, differencesFrom } from '../helpers/references.js';
import { rootSites } from '../helpers/sites.js';

const FONT = '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf';

/** Each page with the name of its files. Of `design` all is shown, of the others what one sees first. */
const PAGES = {
  design: 'om/design/',
  home: '',
  municipalities: 'kommuner/',
  municipality: 'kommuner/ostervik/',
  evaluation: 'kommuner/ostervik/2022/',
  area: 'omraden/oppenhet/',
  examples: 'goda-exempel/',
  comparison: 'jamfor/',
  table: 'jamfor/2020/',
  search: 'sok/',
  method: 'metod/',
};

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** What all pages are looked at with, by how files are called. */
const LOOKS = {
  '390-light': { viewport: PHONE, colorScheme: 'light' },
  '390-dark': { viewport: PHONE, colorScheme: 'dark' },
  '1280-light': { viewport: DESKTOP, colorScheme: 'light' },
  '1280-dark': { viewport: DESKTOP, colorScheme: 'dark' },
};

/** In colours that a reader has chosen every component still looks like what it is. */
const FORCED = { '1280-forced': { viewport: DESKTOP, colorScheme: 'dark', forcedColors: 'active' } };

describe('references', () => {
  const golden = rootSites.find(({ content }) => content === 'golden');

  test('pages look as they did when somebody last agreed to it', async () => {
    assert.ok(existsSync(FONT), `${FONT} is missing: install Debian's fonts-liberation`);
    begin();
    const faults = [];
    const look = (looks, pages) => Object.entries(looks).map(([suffix, media]) => ({ suffix, media, pages }));
    for (const { suffix, media, pages } of [...look(LOOKS, Object.entries(PAGES)), ...look(FORCED, [['design', PAGES.design]])]) {
      await pictured({ ...media, reducedMotion: 'reduce' }, pages, async (page, [name, path]) => {
        await page.goto(golden.address + path);
        if (name === 'comparison') await compared(page);
        const screenshot = await page.screenshot({ fullPage: name === 'design', animations: 'disabled' });
        faults.push(...differencesFrom(`${name}-${suffix}`, screenshot).map((what) => fault(path, what)));
      });
    }
    assertNone(faults);
  });
});
