// The search for borrowed words, with an invented report.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { borrowed, namesOf, readReport } from "./borrowed-words.js";

const REPORT = `Område 1 Ljus och vatten

Lampan vid bron i Alby lyser hela natten och släcks

först när solen går upp.	<p>Vattnet är klart</p> <p>Båtar finns att hyra</p>
Vid sjön finns Röda Stugans vänner med råd om ljus och vatten.`;

const report = readReport(REPORT, namesOf(["Alby", "ljus och vatten"]));
const found = (text, isRecord) => borrowed(text, report, isRecord).map(({ line, count }) => [line, count]);

test("more than six words in common are found, six are not", () => {
  const cases = [
    ["Nu lyser hela natten och släcks först när, säger de.", [[1, 7]]],
    ["Nu lyser hela natten och släcks först ibland.", []],
    // Case, marks and page breaks of the report make no word another one.
    ["LYSER hela natten: och släcks – först när", [[1, 7]]],
    ["lyser hela nat\u00adten och sla\u0308cks först när", [[1, 7]]],
    // Cells of a table follow each other.
    ["Solen går upp. Vattnet är klart, båtar finns att hyra.", [[1, 10]]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(found(text), expected, text);
});

test("names do not count, nor do headings", () => {
  const cases = [
    // Alby is in the register: six words and a name.
    ["vid bron i Alby lyser hela natten", []],
    ["lampan vid bron i Alby lyser hela natten", [[1, 7]]],
    // What has a capital within a sentence is a name.
    ["Se vid sjön finns Röda Stugans vänner med råd", []],
    ["Se vid sjön finns röda stugans vänner med råd", [[1, 8]]],
    // So is the name of an area, in any case.
    ["Där: Stugans vänner med råd om ljus och vatten", []],
    ["## lampan vid bron i Alby lyser hela natten", []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(found(text), expected, text);
});

test("a run stays within its paragraph or item, and is told with the line it begins on", () => {
  const run = "lyser hela natten och";
  assert.deepEqual(found(`Text.\n\n- ${run}\n- släcks först när solen`), []);
  assert.deepEqual(found(`Text.\n\n${run}\n\nsläcks först när solen`), []);
  assert.deepEqual(found(`Text.\n\nDen ${run}\nsläcks först när solen`), [[3, 8]]);
  assert.deepEqual(found(`## Rubrik\n\n- Text\n- ${run} släcks först när`), [[4, 7]]);
});

test("of a record, the topics and summaries are read", () => {
  const record = 'title = "lyser hela natten och släcks först när"\n\ntopic = "lyser hela natten och släcks först när"\nsummary = "Den lyser hela natten och släcks först när."\n';
  assert.deepEqual(found(record, true), [[3, 7], [4, 7]]);
});

test("the command says where and fails", async (context) => {
  const folder = await mkdtemp(path.join(tmpdir(), "borrowed-"));
  context.after(() => rm(folder, { recursive: true }));
  const script = fileURLToPath(new URL("borrowed-words.js", import.meta.url));
  const file = path.join(folder, "report.txt");
  await writeFile(file, REPORT);
  const run = (...args) => {
    const { status, stdout } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
    return [status, stdout];
  };
  assert.deepEqual(run(file), [2, ""]);
  assert.deepEqual(run(file, folder), [2, ""], "no content is not the same as nothing borrowed");
  const summary = path.join(folder, "summary.md");
  await writeFile(summary, "Egna ord om lampan.\n");
  assert.deepEqual(run(file, folder), [0, "0 runs of more than 6 words in 1 files\n"]);
  await writeFile(summary, "Egna ord.\n\nDen lyser hela natten och släcks först när det är ljust.\n");
  const said = `${summary}:3: 7 words: lyser hela natten och släcks först när\n1 runs of more than 6 words in 1 files\n`;
  assert.deepEqual(run(file, folder), [1, said]);
});
