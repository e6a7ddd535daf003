// How text becomes what the index compares: the same as src/search/analysis.rs
// and frostem do, which a test holds this against.

const WORD = /[\p{Alphabetic}\p{N}]+/gu;
const HYPHEN = /^[-\u2010\u2011]$/;

// The words of a text in NFC, in lower case, with the places where they begin
// and end; what hyphens join comes once more as one word.
export function tokens(text) {
  const found = [];
  let run = [];
  const close = () => {
    const [at, end] = [run[0]?.at, run.at(-1)?.end];
    const word = run.map((it) => text.slice(it.at, it.end)).join("").toLowerCase();
    if (run.length > 1) found.push({ word, at, end, parts: run });
    run = [];
  };
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    if (run.length && !HYPHEN.test(text.slice(run.at(-1).end, at))) close();
    const token = { word: word.toLowerCase(), at, end: at + word.length };
    run.push(token);
    found.push(token);
  }
  close();
  return found;
}

// Snowball's stemmer for Swedish, https://snowballstem.org/algorithms/swedish/stemmer.html
const VOWELS = "aeiouyäåö";
const START = new RegExp(`^[^${VOWELS}]*[${VOWELS}]+[^${VOWELS}]`, "u");
const ENDINGS = /(?:het(?:er(?:na)?|ens?)?|[aeo]rnas?|ande[nst]?|a(?:rens?|des?|rne|ste?|re|[drst])?|erns?|e(?:ns?|[rst])?|or|s)$/;
const BEFORE_S = /[bcdfghjklmnoprtvy]$/;
const SYLLABLE = new RegExp(`.[${VOWELS}][^${VOWELS}]$`, "su");
const NO_ET = /(?:fab|h|pak|rak|stak|kom|iet|[cdmnprstux]it|alit|ilit|ivit|kvit)$/;
const losesEt = (before) => SYLLABLE.test(before) && !NO_ET.test(before);

// What a word is looked up by: its stem. A word whose stem is a stop word, though it is none
// itself, stays as it is (demens, dem).
export const termWith = (stop) => (word) => {
  const root = stem(word);
  return stop.has(root) && !stop.has(word) ? word : root;
};

export function stem(word) {
  const first = Math.max(START.exec(word)?.[0].length ?? Infinity, /^.{3}/su.exec(word)?.[0].length ?? Infinity);
  if (first >= word.length) return word;
  let stem = word;
  const last = (pattern) => pattern.exec(stem.slice(first))?.[0];
  const drop = (length) => (stem = stem.slice(0, stem.length - length));
  const ending = last(ENDINGS);
  if (ending === "s") {
    const before = stem.slice(0, -1);
    if (before.endsWith("et") && losesEt(before.slice(0, -2))) drop(3);
    else if (BEFORE_S.test(before)) drop(1);
  } else if (ending !== "et" || losesEt(stem.slice(0, -2))) drop(ending?.length ?? 0);
  if (last(/(?:dd|gd|nn|dt|gt|kt|tt)$/)) drop(1);
  const suffix = last(/(?:lig|ig|els|fullt|öst)$/);
  if (suffix === "fullt" || (suffix === "öst" && /[iklnprtuv]öst$/.test(stem))) drop(1);
  else if (suffix !== "öst") drop(suffix?.length ?? 0);
  return stem;
}
