// What a query finds in the index, best first: the search page and its tests
// share it.

import { fold } from "./letters.js";
import { instead, nearestName, parted, relatives, understand } from "./query.js";

// What an impact says: written out, in a title or name, and in steps how much.
const [WRITTEN, TITLED, STEPS] = [128, 64, 31];

// How well a word stands in a document: as it is asked for, as a word made of it,
// inside a compound, in other words, without the marks of its letters, or both hidden and
// without.
const [EXACT, KIN, INSIDE, MEANT, FOLDED, HIDDEN] = [6, 5, 4, 3, 2, 1];

// What forms of a word and words made of it are worth, by how they are related to it.
const RELATED = [, { weight: 0.6, level: KIN }, { weight: 0.95, level: EXACT }];

// How much less such a word says where a query has several.
const SAYS = [0, 0.3, 0.5, 0.7, 0.45, 0.7, 1];

// What results, texts about the portal and its technical texts weigh.
const STANDING = [1, 0.8, 0.4];

// Up to this percentage a meaning is another word, above it is a form of the same.
const OTHER_WORDS = 90;

// With fewer hits than this, places with some of the words follow.
const FEW = 10;

// Places with some of the words have to have this share of what the words say.
const SHARE = 0.3;

// Everything that fits a query, best first, and of how many of these documents all
// words are found. What was understood comes along.
export async function find(index, { words, chosen = {}, order }) {
  const query = understand(words, index);
  await resolve(query, index);
  const { typ, ...others } = chosen;
  const kinds = typ ? null : query.kinds;
  const narrowed = kinds ? { ...chosen, typ: kinds } : typ?.includes("alla") ? others : chosen;
  const { all, full } = rank(query, index, words);
  const documents = all.filter(fitting(index, narrowed));
  if (order) sortByYear(documents, index);
  return { query, kinds, documents, full: documents.filter((it) => full.has(it)).length, counts: count(all, index, narrowed) };
}

// Asks for the files that words will need, also while they are still typed: those that begin
// alike lie together.
export function ahead({ groups }, index) {
  for (const group of groups) if (group.word?.length > 3) alternatives([index.term(group.word)], group, index).catch(() => {});
}

// Looks the words up. A word that no text has may be a misspelt name, another
// word, or two words in one.
async function resolve(query, index) {
  const groups = [];
  const spelt = query.groups.map((it) => (it.phrase ? "" : index.term(it.word)));
  // Already on the way while phrases are looked for.
  ahead(query, index);
  for (let at = 0; at < query.groups.length; ) {
    const length = query.groups[at].phrase ? 1 : await phraseAt(spelt, at, index);
    const group = query.groups[at];
    groups.push(length > 1 ? { ...group, terms: spelt.slice(at, at + length), words: query.groups.slice(at, at + length) } : group);
    at += length;
  }
  const named = () => Promise.all(query.names.map(async (name) => (name.own ??= await mentions(name, index))));
  const [found] = await Promise.all([Promise.all(groups.map((group) => lookUp(group, query, index))), named()]);
  // A misspelt word may be one that says nothing.
  const telling = found.flat().filter((it) => !index.stop.has(it.word));
  query.groups = telling.length || query.names.length ? telling : found.flat();
  // Words may have turned out to be names.
  await named();
}

// How long the longest phrase with a meaning is that begins at a word.
async function phraseAt(terms, at, index) {
  for (let length = Math.min(3, terms.length - at); length > 1; length--) {
    if ((await index.meanings(terms.slice(at, at + length))).length) return length;
  }
  return 1;
}

// What a group of words finds, as one group or, where it is something else, as
// none or several.
async function lookUp(group, query, index) {
  if (group.phrase) return [{ ...group, found: await phrase(group.phrase, index) }];
  const terms = group.terms ?? [index.term(group.word)];
  const found = await alternatives(terms, group, index);
  const known = found.filter((it) => it.lists.every((list) => list.length));
  if (group.parts || group.terms || known.some((it) => it.level !== MEANT)) return [{ ...group, found }];
  if (known.length) return [{ ...group, found: [...found, ...(await together(group.word, index))] }];
  const name = nearestName(group.word, index);
  // A name that is so near needs no other word.
  const other = name?.distance <= 1 ? null : await instead(group.word, index);
  if (name && !other?.word) {
    query.names.push(name.municipality);
    query.meant = { name: name.municipality.name, word: group.word };
    return [];
  }
  if (other?.word) (query.corrected ??= []).push([group.word, other.word]);
  const words = other?.parts ?? (other ? [other.word] : []);
  const again = words.map(async (word) => ({ word, share: other.share, found: await alternatives([index.term(word)], { word }, index) }));
  return again.length ? Promise.all(again) : [{ ...group, found }];
}

// A compound that texts only have in other words may stand there in two.
async function together(word, index) {
  const parts = (await parted(word, index)) ?? [];
  const lists = parts.map(async (part) => (await alternatives([index.term(part)], { word: part }, index)).flatMap((it) => (it.lists[1] ? [] : it.lists[0])));
  return parts.length ? [{ terms: parts.map(index.term), lists: await Promise.all(lists), weight: 0.9, level: MEANT }] : [];
}

// Ways to say what is asked for: each a list of terms that have to stand together
// in a document, each of these in any of its spellings.
async function alternatives(terms, { word, parts }, index) {
  // Files of words and meanings come together with those of terms.
  for (const term of terms) index.terms(fold(term)).catch(() => {});
  const ways = [{ terms, weight: 1 }];
  if (parts) ways.push({ terms: parts.map((it) => index.term(it.word)), weight: 0.9 });
  const [kin, meanings] = await Promise.all([terms.length === 1 ? relatives(word, index) : [], index.meanings(terms)]);
  for (const [term, rank] of kin) ways.push({ terms: [term], ...RELATED[rank] });
  for (const [meant, percent] of meanings) {
    ways.push({ terms: meant.split(" "), weight: percent / 100, level: percent > OTHER_WORDS ? KIN : MEANT });
  }
  return Promise.all(ways.map(async (way) => {
    const spellings = await Promise.all(way.terms.map((term) => index.terms(fold(term))));
    return { ...way, lists: spellings.map((list, at) => list.map((it) => ({ ...it, isExact: it.term === way.terms[at] }))) };
  }));
}

async function phrase(terms, index) {
  const lists = await Promise.all(terms.map(async (term) => (await index.terms(fold(term))).filter((it) => it.term === term)));
  if (lists.some((list) => !list.length)) return [];
  const places = await Promise.all(lists.map(([entry]) => index.places(entry)));
  const [first] = lists[0];
  const isThere = (document) => places[0].get(document).some((place) => places.every((of, at) => of.get(document)?.includes(place + at)));
  const kept = [...first.documents.keys()].filter((at) => isThere(first.documents[at]));
  const list = { ...first, isExact: true, documents: kept.map((at) => first.documents[at]), impacts: kept.map((at) => first.impacts[at]) };
  return [{ lists: [[list]], weight: 1, terms }];
}

// Where a municipality is named without being what a document is about.
async function mentions({ spelt: [name], code }, index) {
  return Promise.all([name, `${name}s`, code].map(async (text) => (
    { lists: await Promise.all(text.split(" ").map((word) => index.terms(fold(index.term(word))))), weight: 1 })));
}

// What a word in all its spellings says of every document.
function laid(entries, index, best) {
  const [scores, classes] = [new Float32Array(index.documents), new Uint8Array(index.documents)];
  for (const { documents, impacts, isExact } of entries) {
    for (let at = 0; at < documents.length; at++) {
      const [document, impact] = [documents[at], impacts[at]];
      const isWritten = impact & WRITTEN;
      const level = isExact ? (isWritten ? best : Math.min(best, INSIDE)) : isWritten ? FOLDED : HIDDEN;
      const score = (impact & STEPS) / STEPS + (impact & TITLED ? 0.2 : 0);
      if (score > scores[document]) scores[document] = score;
      if (level > classes[document]) classes[document] = level;
    }
  }
  return { scores, classes };
}

// What a group says of every document, and how telling the group is.
function weighed({ found, share = 1 }, index) {
  const [scores, classes] = [new Float32Array(index.documents), new Uint8Array(index.documents)];
  for (const { lists, weight, level: most = EXACT } of found) {
    const each = lists.map((list) => laid(list, index, most));
    for (let document = 0; document < index.documents; document++) {
      let [score, level] = [0, EXACT];
      for (const it of each) {
        score = it.scores[document] && score >= 0 ? score + it.scores[document] : -1;
        level = Math.min(level, it.classes[document]);
      }
      if (score <= 0) continue;
      scores[document] = Math.max(scores[document], (score * weight) / each.length);
      classes[document] = Math.max(classes[document], level);
    }
  }
  const count = scores.reduce((sum, score) => sum + (score > 0), 0);
  return { scores, classes, isKnown: count > 0, weight: telling(count, index) * share };
}

// The rarer, the more telling (BM25's inverse document frequency).
const telling = (count, index) => Math.log(1 + (index.documents - count + 0.5) / (count + 0.5));

const filterOf = (index, name) => index.filters.find((it) => it.name === name) ?? { values: [], sets: [[]], of: [] };

// Whether a document has one of the values.
function having(index, name, values) {
  const { values: all, sets, of } = filterOf(index, name);
  const isChosen = sets.map((set) => set.some((value) => values.includes(all[value])));
  return (document) => isChosen[of[document]] ?? false;
}

// OR within a filter, AND between them.
function fitting(index, chosen, but) {
  const tests = Object.entries(chosen).filter(([name]) => name !== but).map(([name, values]) => having(index, name, values));
  return (document) => tests.every((test) => test(document));
}

// How many documents there would be with each value. A filter's own choice does not
// count: its values are alternatives.
function count(all, index, chosen) {
  const counts = {};
  for (const { name, values, sets, of } of index.filters) {
    const fits = fitting(index, chosen, name);
    const sums = values.map(() => 0);
    for (const document of all) if (fits(document)) for (const value of sets[of[document]]) sums[value] += 1;
    counts[name] = Object.fromEntries(sums.map((sum, at) => [values[at], sum]));
  }
  return counts;
}

// The latest first, and last what has no year.
function sortByYear(documents, index) {
  const { values, sets, of } = filterOf(index, "ar");
  const years = sets.map((set) => Math.max(0, ...set.map((value) => values[value])));
  documents.sort((a, b) => years[of[b]] - years[of[a]]);
}

// Documents with everything that was asked for, and where they are few those with a part of
// it, best first; all of them where no words were.
function rank(query, index, words) {
  const groups = query.groups.map((group) => weighed(group, index));
  const names = query.names.map((name) => named(name, index));
  const years = having(index, "ar", query.years);
  const hasYear = query.years.length > 0;
  const [isSummary, isMunicipality, isPage] = ["sammanfattning", "kommun", "sida"].map((kind) => having(index, "typ", [kind]));
  // A word that nothing has asks for no more than the most telling of those that are written.
  const most = Math.max(...groups.map((it) => it.classes.some((level) => level > INSIDE) && it.weight)) || telling(0, index);
  query.missed = query.groups.filter((it, at) => !groups[at].isKnown);
  const known = groups.reduce((sum, it) => sum + (it.isKnown && it.weight), 0);
  const total = known + most * query.missed.length;
  const [whole, some, full] = [[], [], new Set()];
  for (let document = 0; document < index.documents; document++) {
    let [met, sum, said, level] = [0, 0, 0, EXACT];
    for (const { scores, classes, weight } of groups) {
      if (!scores[document]) continue;
      met += 1;
      const says = weight * (groups.length > 1 ? SAYS[classes[document]] : 1);
      said += says;
      sum += says * (0.4 + 0.6 * scores[document]);
      level = Math.min(level, classes[document]);
    }
    const isAbout = names.some((it) => it.isAbout(document));
    const mentions = names.reduce((sum, it) => sum + it.scores[document], 0);
    if (words && !met && !isAbout && !mentions) continue;
    const ofName = names.reduce((most, it) => Math.max(most, it.isAbout(document) ? it.weight * 0.7 : it.scores[document] * it.weight * 0.5), 0);
    const score = (sum + ofName + mentions / 4) * STANDING[index.standing[document]];
    const own = isAbout && isMunicipality(document);
    const inYear = !hasYear || years(document);
    const hasAll = met === groups.length && (!names.length || isAbout || mentions > 0) && inYear;
    // Nothing can have a word that nothing has.
    const isTelling = said > known / 2;
    let tier = query.isGeneral ? +isPage(document) : groups.length === 1 ? level : 0;
    if (names.length) {
      if (groups.length) tier = own ? 3 : isAbout && hasAll ? 5 : isAbout && isTelling ? 4 : mentions && hasAll ? 2 : isAbout && met ? 1 : 0;
      else tier = isAbout && isSummary(document) ? (hasYear && inYear ? 6 : 4) : own ? 5 : isAbout ? 3 : 2;
    }
    const hit = { document, tier, score };
    if (hasAll) full.add(document);
    // A question may be asked in many words: the best answer need not have all of them.
    if (hasAll || own || (isAbout && isTelling) || query.isGeneral) whole.push(hit);
    else if (isAbout || (met && said >= SHARE * total)) some.push(hit);
  }
  const best = (hits) => hits.sort((a, b) => b.tier - a.tier || b.score - a.score || a.document - b.document).map((it) => it.document);
  const all = best(whole);
  return { all: all.length < FEW ? [...all, ...best(some)] : all, full };
}

// Which documents are about a municipality, which name it, and how telling that is.
function named({ slug, own }, index) {
  const { scores } = weighed({ found: own }, index);
  const isAbout = having(index, "kommun", [slug]);
  const count = scores.reduce((sum, score, document) => sum + (score > 0 || isAbout(document)), 0);
  return { scores, isAbout, weight: telling(count, index) };
}
