// Holds an index against its own documents:
//
//     node tests/search/own-words.js FOLDER [EVERY]
//
// Every document must be found by each word of its title and text, and by two words
// that follow each other in its text, as a phrase. EVERY 10 tries a tenth of the
// words and of the phrases. Prints what is not found, and at last how much was tried.

import { openIndex } from "./bundle.js";

const theme = (name) => import(new URL(`../../themes/kompass/files/${name}`, import.meta.url));
const [{ find }, { tokens }] = await Promise.all([theme("find.js"), theme("words.js")]);
const [folder, every = 1] = process.argv.slice(2);
const index = await openIndex(folder);

const holders = { word: new Map(), phrase: new Map() };
function note(kind, key, document) {
  const of = holders[kind];
  if (!of.has(key)) of.set(key, new Set());
  of.get(key).add(document);
}
for (let document = 0; document < index.documents; document++) {
  const { title, text } = await index.passage(document);
  for (const { word } of tokens(title)) note("word", word, document);
  const words = tokens(text);
  for (const { word } of words) note("word", word, document);
  const apart = words.filter((it) => !it.parts);
  apart.slice(1).forEach((it, at) => note("phrase", `${apart[at].word} ${it.word}`, document));
}

// A kommunkod is a name: it finds its municipality, though a text may mean a year.
const codes = new Set((index.municipalities ?? []).map(([, code]) => code));

let tried = 0;
let at = 0;
for (const [kind, of] of Object.entries(holders)) {
  for (const [key, documents] of of) {
    if (at++ % every || codes.has(key)) continue;
    tried += 1;
    // A word may be the name of a kind; its filter is not what this is about.
    const { documents: found } = await find(index, { words: kind === "phrase" ? `"${key}"` : key, chosen: { typ: ["alla"] } });
    const all = new Set(found);
    const lost = [...documents].filter((it) => !all.has(it));
    if (lost.length) console.log(`${kind} ${JSON.stringify(key)} does not find ${lost.length} of ${documents.size}, such as document ${lost[0]}`);
  }
}
console.log(`tried ${tried}`);
