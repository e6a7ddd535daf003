// What comes out of a printer, as far as a PDF tells: pages, the words on them and where they stand.

import { spawnSync } from 'node:child_process';

/** A page number as it is printed, "2 (5)": it stands before the text of its page. */
const NUMBER = /^\s*(\d+) \((\d+)\)\s*$/m;

/**
 * The pages that `page` is printed on, as its styles ask for. Of each: what it is wide and
 * high, in points; its `number` and how many pages it says there are (`of`); its `text`; how
 * far down the text goes, as a share of the height (`filled`).
 */
export async function printed(page) {
  const file = await page.pdf({ preferCSSPageSize: true });
  const texts = read(file, '-raw').split('\f').slice(0, -1);
  const places = [...read(file, '-bbox').matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)];
  return places.map(([, width, height, words], at) => {
    const [, number, of] = NUMBER.exec(texts[at]) ?? [];
    return {
      width: Number(width),
      height: Number(height),
      number: Number(number),
      of: Number(of),
      text: texts[at].replace(NUMBER, ''),
      filled: lowest(words, height),
    };
  });
}

/** Where the lowest of `words` ends that stands above the margin of a page of this height. */
function lowest(words, height) {
  const ends = [...words.matchAll(/yMax="([\d.]+)"/g)].map(([, end]) => end / height);
  return Math.max(0, ...ends.filter((end) => end < 0.95));
}

function read(pdf, ...options) {
  const { error, stdout, stderr } = spawnSync('pdftotext', [...options, '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1e8 });
  if (error?.code === 'ENOENT') throw new Error("pdftotext is missing: install Debian's poppler-utils");
  if (error) throw error;
  if (stdout === '') throw new Error(`pdftotext failed: ${stderr}`);
  return stdout;
}
