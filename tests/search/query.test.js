// What is understood of a query, with an invented register (S7).

import assert from "node:assert/strict";
import { test } from "node:test";

const theme = (name) => import(new URL(`../../themes/kompass/files/${name}`, import.meta.url));
const [{ instead, nearestName, relatives, understand }, { termWith }] = await Promise.all([theme("query.js"), theme("words.js")]);

const stop = new Set(["hur", "är", "det", "i", "dem", "kommun", "kommunen", "egentligen", "jättemycket"]);

const index = {
  filters: [{ name: "ar", values: ["2011", "2020"] }],
  municipalities: [["Alby", "9001", "alby"], ["Norrhult", "9002", "norrhult"], ["Faled", "9003", "", "Fale kommun"]],
  stop,
  term: termWith(stop),
};

const understood = (words) => {
  const { groups, names, years, kinds } = understand(words, index);
  return { words: groups.map((it) => it.phrase ?? it.word), names: names.map((it) => it.name), years, kinds };
};

test("names, years and kinds are told from words", () => {
  const cases = [
    ["alby budget", ["budget"], ["Alby"], [], null],
    ["Albys kommun 2011", [], ["Alby"], ["2011"], null],
    ["Fale kommun", [], ["Faled"], [], null],
    ["9002", [], ["Norrhult"], [], null],
    ["norrhult styrkor dialog", ["dialog"], ["Norrhult"], [], ["styrka"]],
    ["goda exempel jämställdhet", ["jämställdhet"], [], [], ["exempel", "hanvisning"]],
    ["styrkor", ["styrkor"], [], [], null],
    ["2011", ["2011"], [], [], null],
    ['"lokal budget" Alby', [["lokal", "budget"]], ["Alby"], [], null],
    ["e-tjänst", ["etjänst"], [], [], null],
  ];
  for (const [text, words, names, years, kinds] of cases) assert.deepEqual(understood(text), { words, names, years, kinds }, text);
});

test("no word is lost with another", () => {
  assert.deepEqual(understood("hur är budgeten i Alby").words, ["budgeten"]);
  assert.deepEqual(understood("alby qqqq budget").words, ["qqqq", "budget"]);
  assert.deepEqual(understood("hur är det").words, ["hur", "är", "det"]);
});

test("a word is not taken for the stop word that its stem is", () => {
  assert.deepEqual(["demens", "dem", "budgeten"].map(index.term), ["demens", "dem", "budget"]);
  assert.deepEqual(understood('"kommunens budget demens"').words, [["kommunens", "budget", "demens"]]);
});

test("words of emphasis ask for nothing where others do", () => {
  assert.deepEqual(understood("hur är budgeten egentligen jättemycket").words, ["budgeten"]);
  assert.deepEqual(understood("egentligen").words, ["egentligen"]);
  assert.deepEqual(understood("egentlig verklighet").words, ["egentlig", "verklighet"]);
});

test("a question of words that say nothing is about the portal", () => {
  const isGeneral = (words) => understand(words, index).isGeneral;
  assert.ok(isGeneral("hur är det i kommunen"));
  for (const words of ["hur är budgeten", "är Alby det", "är", "kommun", '"är det"']) assert.ok(!isGeneral(words), words);
});

test("a word that is nothing by itself may be a name", () => {
  assert.equal(nearestName("norhult", index).municipality.name, "Norrhult");
  assert.equal(nearestName("norrhults", index).municipality.name, "Norrhult");
  assert.equal(nearestName("qqqq", index), null);
  assert.equal(nearestName("alyb", index).municipality.name, "Alby");
  assert.equal(nearestName("elby", index), null, "a short name begins alike");
});

// Words that an index has: as it gives those with a beginning.
const spelt = (...words) => {
  const all = words.map((word) => ({ word, folded: word.normalize("NFD").replace(/\p{M}/gu, ""), count: 1 }));
  return { words: async (letters) => all.filter((it) => it.folded.startsWith(letters)) };
};

test("a word is akin to its forms, and to one whose last letter is doubled", async () => {
  const kin = (word, ...words) => relatives(word, { ...index, ...spelt(...words) });
  assert.deepEqual(await kin("mataffär", "mataffären", "mataffärsägare"), []);
  assert.deepEqual(await kin("livsrum", "livsrummet", "livsrumba"), [["livsrummet", 2]]);
  assert.deepEqual(await kin("kalvskin", "kalvskinnet", "kalvskinka"), [["kalvskinnet", 2]]);
  assert.deepEqual(await kin("gästbok", "gästbokket"), []);
});

test("a slip in a long word is found in another form of the word", async () => {
  assert.equal((await instead("nattvandrning", spelt("nattvandringarna"))).word, "nattvandringarna");
  assert.equal(await instead("borgerlig", spelt("bordet")), null, "short stems are near many");
});

test("a compound with a slip is parted, and one without before it", async () => {
  const parts = async (word, ...words) => (await instead(word, spelt(...words)))?.parts;
  assert.deepEqual(await parts("tryghetsplan", "trygghet", "plan"), ["trygghet", "plan"]);
  assert.deepEqual(await parts("personalomsätning", "personal", "omsättning"), ["personal", "omsättning"]);
  assert.deepEqual(await parts("tryghetsomsätning", "trygghet", "omsättning"), undefined, "one slip a word");
  assert.deepEqual(await parts("personalomsättning", "personal", "omsättning", "persomalom", "sättning"), ["personal", "omsättning"]);
  assert.deepEqual(await parts("budgetrådgivare", "budgetram", "givare"), undefined, "another ending is another word");
});

test("a word two letters off says less than a word", async () => {
  const index = spelt("fördelade");
  assert.equal((await instead("fördelede", index)).share, 1);
  assert.ok((await instead("försenade", index)).share < 1);
});
