// The suggester's pure functions on the register of the repository (S1).
//   node --test tests/search/suggest.test.js

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const scripts = ["suggest.js", "letters.js"].map((name) => read(`themes/kompass/files/${name}`));
const { closest, decode, suggest } = await import("../../themes/kompass/files/suggest.js");

const folded = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z]+/g, "-");

// Every third municipality has a page, as have those with a slug of their own.
const register = read("content/municipalities.csv").trim().split("\n").slice(1).map((line) => line.split(","));
const rows = register
  .map(([code, name, , , , slug], i) => ({ code, name, page: slug === folded(name) ? i % 3 === 0 && 1 : slug }))
  .sort((a, b) => a.name.localeCompare(b.name, "sv"))
  .map(({ code, name, page }) => (page ? [name, code, page] : [name, code]));
const entries = decode(rows);
const names = (query) => suggest(query, entries).map((entry) => entry.name);

test("rows are decoded", () => {
  assert.equal(entries.length, 290);
  const expected = decode([["Upplands-Bro", "0139", 1], ["Håbo", "0305", "habo-uppsala"], ["Åre", "2321"]]);
  assert.deepEqual(expected, [
    { name: "Upplands-Bro", code: "0139", slug: "upplands-bro" },
    { name: "Håbo", code: "0305", slug: "habo-uppsala" },
    { name: "Åre", code: "2321", slug: undefined },
  ]);
});

test("the municipality that is meant comes first", () => {
  const meant = {
    hoganas: "Höganäs", Höganä: "Höganäs", "HÖGANÄS kommun": "Höganäs", 1284: "Höganäs", "Ho\u0308ganäs": "Höganäs",
    Lindsberg: "Lindesberg", Lindesbreg: "Lindesberg", "Lindesbergs kommun": "Lindesberg", Lindsbergs: "Lindesberg",
    Lnud: "Lund", Lunds: "Lund", "lunds komm": "Lund", LUND: "Lund", " lund ": "Lund",
    Burlov: "Burlöv", burlövs: "Burlöv", orebro: "Örebro", are: "Åre", Åre: "Åre", amal: "Åmål", Borås: "Borås",
    "Stockholms stad": "Stockholm", "Region Gotland": "Gotland", "upplands bro": "Upplands-Bro", väsby: "Upplands Väsby",
    "dals ed": "Dals-Ed", Götbeorg: "Göteborg", Joenkoping: "Jönköping", "0114": "Upplands Väsby", Malmo: "Malmö",
  };
  for (const [query, name] of Object.entries(meant)) assert.equal(names(query)[0], name, query);
});

test("every name, genitive, official name and code leads to its municipality", () => {
  for (const [code, name, genitive, official, alias] of register) {
    for (const query of [code, name, genitive, official, alias, name.toLowerCase(), folded(name)]) {
      const found = names(query);
      const place = query === folded(name) ? 2 : 1;
      if (query) assert.ok(found.slice(0, place).includes(name), `${query}: ${found}`);
    }
  }
});

test("exact letters come before letters without their dots", () => {
  assert.deepEqual(names("habo").slice(0, 2), ["Habo", "Håbo"]);
  assert.deepEqual(names("håbo").slice(0, 2), ["Håbo", "Habo"]);
  assert.deepEqual(names("ös").slice(0, 2), ["Östersund", "Österåker"]);
  assert.deepEqual(names("bro").slice(0, 2), ["Bromölla", "Upplands-Bro"]);
});

test("at most eight rows, nothing for nonsense", () => {
  assert.equal(names("s").length, 8);
  assert.equal(names("1").length, 8);
  for (const query of ["", " ", "qqqqqq", "<img onerror>", "kommun kommun", "99", "x".repeat(10_000)])
    assert.deepEqual(names(query), [], query);
});

test("a near miss is told, a name is not", () => {
  const misses = { Lindsberg: "Lindesberg", Lnud: "Lund", Burlov: "Burlöv", Goteborg: "Göteborg", "Lindsbergs kommun": "Lindesberg" };
  for (const [query, name] of Object.entries(misses)) assert.equal(closest(query, entries)?.name, name, query);
  for (const query of ["Lund", "lunds kommun", "1284", "Habo", "medborgardialog", "", "li"])
    assert.equal(closest(query, entries), null, query);
});

test("script and names together stay below 5 kB", () => {
  const all = register.map(([code, name, , , , slug]) => [name, code, slug === folded(name) ? 1 : slug]);
  const sizes = [...scripts, JSON.stringify(all)].map((text) => gzipSync(text, { level: 9 }).length);
  assert.ok(sizes.reduce((sum, size) => sum + size) <= 5000, `${sizes} bytes`);
});
