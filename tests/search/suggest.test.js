// The suggester's pure functions on the register of the repository (S1).
//   node --test tests/search/suggest.test.js

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const { decode, named, offer, parted, suggest } = await import("../../themes/kompass/files/suggest.js");

const folded = (name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z]+/g, "-");

// Every third municipality has a result.
const register = read("content/municipalities.csv").trim().split("\n").slice(1).map((line) => line.split(","));
const words = ["Mark", "Nora", "Vara"];
const presences = ([, name], i) => (i % 3 === 0 ? 1 : words.includes(name) ? -1 : 0);

function rows(presence) {
  let last = 0;
  return register.map((line, i) => {
    const [code, name, , official, , slug] = line;
    const step = code - last;
    last = +code;
    const other = name === "Falun" ? [official] : name === "Gotland" ? ["Region Gotland"] : [];
    return [name, step, presence(line, i), slug === folded(name) ? 0 : slug, ...other];
  });
}

const entries = decode({ kommuner: rows(presences) });
const equals = decode({ kommuner: rows(() => 1) });
const calledIn = (all) => (query) => suggest(query, all).map((entry) => entry.name);
const names = calledIn(entries);
const entryOf = (name) => entries.find((entry) => entry.name === name);

test("rows are decoded and in Swedish order", () => {
  assert.equal(entries.length, 290);
  const kommuner = [["Upplands-Bro", 139, 1], ["Håbo", 166, 0, "habo-uppsala"], ["Falun", 1775, 0, 0, "Falu kommun"], ["Mark", 3, -1]];
  assert.deepEqual(decode({ kommuner }), [
    { name: "Falun", code: "2080", slug: "falun", presence: 0, others: ["Falu kommun"] },
    { name: "Håbo", code: "0305", slug: "habo-uppsala", presence: 0, others: [] },
    { name: "Mark", code: "2083", slug: "mark", presence: -1, others: [] },
    { name: "Upplands-Bro", code: "0139", slug: "upplands-bro", presence: 1, others: [] },
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
  const all = calledIn(equals);
  assert.deepEqual(all("habo").slice(0, 2), ["Habo", "Håbo"]);
  assert.deepEqual(all("håbo").slice(0, 2), ["Håbo", "Habo"]);
  assert.deepEqual(all("ös").slice(0, 2), ["Östersund", "Österåker"]);
  assert.deepEqual(all("bro").slice(0, 2), ["Bromölla", "Upplands-Bro"]);
});

test("those with a result come first, but a whole name before them", () => {
  for (const query of ["s", "lin", "12"]) {
    const results = suggest(query, entries).map((entry) => entry.presence === 1);
    assert.deepEqual(results, results.toSorted((a, b) => b - a), query);
  }
  const few = [["Lund", 1, 0], ["Lundby", 1], ["Nylund", 1, 0], ["Norra Lund", 1, 1], ["Lündby", 1, 1]];
  const found = suggest("lund", decode({ kommuner: few })).map((entry) => entry.name);
  assert.deepEqual(found, ["Lund", "Norra Lund", "Lundby", "Lündby"]);
});

test("what names one municipality alone leads to it", () => {
  const meant = {
    Lund: "Lund", " lunds  kommun ": "Lund", Lunds: "Lund", 1281: "Lund", "Falu kommun": "Falun", FALUN: "Falun",
    "Malmö stad": "Malmö", "Göteborgs Stad": "Göteborg", "Region Gotland": "Gotland", "Gotlands kommun": "Gotland", håbo: "Håbo",
    habo: "Habo", "upplands bro": "Upplands-Bro", "Västerås stad": "Västerås", "Marks kommun": "Mark", 1463: "Mark", "vara kommun": "Vara",
  };
  for (const [query, name] of Object.entries(meant)) assert.equal(named(query, entries)?.name, name, query);
  const others = ["", "lun", "lund skola", "lunds kompetens", "lunds komm", "lunds stadsplan", "region skåne", "Lnud", "99", "12", "kommun"];
  for (const query of others) assert.equal(named(query, entries), undefined, query);
});

test("an ordinary word leads only to a result, letters without dots always to a page", () => {
  const at = (name, presence) => named(folded(name), [{ ...entryOf(name), presence }])?.code;
  assert.deepEqual([at("Mark", -1), at("Mark", 1)], [undefined, "1463"]);
  for (const [name, code] of [["Åre", "2321"], ["Malå", "2418"]]) assert.equal(at(name, 0), code, name);
});

const areas = [{ name: "Brukarens fokus" }, { name: "Kvalitetsutveckling" }, { name: "Chefs- och ledarskap" }, { name: "Skolans ledning" }];
const topics = ["Dialog på webben", "Medborgardialog", "Skolan som mötesplats", "En öppen dialog", "Lundagård"].map((name) => ({ name }));
const offered = (query, more = topics) => offer(query, { entries, areas, topics: more }).map((row) => row.name);

test("areas and topics follow municipalities, from the third letter", () => {
  assert.deepEqual(offered("lund"), ["Lund", "Lundagård"]);
  assert.deepEqual(offered("dialog"), ["Dialog på webben", "En öppen dialog", "Medborgardialog"]);
  assert.deepEqual(offered("ledar"), ["Chefs- och ledarskap"]);
  assert.deepEqual(offered("oppen"), ["En öppen dialog"]);
  assert.ok(!offered("lu").includes("Lundagård"));
  const many = Array.from({ length: 20 }, (_, i) => ({ name: `Sundhet ${i}` }));
  assert.equal(offered("sun", many).length, 8);
  assert.ok(names("sun").length > 5 || offered("sun", many).slice(0, names("sun").length).every((it) => !it.startsWith("Sundhet")));
});

test("a guess at a name waits for topics and gives way to them", () => {
  assert.deepEqual(names("skola"), ["Sala", "Skara", "Solna"]);
  assert.deepEqual(offer("skola", { entries, areas }).map((row) => row.name), ["Skolans ledning"]);
  assert.deepEqual(offered("skola"), ["Skolans ledning", "Skolan som mötesplats"]);
  assert.deepEqual(offer("lindsberg", { entries, areas }), []);
  assert.deepEqual(offered("lindsberg"), ["Lindesberg"]);
});

test("what was typed is told apart in a name", () => {
  const cases = [
    ["Lund", "lu", ["", "Lu", "nd"]], ["Höganäs", "hoga", ["", "Höga", "näs"]], ["Upplands-Bro", "bro", ["Upplands-", "Bro", ""]],
    ["Upplands Väsby", "upplands v", ["", "Upplands V", "äsby"]], ["Medborgardialog", "dialog", ["Medborgar", "dialog", ""]],
    ["Bromölla by Bro", "bro", ["", "Bro", "mölla by Bro"]], ["Lindesberg", "lindsb", ["Lindesberg", "", ""]],
  ];
  for (const [name, query, parts] of cases) assert.deepEqual(parted(name, query), parts, name);
});

test("at most eight rows, nothing for nonsense", () => {
  assert.equal(names("s").length, 8);
  assert.equal(names("1").length, 8);
  for (const query of ["", " ", "qqqqqq", "<img onerror>", "kommun kommun", "99", "x".repeat(10_000)])
    assert.deepEqual(names(query), [], query);
});

// The scripts are weighed as they are published, by budget.test.js.
test("names are small", () => {
  const all = rows(() => 1).map((row) => (row[3] ? row : row.slice(0, 3)));
  const size = gzipSync(JSON.stringify(all), { level: 9 }).length;
  assert.ok(size <= 1950, `${size} bytes`);
});
