// A portal in other clothes keeps what the one of this repository promises.

import { describe, test } from 'node:test';

import { violations } from '../helpers/axe.js';
import { faultsOn } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { serveDressed } from '../helpers/sites.js';
import { samples } from '../helpers/templates.js';
import { overflows } from '../helpers/visits.js';

describe('clothes', async () => {
  const site = await serveDressed();

  test('axe-core finds no violation, light and dark', async () => {
    assertNone(await faultsOn(site, samples(site), {}, violations));
  });

  test('colours, font and logo are those of site.toml, and fit every screen', async () => {
    for (const [colorScheme, accent] of [['light', 'rgb(122, 31, 92)'], ['dark', 'rgb(240, 166, 216)']]) {
      assertNone(await faultsOn(site, [''], { colorScheme }, async (page) => {
        const { link, font, fontIsThere, name, height } = await page.evaluate(worn);
        return [
          link === accent ? [] : [`links are ${link}, not ${accent}, in ${colorScheme}`],
          font.startsWith('"Norrvala Serif"') && fontIsThere ? [] : [`the font is ${font}, there: ${fontIsThere}`],
          name === 'Hur styrs Norrvala?' ? [] : [`the logo is called ${name}`],
          height > 20 && height < 64 ? [] : [`the logo is ${height} px high`],
          await overflows(page),
        ].flat();
      }));
    }
  });
});

/** Runs in the page. Fonts are fetched when text first needs them. */
async function worn() {
  const logo = document.querySelector('header img');
  await document.fonts.ready;
  return {
    link: getComputedStyle(document.querySelector('main a:not([class])')).color,
    font: getComputedStyle(document.body).fontFamily,
    fontIsThere: [...document.fonts].some((it) => it.family.includes('Norrvala Serif') && it.status === 'loaded'),
    name: logo?.alt,
    height: logo?.getBoundingClientRect().height,
  };
}
