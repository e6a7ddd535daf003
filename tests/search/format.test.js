// The example of docs/search-format.md, read by the code of the search page, and what
// a reader must refuse.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";

const { open } = await import(new URL("../../themes/kompass/files/index.js", import.meta.url));

const document = readFileSync(new URL("../../docs/search-format.md", import.meta.url), "utf8");
const MARK = [...Buffer.from("KSI"), 1];

/** The bytes of a file of the example: what stands before two spaces on each line. */
function example(name) {
  const block = document.split(`\`${name}\`, decompressed:\n\n\`\`\`text\n`)[1].split("```")[0];
  const bytes = block.split("\n").flatMap((line) => line.split("  ")[0].split(" ").filter(Boolean));
  return Buffer.from(bytes.map((byte) => parseInt(byte, 16)));
}

const directory = {
  documents: 3,
  pages: [["a/", "", 1], ["b/", "", 1], ["c/", "", 1]],
  titles: [""],
  filters: [],
  packs: [3],
  terms: ["lan"],
  words: ["lan"],
};
const files = {
  "directory.bin": Buffer.from([...MARK, ...Buffer.from(JSON.stringify(directory))]),
  "columns.bin": Buffer.from([...MARK, 0, 0, 0, 0, 0, 0]),
  "terms/0.bin": example("terms/0.bin"),
  "places/0.bin": example("places/0.bin"),
};

/** Opens an index of these files, as a host sends them. */
function opened(files, sent = gzipSync) {
  globalThis.fetch = async (name) => (files[name] ? new Response(sent(files[name])) : new Response("", { status: 404 }));
  return open("");
}

const listed = [
  { term: "län", documents: [0, 1], impacts: [0xd9, 0x93], places: [[16, 49], [48, 49]] },
  { term: "lån", documents: [0, 2], impacts: [0x8e, 0xda], places: [[50], [16, 49, 50]] },
];

async function read(index) {
  const terms = await index.terms("lan");
  return Promise.all(terms.map(async (entry) => {
    const places = await index.places(entry);
    const documents = [...entry.documents];
    return { term: entry.term, documents, impacts: [...entry.impacts], places: documents.map((it) => places.get(it)) };
  }));
}

describe("format", () => {
  test("the example is read as it is explained", async () => {
    assert.deepEqual(await read(await opened(files)), listed);
  });

  test("files that a host has decompressed are read as well", async () => {
    assert.deepEqual(await read(await opened(files, (bytes) => bytes)), listed);
  });

  test("another mark or version is refused", async () => {
    for (const mark of [[...Buffer.from("KSI"), 2], [...Buffer.from("KSJ"), 1]]) {
      const other = Buffer.from([...mark, ...files["directory.bin"].subarray(4)]);
      await assert.rejects(opened({ ...files, "directory.bin": other }));
    }
  });
});
