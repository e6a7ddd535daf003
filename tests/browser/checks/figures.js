// C1: marks that can be told from the paper and numbers that can be read, in
// every scheme, forced colours included.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { DESKTOP, faultsOn, PHONE } from '../helpers/browser.js';
import { assertNone } from '../helpers/faults.js';
import { rootSites } from '../helpers/sites.js';
import { samples } from '../helpers/templates.js';

const SCHEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
];

describe('figures', () => {
  for (const site of rootSites) {
    test(`marks stand out and texts can be read, ${site.name}`, async () => {
      let figures = 0;
      assertNone(await faultsOn(site, samples(site), {}, async (page) => {
        figures += await page.locator('main svg').count();
        await page.setViewportSize(PHONE);
        const faults = await page.evaluate(smallText);
        faults.push(...await page.evaluate(givenWay));
        await page.setViewportSize(DESKTOP);
        for (const scheme of SCHEMES) {
          await page.emulateMedia(scheme);
          const faint = await page.evaluate(faintMarks);
          faults.push(...faint.map((what) => `${scheme.colorScheme}, forced colours ${scheme.forcedColors}: ${what}`));
        }
        return faults;
      }));
      assert.ok(figures > 0, 'no page has a figure');
    });
  }
});

/** Runs in the page: the shapes too close to what is behind them. */
function faintMarks() {
  // What only shows where 100 points would be is seen, not read.
  const BACKDROP = /scale|ring|grid|axis|absent|land/;
  // A rim has the paper's colour: it parts a tick from the bar or petal it lies on.
  const RIM = /rim/;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** The colour that `color` gives on `behind`. */
  const paint = (color, behind, opacity = 1) => {
    canvas.globalAlpha = 1;
    canvas.fillStyle = `rgb(${behind.join(' ')})`;
    canvas.fillRect(0, 0, 1, 1);
    if (color === 'none') return behind;
    canvas.globalAlpha = opacity;
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (color) => {
    const [red, green, blue] = color.map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const paper = (element) => {
    const above = element.parentElement ? paper(element.parentElement) : [255, 255, 255];
    return paint(getComputedStyle(element).backgroundColor, above);
  };

  const shapes = [...document.querySelectorAll('main svg :is(rect, path, circle, ellipse, line, polyline, polygon)')];
  const isMark = (shape) => shape.checkVisibility() && !shape.closest('defs') && !RIM.test(shape.getAttribute('class'));
  return shapes.filter(isMark).flatMap((shape) => {
    const behind = paper(shape.closest('svg'));
    const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth, opacity } = getComputedStyle(shape);
    const filled = contrast(paint(fill, behind, fillOpacity * opacity), behind);
    const drawn = parseFloat(strokeWidth) > 0 ? contrast(paint(stroke, behind, strokeOpacity * opacity), behind) : 1;
    const found = Math.max(filled, drawn);
    const needed = BACKDROP.test((shape.closest('g') ?? shape).getAttribute('class')) ? 1.1 : 3;
    return found >= needed ? [] : [`${found.toFixed(2)}:1 instead of ${needed}:1: ${shape.outerHTML.slice(0, 80)}`];
  });
}

/**
 * Runs in the page, on a phone: figures that are not drawn there, or whose table is one no more.
 * What is folded away on a phone counts as it is once it is opened.
 */
function givenWay() {
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
  const name = (element) => element.closest('tr, figure, div').textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
  return [...document.querySelectorAll('main svg')].flatMap((svg) => {
    const { left, right, width, height } = svg.getBoundingClientRect();
    // A dot stands beside its number, in a table of many.
    const least = svg.matches('.dot') ? 16 : 200;
    const isDrawn = svg.checkVisibility() && width >= least && height >= 6 && left >= 0 && right <= innerWidth;
    const cell = svg.closest('td');
    const isCell = cell === null || getComputedStyle(cell).display === 'table-cell';
    return [
      ...(isDrawn ? [] : [`not drawn on a phone: ${name(svg)}`]),
      ...(isCell ? [] : [`no cell of its table on a phone: ${name(svg)}`]),
    ];
  });
}

/** Runs in the page: texts in figures under 12 px on the screen. */
function smallText() {
  const texts = [...document.querySelectorAll('main svg text')].filter((text) => text.checkVisibility());
  return texts.flatMap((text) => {
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.abs(text.getScreenCTM().d);
    return size >= 11.95 ? [] : [`${size.toFixed(1)} px: ${text.outerHTML.slice(0, 80)}`];
  });
}
