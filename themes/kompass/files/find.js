// How words are looked for in the index: the search page and its tests share it.

// What is written out comes before what a compound hides, names and titles
// before texts, whole words before words that only begin alike.
export const ranking = {
  diacriticSimilarity: 4,
  termSimilarity: 8,
  metaWeights: { name: 60, title: 25, parts: 0.3 },
};

// Opens the index at an address; hits lead below base.
export async function open(address, base) {
  const pagefind = await import(`${address}pagefind.js`);
  await pagefind.options({ baseUrl: base, ranking, excerptLength: 30 });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}

const plain = (text) => text.toLowerCase().normalize("NFC");
const folded = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "");
const wordsOf = (text) => text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];

// Searches change options of the engine, so they stand in line.
let line = Promise.resolve();
const inTurn = (search) => (line = line.then(search, search));

async function look(pagefind, words, chosen, { order = "", exact = false } = {}) {
  const filters = Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));
  const sort = order ? { [order]: "desc" } : {};
  return inTurn(async () => {
    await pagefind.options({ exactDiacritics: exact });
    return (await pagefind.search(words || null, { filters, sort })) ?? { results: [], filters: {} };
  });
}

// Hits in the order of their relevance or of a sort key, highest first.
export async function find(pagefind, { words, chosen = {}, order = "" }) {
  const found = await relevant(pagefind, words, chosen);
  return order ? { ...found, results: await ordered(pagefind, found.results, order) } : found;
}

// Hits with all words: names first, then exactly spelt ones; if no place at all
// has them, those with some of the words, most first. A quoted phrase is looked
// for as it stands. Only hits with everything that was looked for can be counted.
async function relevant(pagefind, words, chosen) {
  const { query, known, isPartial, isExact } = await understand(pagefind, words);
  if (words && !known) return { results: [], isPartial: false, isCounted: false, query };
  const all = (await look(pagefind, query, chosen)).results;
  if (!all.length && known > 1 && !(await look(pagefind, query, {})).results.length)
    return { results: await some(pagefind, query, chosen), isPartial: true, isCounted: false, query };
  if (!query) return { results: all, isPartial, isCounted: true, query };
  const exact = isExact ? (await look(pagefind, query, chosen, { exact: true })).results : [];
  return { results: united(await named(all, query), exact, all), isPartial, isCounted: true, query };
}

// The engine drops what lacks the key; here that comes last.
async function ordered(pagefind, results, order) {
  const keyed = (await look(pagefind, "", {}, { order })).results;
  const places = new Map(keyed.map(({ id }, at) => [id, at]));
  const place = ({ id }) => places.get(id) ?? keyed.length;
  return [...results].sort((a, b) => place(a) - place(b));
}

// The words of a query that occur at all: the engine makes do with the beginning
// of a word it does not know.
async function understand(pagefind, words) {
  const all = wordsOf(words);
  const met = [];
  for (const word of all) met.push({ word, ...(await meet(pagefind, word)) });
  const known = met.filter((it) => it.isKnown);
  if (words.includes('"')) return { query: words, known: +(known.length === all.length), isPartial: false };
  return {
    query: known.map((it) => it.word).join(" "),
    known: known.length,
    isPartial: known.length < all.length,
    isExact: known.every((it) => it.isExact),
  };
}

async function meet(pagefind, word) {
  const isMet = async (exact, letters) => {
    const { results } = await look(pagefind, word, {}, { exact });
    const inside = results.filter((it) => it.matchedMetaFields?.includes("parts")).slice(0, 3);
    for (const result of new Set([...results.slice(0, 1), ...inside])) {
      if (await holds(result, letters(word), letters)) return true;
    }
    return false;
  };
  const isKnown = await isMet(false, folded);
  return { isKnown, isExact: isKnown && (await isMet(true, plain)) };
}

// What inflection puts at the end of a word.
const ENDING =
  /^(?:het|and|ar|l?ig|els)?(?:[aeotnr]|[aeo]r|[aeo]n|et|na|[aeo]rna|a[dt]|ade|aste?|are)?s?$/;

// Whether a hit holds a word or a form of it, and not only its beginning.
async function holds(result, word, letters) {
  const { content, meta } = await result.data();
  const inside = word.slice(0, Math.max(4, word.length - 2));
  const fits = result.matchedMetaFields?.includes("parts")
    ? (it) => isForm(word, it) || it.includes(inside)
    : (it) => isForm(word, it);
  return wordsOf([content, ...Object.values(meta)].join(" ")).some((it) => fits(letters(it)));
}

// Whether the words are alike up to an ending.
function isForm(word, other) {
  let common = 0;
  while (common < word.length && word[common] === other[common]) common += 1;
  for (let stem = common; stem > 1; stem -= 1) if (ENDING.test(word.slice(stem))) return true;
  return false;
}

// Municipalities that are called by all words.
async function named(results, query) {
  const wanted = wordsOf(folded(query));
  const candidates = results.filter((it) => it.matchedMetaFields?.includes("name")).slice(0, 3);
  const data = await Promise.all(candidates.map((it) => it.data()));
  const isCalled = ({ meta }) => wanted.every((word) => wordsOf(folded(meta.name ?? "")).includes(word));
  return candidates.filter((_, i) => isCalled(data[i]));
}

const united = (...lists) => [...new Map(lists.flat().map((it) => [it.id, it])).values()];

async function some(pagefind, query, chosen) {
  const everything = (await look(pagefind, "", {})).results.length;
  const hits = new Map();
  for (const word of query.split(" ")) {
    const { results } = await look(pagefind, word, chosen);
    // A word that nearly everything has says little.
    const weight = Math.log(1 + everything / (1 + results.length));
    for (const result of results) {
      const hit = hits.get(result.id) ?? { result, score: 0 };
      hit.score += weight * (1 + result.score / (results[0].score || 1));
      hits.set(result.id, hit);
    }
  }
  return [...hits.values()].sort((a, b) => b.score - a.score).map((hit) => hit.result);
}

// How many hits each value of each filter has. A filter's own choice does not
// count: its values are alternatives.
export async function counts(pagefind, query, chosen, names) {
  const without = (name) => Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== name));
  const common = (await look(pagefind, query, chosen)).filters;
  const counted = {};
  for (const name of names) {
    const found = name in chosen ? (await look(pagefind, query, without(name))).filters : common;
    counted[name] = found[name] ?? {};
  }
  return counted;
}

// How much of a passage is shown around a word, in letters.
const AROUND = 90;

// A passage around the compound that a word was found in: the engine marks only
// what is written out. Marks are the only markup; `<` comes as `&lt;`.
export function around(content, words) {
  const stems = wordsOf(folded(words)).map((it) => it.slice(0, Math.max(3, it.length - 2)));
  const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const word = wordsOf(content).find((it) => stems.some((stem) => folded(it).includes(stem)));
  if (!word) return safe(content.slice(0, 2 * AROUND));
  const at = content.indexOf(word);
  const end = at + word.length;
  const before = content.slice(Math.max(0, at - AROUND), at);
  const after = content.slice(end, end + AROUND);
  return `${safe(at > AROUND ? before.replace(/^\S*\s/, "") : before)}<mark>${safe(word)}</mark>${safe(after.replace(/\s\S*$/, ""))}`;
}
