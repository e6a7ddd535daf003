// The search finds what people mean: floors on what the acceptance set measures,
// on the repository's own portal. `held-out.toml` was written with the set and
// put aside while the search was made.
//   KOMPASS=target/debug/kompass node --test tests/search/acceptance.test.js

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";

import { describe as told, figures, isByCompound, isMissed, openSite, run } from "./acceptance.js";

const REPOSITORY = resolve(import.meta.dirname, "../..");
const PROGRAM = resolve(process.env.KOMPASS ?? join(REPOSITORY, "target/debug/kompass"));
const QUERIES = join(import.meta.dirname, "queries.toml");
const HELD_OUT = join(import.meta.dirname, "held-out.toml");

const FLOORS = { "success@1 of names": 1, "success@3": 0.9, "recall@10 of compounds": 0.9, suggestions: 0.95 };

let folder;
let engine;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "kompass-search-"));
  execFileSync(PROGRAM, ["build", "--root", REPOSITORY, "--output", folder], { stdio: "ignore" });
  engine = await openSite(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const shown = (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.toFixed(3)]));

describe("acceptance", () => {
  for (const [name, file] of [["the set", QUERIES], ["what was held out", HELD_OUT]]) {
    test(name, async (context) => {
      const rows = await run(engine, [file]);
      const reached = figures(rows);
      context.diagnostic(`${rows.length} queries: ${JSON.stringify(shown(reached))}`);
      for (const row of rows.filter(isMissed)) context.diagnostic(told(row).split("\n")[0]);
      for (const [figure, floor] of Object.entries(FLOORS)) {
        assert.ok(reached[figure] >= floor, `${figure}: ${reached[figure]}, expected ${floor}`);
      }
    });
  }

  test("words inside compounds are found by their parts only", async (context) => {
    const all = figures(await run(engine, [QUERIES]));
    const without = figures(await run({ ...engine, isHidden: isByCompound }, [QUERIES]));
    context.diagnostic(`without parts of compounds: ${JSON.stringify(shown(without))}`);
    assert.ok(without["recall@10 of compounds"] < all["recall@10 of compounds"]);
  });
});
