// Understands a query once: which municipality, year and kind of hit it names,
// and what every other word is looked for as.

import { edits, fold } from "./letters.js";
import { stem, tokens } from "./words.js";

// Names that are ordinary words as well: together with others they are no names.
const ORDINARY = new Set(["vara", "mark", "berg"]);

// Words that say which kind of hit is meant.
const KINDS = [
  [/^(?:goda?|gott|bra|fina) exempel\w*|^(?:förebild|lärande exempel)\w*/, ["exempel", "hanvisning"]],
  [/^styrk(?:a|an|or|orna)\b/, ["styrka"]],
  [/^(?:förbättring(?:ar|arna|en|s\w*)?|svaghet\w*|brist(?:er|erna)?)(?= |$)/, ["forbattring"]],
];

export function understand(words, index) {
  const query = { groups: [], names: [], years: [], kinds: null, term: index.term };
  const rest = words.normalize("NFC").replace(/"([^"]+)"/g, (_, phrase) => {
    const terms = tokens(phrase).filter((it) => !it.parts).map((it) => index.term(it.word));
    if (terms.length) query.groups.push({ phrase: terms });
    return " · ";
  });
  const all = tokens(rest);
  const plain = all.filter((it) => !it.parts);
  const years = new Set(index.filters.find((it) => it.name === "ar")?.values);
  const left = [];
  for (let at = 0; at < plain.length; ) {
    const token = plain[at];
    const name = nameAt(plain, at, index, rest);
    if (name && !(years.has(token.word) && plain.length > 1)) {
      query.names.push(name.municipality);
      at += name.length;
    } else {
      if (years.has(token.word)) query.years.push(token.word);
      left.push(token);
      at += 1;
    }
  }
  if (!query.names.length) query.years = [];
  const kept = kind(left.filter((it) => !query.years.includes(it.word)), query, index);
  const telling = kept.filter((it) => !index.stop.has(it.word) && (it.word.length > 1 || /\d/.test(it.word)));
  const isTold = telling.length || query.names.length || query.kinds || query.groups.length;
  const looked = isTold ? telling : kept;
  // A question of words that say nothing is about the portal.
  query.isGeneral = !isTold && kept.length > 1;
  const joined = all.filter((it) => it.parts?.every((part) => kept.includes(part)));
  const inside = new Set(joined.flatMap((it) => it.parts));
  for (const it of [...joined, ...looked.filter((it) => !inside.has(it))].sort((a, b) => a.at - b.at)) query.groups.push({ ...it });
  return query;
}

// A kind counts where something else is asked for as well.
function kind(left, query, { stop }) {
  for (let at = 0; at < left.length; at++) {
    const text = left.slice(at).map((it) => it.word).join(" ");
    for (const [pattern, kinds] of KINDS) {
      const said = pattern.exec(text)?.[0];
      if (!said) continue;
      const others = left.toSpliced(at, said.split(" ").length);
      if (!query.names.length && others.every((it) => stop.has(it.word))) continue;
      query.kinds = kinds;
      return others;
    }
  }
  return left;
}

// Names, without their "kommun", by their letters and by their plain letters. A municipality
// with an evaluation has a summary.
function register(index) {
  if (index.register) return index.register;
  const evaluated = new Set();
  for (let document = 0; document < index.documents; document++) {
    if (index.valuesOf(document, "typ").includes("sammanfattning")) index.valuesOf(document, "kommun").forEach((slug) => evaluated.add(slug));
  }
  return (index.register = (index.municipalities ?? []).map(([name, code, slug, ...others]) => {
    const spelt = [name, ...others].map((it) => bare(tokens(it).filter((it) => !it.parts).map((it) => it.word)).join(" "));
    return { name, code, slug, isEvaluated: evaluated.has(slug), spelt, folded: spelt.map(fold) };
  }));
}
const bare = (words) => (words.length > 1 && /^(kommun|stad)/.test(words.at(-1)) ? words.slice(0, -1) : words);

// The municipality that is named from a word on, by name, genitive or kommunkod.
function nameAt(words, at, index, text) {
  for (let length = Math.min(3, words.length - at); length; length--) {
    const used = words.slice(at, at + length);
    const spelt = used.map((it) => it.word).join(" ");
    const follows = /^(kommun|stad)/.test(words[at + length]?.word);
    const isOrdinary = ORDINARY.has(spelt) && words.length > 1 && !follows && text[used[0].at] === used[0].word[0];
    const found = !isOrdinary && called(spelt, index);
    if (found) return { municipality: found, length: length + follows };
  }
  return null;
}

function called(spelt, index) {
  const all = register(index);
  const owner = spelt.replace(/s$/, "");
  const having = (key, ...forms) => all.find((it) => forms.some((form) => it[key].includes(form)));
  return all.find((it) => it.code === spelt) ?? having("spelt", spelt) ?? having("spelt", owner) ?? (fold(spelt) === spelt ? having("folded", spelt, owner) : undefined);
}

// The municipality that an unknown word may be a misspelling of. A short word has to
// begin like it: many others are one letter off (hund, Lund).
export function nearestName(word, index) {
  const most = word.length > 6 ? 2 : +(word.length > 3);
  let best = null;
  for (const it of register(index)) {
    for (const name of it.folded) {
      for (const form of [name, `${name}s`]) {
        if (most < 2 && form[0] !== fold(word[0])) continue;
        const distance = edits(fold(word), form);
        const rank = distance + edits(word, it.spelt[0]) / 100 + (it.isEvaluated ? 0 : 0.001);
        if (distance <= most && (!best || rank < best.rank)) best = { municipality: it, distance, rank };
      }
    }
  }
  return best;
}

// What inflection puts behind a word, and what makes another word of it.
const FORM = /^(?:|[aeo]?[nrst]s?|[aeo]s?|[aeo]rnas?|[aeo]rs|nas?|ens?|ets?|a[dt]e?s?|des?|te)$/;
const KIN = /^(?:n?ing|else|are|ande|ende|het|or|nad|lig|ig|isk|ism|ist|ik|i|ation|era|ad|d)?(?:|[aeo]?[nrst]s?|[aeo]s?|[aeo]rnas?|nas?|ens?|ets?|a[dt]e?s?|des?|te)$/;

// How a word with the same beginning is related to another: 2 is a form of it, 1 made of it, 0 neither.
function relation(word, folded, other) {
  let common = 0;
  while (common < folded.length && folded[common] === other.folded[common]) common += 1;
  if (!other.word.startsWith(word.slice(0, common))) return 0;
  const fits = (ending) => {
    for (let at = common; at >= Math.max(4, folded.length - 5); at--) {
      // Before an ending with a vowel, m and n are written twice.
      const rest = other.folded.slice(at - 1).replace(/^([mn])\1(?=.)/, "$1").slice(1);
      if (ending.test(folded.slice(at)) && ending.test(rest)) return true;
    }
    return false;
  };
  return fits(FORM) ? 2 : +fits(KIN);
}

// Terms of forms of a word that the stemmer does not see together, and of words made of it, with
// how they are related.
export async function relatives(word, index) {
  const folded = fold(word);
  if (folded.length < 4) return [];
  const known = new Map();
  for (const it of await index.words(folded.slice(0, Math.max(4, folded.length - 4)))) {
    const rank = relation(word, folded, it);
    const term = index.term(it.word);
    if (rank > (known.get(term) ?? 0)) known.set(term, rank);
  }
  known.delete(index.term(word));
  return [...known];
}

// What an unknown word may be instead: two known words in one, or a word that is
// spelt nearly so.
export async function instead(word, index) {
  const folded = fold(word);
  const near = await nearest(word, folded, index);
  if (near?.distance === 1) return near;
  const parts = await parted(word, index);
  return parts ? { parts } : near;
}

// The further off, the less it says: it may well be another word.
async function nearest(word, folded, index) {
  if (folded.length < 4) return null;
  const most = folded.length > 7 ? 2 : 1;
  let best = null;
  for (const letter of new Set([folded[0], folded[1]])) {
    for (const it of await index.words(letter)) {
      // A long word may stand in another form than it is written in.
      const distance = isSlip(stem(word), stem(it.word)) ? 1 : Math.abs(it.folded.length - folded.length) > most ? Infinity : edits(folded, it.folded);
      const rank = distance - Math.log1p(it.count) / 100;
      if (distance <= most && (!best || rank < best.rank)) best = { ...it, distance, rank, share: 1 / distance };
    }
    if (best) return best;
  }
  return best;
}

// A letter off, in a word that is long enough to be told by the others; with another ending it
// is another word.
const isSlip = (word, other) => word.length > 5 && word.at(-1) === other.at(-1) && Math.abs(word.length - other.length) < 2 && edits(word, other) === 1;
const isForm = (word, other) => other.startsWith(word) && FORM.test(other.slice(word.length));
const SLIP = 2;

// A compound that no text has, in two words that texts have: the longest first word, rather as
// it is written than in another form.
export async function parted(word, index) {
  const folded = fold(word);
  const known = new Map((await index.words(folded.slice(0, 3))).map((it) => [it.folded, it.word]));
  const splits = [];
  for (let at = folded.length - 3; at > 2; at--) {
    const head = folded.slice(0, at);
    const heads = [head, head.replace(/[seou]$/, ""), `${head}a`, `${head}e`, head.replace(/[ou]$/, "a")].filter((it) => it.length > 2);
    const near = (fits) => [...known.keys()].find((it) => heads.some((head) => fits(head, it)));
    const firsts = [heads.find((it) => known.has(it)), near(isForm), near(isSlip)];
    const doubt = firsts.findIndex(Boolean);
    if (doubt >= 0) splits.push({ at, first: known.get(firsts[doubt]), doubt });
  }
  // The rest is looked for as it is written, then with a letter off: more files for worse words.
  for (const [turn, doubts] of [[0], [1], [SLIP], [0, 1]].entries()) {
    const found = await Promise.all(splits.filter((it) => doubts.includes(it.doubt)).map(async ({ at, first }) => {
      const [tail, plain] = [word.slice(at), folded.slice(at)];
      const all = await index.words(plain.slice(0, Math.max(3, plain.length - 4)));
      const second = all.find((it) => (turn > SLIP ? isSlip(plain, it.folded) : it.folded === plain || relation(tail, plain, it)));
      return second && [first, second.word];
    }));
    const words = found.find(Boolean);
    if (words) return words;
  }
  return null;
}
