// Screenshots as files of 256 colours, a third as large as otherwise: many are kept in the
// repository. What a page is made of keeps its colours, the edges of letters come near.

import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const PALETTE_SIZE = 256;

/** An image in 256 colours; `data` has four bytes to a pixel, the last of which is left out. */
export function reduced({ width, height, data }) {
  const counts = counted(data);
  const palette = chosen(counts);
  const place = placeIn(palette);
  const places = new Map([...counts.keys()].map((it) => [it, place(it)]));
  const pixels = new Uint8Array(width * height);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) pixels[pixel] = places.get(colour(data, 4 * pixel));
  return { width, height, palette, pixels };
}

/** The file of a reduced image: a PNG with a palette. */
export function encoded({ width, height, palette, pixels }) {
  const rows = Buffer.alloc((width + 1) * height); // before each row its filter: none
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits, and that they are a place in a palette
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A reduced image with four bytes to a pixel again. */
export function painted({ width, height, palette, pixels }) {
  const data = Buffer.alloc(4 * width * height, 255);
  const colours = palette.map(channels);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) data.set(colours[pixels[pixel]], 4 * pixel);
  return { width, height, data };
}

function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(content.length, 0);
  frame.set(named, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}

const colour = (data, at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
const channels = (of) => [of >> 16, (of >> 8) & 255, of & 255];

/** How many pixels have each colour. */
function counted(data) {
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const it = colour(data, at);
    counts.set(it, (counts.get(it) ?? 0) + 1);
  }
  return counts;
}

/** What colours share that are alike: the upper half of each channel. */
const group = (it) => it & 0xf0f0f0;

/**
 * The palette: the most frequent colours as they are, such as those of the theme, then for
 * each group that is left its most frequent colour.
 */
function chosen(counts) {
  const frequent = [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([it]) => it);
  const exact = frequent.slice(0, PALETTE_SIZE / 2);
  const groups = new Map();
  for (const it of frequent.slice(exact.length)) {
    if (!groups.has(group(it))) groups.set(group(it), it);
  }
  return [...exact, ...groups.values()].slice(0, PALETTE_SIZE);
}

/** Says for a colour which place of `palette` stands for it. */
function placeIn(palette) {
  const exact = new Map(palette.map((it, place) => [it, place]));
  const alike = new Map(palette.map((it, place) => [group(it), place]));
  return (it) => exact.get(it) ?? alike.get(group(it)) ?? nearest(palette, it);
}

function nearest(palette, it) {
  const away = (other) => {
    const from = channels(it);
    return channels(other).reduce((sum, value, at) => sum + (value - from[at]) ** 2, 0);
  };
  return palette.reduce((best, other, at) => (away(other) < away(palette[best]) ? at : best), 0);
}
