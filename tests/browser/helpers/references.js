// How a page looked when somebody last agreed to it, and how much it may differ from that.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

import { encoded, painted, reduced } from './palette.js';

const ROOM = resolve(import.meta.dirname, '..');
const REFERENCES = join(ROOM, 'references');
/** What did not look as it should: in no commit. */
const DIFFERENCES = join(ROOM, 'differences');

/** As elsewhere in the repository: what is there now is what is expected from now on. */
const IS_BLESSED = process.env.KOMPASS_BLESS === '1';

/**
 * How far a colour may be off, as a share of all that colours can be: eight steps of grey of
 * 256. The palest ground of the theme is further from white than that.
 */
const THRESHOLD = 0.03;

/** How many pixels in a thousand may be off further than that. */
const TOLERANCE = 0.5;

/** Begins anew: no difference of an earlier run is left, and no reference when they are renewed. */
export function begin() {
  rmSync(DIFFERENCES, { recursive: true, force: true });
  if (!IS_BLESSED) return;
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES, { recursive: true });
}

/** How `screenshot`, a PNG, differs from the reference called `name`: sentences, none if it does not. */
export function differencesFrom(name, screenshot) {
  const file = join(REFERENCES, `${name}.png`);
  const image = reduced(PNG.sync.read(screenshot));
  const actual = painted(image);
  if (IS_BLESSED) writeFileSync(file, encoded(image));
  if (!existsSync(file)) return [`no reference: ${kept(name, actual)}`];
  const expected = PNG.sync.read(readFileSync(file));
  if (expected.width !== actual.width || expected.height !== actual.height) {
    const sizes = [actual, expected].map(({ width, height }) => `${width} × ${height}`);
    return [`${sizes.join(' px instead of ')} px: ${kept(name, actual)}`];
  }
  const { width, height } = actual;
  const difference = new PNG({ width, height });
  const off = pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold: THRESHOLD });
  const share = 1000 * off / (width * height);
  if (share <= TOLERANCE) return [];
  return [`${share.toFixed(1)} ‰ of the pixels differ: ${kept(name, actual, difference)}`];
}

/** Writes what is shown, and where it differs, for somebody to look at; says where. */
function kept(name, actual, difference) {
  mkdirSync(DIFFERENCES, { recursive: true });
  const files = { [`${name}.png`]: actual, ...(difference && { [`${name}-difference.png`]: difference }) };
  return Object.entries(files).map(([file, image]) => {
    const path = join(DIFFERENCES, file);
    writeFileSync(path, encoded(reduced(image)));
    return relative(process.cwd(), path);
  }).join(', ');
}
