// What a search of the repository's own portal loads: gates on everything of the
// budgets that does not depend on time. `budget.js` prints all figures.
//   KOMPASS=target/debug/kompass node --test tests/search/budget.test.js

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { cold, kinds, mostFrequent, pageWeight, warm } from "./measure.js";

const REPOSITORY = resolve(import.meta.dirname, "../..");
const PROGRAM = resolve(process.env.KOMPASS ?? join(REPOSITORY, "target/debug/kompass"));

const kB = 1000;
// What a first query may cost before its first ten hits, page and texts included. `rounds` are
// those before the hits are shown, of files that wait for each other.
const LIMITS = { "in all": 80 * kB, requests: 16, rounds: 3 };

// A word that no text has: only then is it looked for as another one, or in two, whose cost grows
// with every text.
const UNKNOWN = { medborgadialog: { ...LIMITS, rounds: 4 }, personalenkät: { "in all": 92 * kB, requests: 22, rounds: 6 } };

let site;

before(() => {
  site = mkdtempSync(join(tmpdir(), "kompass-budget-"));
  execFileSync(PROGRAM, ["build", "--root", REPOSITORY, "--output", site], { stdio: "ignore" });
});
after(() => rmSync(site, { recursive: true, force: true }));

async function queries() {
  const index = await warm(site);
  const [one, other] = index.municipalities.filter(([, , slug]) => slug).map(([name]) => name);
  const frequent = await mostFrequent(index, 5);
  return [...frequent, one, `${other} skola`, "hemtjänst", "medborgardialog", "medborgadialog", "personalenkät", "hur jobbar kommunen med digitala tjänster", '"god service"'];
}

/** Where a script of the theme is published. */
function published(script) {
  const name = readdirSync(join(site, "assets")).find((it) => it.startsWith(`${script}.`) && it.endsWith(".js"));
  return join(site, "assets", name);
}

describe("budgets", () => {
  test("the suggester's scripts", (context) => {
    const sizes = ["suggest", "letters", "field"].map((it) => gzipSync(readFileSync(published(it)), { level: 9 }).length);
    context.diagnostic(sizes.join(", "));
    assert.ok(sizes.reduce((sum, it) => sum + it) <= 2600, sizes.join(", "));
  });

  test("the search page's scripts", (context) => {
    const sizes = ["search", "index", "find", "query", "words", "letters", "passage"].map((it) => gzipSync(readFileSync(published(it)), { level: 9 }).length);
    context.diagnostic(sizes.join(", "));
    assert.ok(sizes.reduce((sum, it) => sum + it) <= 12.25 * kB, sizes.join(", "));
  });

  test("files of the index", async (context) => {
    const of = await kinds(site);
    context.diagnostic(JSON.stringify(of));
    const files = Object.values(of).reduce((sum, it) => sum + it.files, 0);
    const bytes = Object.values(of).reduce((sum, it) => sum + it.bytes, 0);
    assert.ok(files <= 100, `${files} files`);
    assert.ok(bytes <= 200 * kB, `${bytes} bytes`);
  });

  test("the first ten hits", async (context) => {
    const page = await pageWeight(site);
    context.diagnostic(JSON.stringify(page));
    const weight = Object.values(page).reduce((sum, bytes) => sum + bytes, 0);
    for (const words of await queries()) {
      const { hits, requests, rounds, bytes } = await cold(site, words);
      const seen = { requests, rounds, "in all": bytes + weight };
      context.diagnostic(`${words}: ${hits} hits, ${JSON.stringify(seen)}`);
      for (const [name, limit] of Object.entries(UNKNOWN[words] ?? LIMITS)) assert.ok(seen[name] <= limit, `${words}: ${name} ${seen[name]}, allowed ${limit}`);
    }
  });
});

// They are minified, which must change nothing but their size.
test("scripts as they are published find what those of the theme find", async () => {
  const { find } = await import(new URL("../../themes/kompass/files/find.js", import.meta.url));
  const { find: findPublished } = await import(pathToFileURL(published("find")).href);
  assert.notEqual(find, findPublished);
  const index = await warm(site);
  let found = 0;
  for (const words of await queries()) {
    const [ours, theirs] = await Promise.all([find, findPublished].map((it) => it(index, { words, chosen: {} })));
    assert.deepEqual(theirs.documents, ours.documents, words);
    found += ours.documents.length;
  }
  assert.ok(found >= 100, `${found}`);
});
