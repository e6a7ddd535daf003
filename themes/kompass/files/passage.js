// The part of a text that shows why it was found, with the words marked.

import { fold } from "./letters.js";
import { tokens } from "./words.js";

// How much is shown of a text, in letters.
const LENGTH = 210;

// How much at most stands before the first word, so that it is in sight where few
// lines are shown.
const BEFORE = 90;

// Which words of a text a query found: written out, or inside a compound.
function met(text, query) {
  const ways = query.groups.flatMap((it) => it.found);
  const terms = new Set(ways.flatMap((it) => [...it.terms, ...it.lists.flat().map(({ term }) => term)]));
  for (const { spelt } of query.names) for (const name of spelt) for (const word of name.split(" ")) terms.add(query.term(word)).add(query.term(`${word}s`));
  const asked = query.groups.flatMap(({ found }) => found[0]?.terms ?? []);
  const all = tokens(text).map((it) => ({ ...it, term: query.term(it.word) }));
  const written = all.filter((it) => terms.has(it.term));
  if (written.some((it) => asked.includes(it.term))) return written;
  const inside = (parts) => all.filter((it) => written.includes(it) || parts.some((part) => part.length > 2 && fold(it.word).includes(fold(part))));
  const found = inside(asked);
  return found.length ? found : inside([...terms]);
}

// The stretch of a text with the most different words.
function stretch(text, words) {
  let best = { at: 0, count: 0 };
  for (const { at } of words) {
    const inside = new Set(words.filter((it) => it.at >= at && it.end <= at + LENGTH * 0.8).map((it) => it.term));
    if (inside.size > best.count) best = { at, count: inside.size };
  }
  const from = best.at + LENGTH * 0.8 > text.length ? Math.max(best.at - BEFORE, text.length - LENGTH) : best.at - 40;
  const start = from <= 0 ? 0 : text.indexOf(" ", from) + 1;
  const rest = text.length - start <= LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
  return [start, rest > start ? rest : text.length];
}

// Text in pieces: every second one is a word that was looked for.
function cut(text, start, end, words) {
  const pieces = [];
  let at = start;
  for (const word of words.filter((it) => it.at >= start && it.end <= end)) {
    if (word.at < at) continue;
    pieces.push(text.slice(at, word.at), text.slice(word.at, word.end));
    at = word.end;
  }
  return [...pieces, text.slice(at, end)];
}

// Title and passage of a hit in pieces. A text that begins with its title need not
// say it again.
export function passage({ title, text }, query) {
  const content = text.startsWith(`${title} · `) ? text.slice(title.length + 3) : text === title ? "" : text;
  const words = met(content, query);
  const [start, end] = stretch(content, words);
  const pieces = cut(content, start, end, words);
  if (start > 0) pieces[0] = `… ${pieces[0]}`;
  if (end < content.length) pieces.push(pieces.pop().replace(/[\s·]+$/, "") + " …");
  return [cut(title, 0, title.length, met(title, query)), pieces];
}

// What leads a browser on from the head of a section to a word that was asked for, else to the
// longest that was found, and has it mark the word. Words around it tell the place; they are of
// one part of the text, since those of two parts do not follow each other on the page. A browser
// that does not know this, or does not find them, stays at the head.
export function spot(pieces, address, { groups }) {
  const isAsked = (piece) => groups.some((it) => it.word && fold(piece).includes(fold(it.word)));
  const worth = pieces.map((piece, i) => i % 2 && piece.length + 99 * isAsked(piece));
  const at = worth.indexOf(Math.max(...worth));
  if (!worth[at] || !address.includes("#")) return "";
  const words = pieces[at - 1].match(/([^ ·…]+ ){0,2}$/)[0] + pieces[at] + pieces[at + 1].match(/^[^ ·…]*( [^ ·…]+){0,2}/)[0];
  return `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
}

// Dots between parts of a text hang at the ends of lines; a dash may stand there.
export const marked = (pieces, element) => pieces.map((piece, at) => (at % 2 ? element("mark", "", piece) : piece.replaceAll(" · ", "\u00a0– ")));
