// The search finds what people mean: floors on what the acceptance sets measure, on
// the repository's own portal. `held-out.toml` was put aside while the search was
// made; `strangers/` was written by people who had read neither the search nor the
// other sets.
//   KOMPASS=target/debug/kompass node --test tests/search/acceptance.test.js

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";

import { describe as told, figures, isMissed, openSite, run } from "./acceptance.js";

const REPOSITORY = resolve(import.meta.dirname, "../..");
const PROGRAM = resolve(process.env.KOMPASS ?? join(REPOSITORY, "target/debug/kompass"));
const QUERIES = join(import.meta.dirname, "queries.toml");
const HELD_OUT = join(import.meta.dirname, "held-out.toml");

const strangers = (after) => ["citizen", "journalist", "officer"].map((name) => join(import.meta.dirname, `strangers/${name}${after}.toml`));
const [STRANGERS, LATER] = [strangers(""), ["-2", "-3", "-4", "-5"].flatMap(strangers)];

// What every set reaches, and what all reach together where one set has few of a class.
const FLOORS = { "success@1 of names": 1, "success@3 of all others": 0.95, suggestions: 1, "nothing where nothing is": 1 };
const TOGETHER = { "success@3 of synonyms": 0.9, "success@3 of questions": 0.9, "recall@10 of compounds": 0.95 };

let folder;
let engine;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "kompass-search-"));
  execFileSync(PROGRAM, ["build", "--root", REPOSITORY, "--output", folder], { stdio: "ignore" });
  engine = await openSite(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const shown = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.toFixed(3)]));

function expect(reached, floors) {
  for (const [figure, floor] of Object.entries(floors)) {
    assert.ok(reached[figure] >= floor, `${figure}: ${reached[figure]}, expected ${floor}`);
  }
}

/** A term without the documents that have it only inside compounds. */
function writtenOut(entry) {
  const kept = [...entry.documents.keys()].filter((at) => entry.impacts[at] & 128);
  return { ...entry, documents: kept.map((at) => entry.documents[at]), impacts: kept.map((at) => entry.impacts[at]) };
}

describe("acceptance", () => {
  for (const [name, files] of [["the set", [QUERIES]], ["what was held out", [HELD_OUT]], ["strangers' queries", STRANGERS], ["later strangers' queries", LATER]]) {
    test(name, async (context) => {
      const rows = await run(engine, files);
      const reached = figures(rows);
      context.diagnostic(`${rows.length} queries: ${JSON.stringify(shown(reached))}`);
      for (const row of rows.filter(isMissed)) context.diagnostic(told(row).split("\n")[0]);
      expect(reached, FLOORS);
    });
  }

  test("words inside compounds and other words for the same are found by these alone", async (context) => {
    const all = figures(await run(engine, [QUERIES, HELD_OUT, ...STRANGERS, ...LATER]));
    const written = { ...engine, terms: async (folded) => (await engine.terms(folded)).map(writtenOut), meanings: async () => [] };
    const without = figures(await run(written, [QUERIES, HELD_OUT, ...STRANGERS, ...LATER]));
    expect(all, TOGETHER);
    context.diagnostic(`with both: ${JSON.stringify(shown(all))}`);
    context.diagnostic(`without parts of compounds and synonyms: ${JSON.stringify(shown(without))}`);
    assert.ok(without["recall@10 of compounds"] < all["recall@10 of compounds"]);
    assert.ok(without["success@3 of synonyms"] < all["success@3 of synonyms"]);
  });
});
