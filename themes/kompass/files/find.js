// How words are looked for in the index: the search page and its tests share it.

// What is written out comes before what a compound hides, titles before texts,
// exact letters before letters without their dots.
export const ranking = {
  diacriticSimilarity: 4,
  // Exact letters make a text count 1 + 4 times, plain ones too; a title must
  // keep up with that.
  metaWeights: { title: 25, parts: 0.01 },
};

// Opens the index at an address; hits lead below base.
export async function open(address, base) {
  const pagefind = await import(`${address}pagefind.js`);
  await pagefind.options({ baseUrl: base, ranking, excerptLength: 30 });
  await pagefind.init();
  return pagefind;
}

const alternatives = (chosen) =>
  Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, { any: values }]));

async function look(pagefind, words, chosen, order) {
  const options = { filters: alternatives(chosen), sort: order ? { [order]: "desc" } : {} };
  const found = await pagefind.search(words || null, options);
  return found ?? { results: [], filters: {} };
}

// Hits with all words; if there are none, those with some of them, most first.
export async function find(pagefind, { words, chosen = {}, order = "" }) {
  const all = await look(pagefind, words, chosen, order);
  const single = parts(words);
  if (all.results.length || single.length < 2) return { results: all.results, isPartial: false };
  const found = await Promise.all(single.map((word) => look(pagefind, word, chosen, order)));
  return { results: merged(found.map((it) => it.results)), isPartial: true };
}

// A quoted phrase is looked for as it stands, so there is nothing to take apart.
const parts = (words) => (words.includes('"') ? [] : words.split(/\s+/).filter(Boolean));

function merged(lists) {
  const hits = new Map();
  for (const list of lists) {
    // A word that nearly everything has says little.
    const weight = 1 / Math.log(2 + list.length);
    for (const result of list) {
      const hit = hits.get(result.id) ?? { result, score: 0 };
      hit.score += weight * (1 + result.score / (list[0].score || 1));
      hits.set(result.id, hit);
    }
  }
  return [...hits.values()].sort((a, b) => b.score - a.score).map((hit) => hit.result);
}

// How many hits each value of each filter has. A filter's own choice does not
// count: its values are alternatives.
export async function counts(pagefind, words, chosen, names) {
  const without = (name) => Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== name));
  const common = look(pagefind, words, chosen, "");
  const counted = names.map(async (name) => {
    const found = await (name in chosen ? look(pagefind, words, without(name), "") : common);
    return [name, found.filters[name] ?? {}];
  });
  return Object.fromEntries(await Promise.all(counted));
}
