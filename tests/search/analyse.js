// What the theme's analyser makes of texts, for tests/portal/search/analysis.rs:
//
//     node tests/search/analyse.js STOP… < TEXTS
//
// The arguments are the stop words. A line of the input is a text as JSON. Each becomes a
// line of JSON with a row for every token: whether it is joined, the word, its plain letters,
// its stem, the stem's plain letters, and the term.

import assert from "node:assert/strict";
import { text } from "node:stream/consumers";

const theme = (name) => import(new URL(`../../themes/kompass/files/${name}`, import.meta.url));
const [{ stem, termWith, tokens }, { fold }] = await Promise.all([theme("words.js"), theme("letters.js")]);
const term = termWith(new Set(process.argv.slice(2)));

function row(written, { word, at, end, parts }) {
  if (!parts) assert.equal(written.slice(at, end).toLowerCase(), word, "a word stands where its token says");
  return [Boolean(parts), word, fold(word), stem(word), fold(stem(word)), term(word)];
}

const lines = (await text(process.stdin)).split("\n").filter(Boolean);
const analysed = lines.map((line) => {
  const written = JSON.parse(line).normalize("NFC");
  return JSON.stringify(tokens(written).map((token) => row(written, token)));
});
process.stdout.write(analysed.map((line) => `${line}\n`).join(""));
