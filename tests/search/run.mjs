// Searches a bundle on disk as a page would, without a browser:
//
//     node tests/search/run.mjs BUNDLE < queries
//
// A line of the input is a query, or as JSON an object with `query` and, if
// wanted, `filters`, `sort`, `limit` (10) and `exact` (words with å, ä, ö only
// as they are written). Each becomes a line of JSON with all hits counted and
// the first of them in full.

import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { openIndex } from "./bundle.js";

/** What is found for a query: how much, and the first hits in full. */
export async function answer(pagefind, { query, filters = {}, sort = {}, limit = 10, exact = false }) {
  await pagefind.options({ exactDiacritics: exact });
  const found = await pagefind.search(query, { filters, sort });
  const hits = await Promise.all(found.results.slice(0, limit).map(hit));
  return { query, total: found.results.length, counts: found.filters, hits };
}

async function hit(result) {
  const { url, meta, filters, excerpt } = await result.data();
  const { parts, ...context } = meta;
  return { address: url, score: result.score, context, filters, excerpt, fields: result.matchedMetaFields ?? [] };
}

const asked = (line) => (line.startsWith("{") ? JSON.parse(line) : { query: line });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pagefind = await openIndex(process.argv[2]);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim()) console.log(JSON.stringify(await answer(pagefind, asked(line.trim()))));
  }
}
