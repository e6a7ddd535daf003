// Searches an index on disk as a page would, without a browser:
//
//     node tests/search/ask.js FOLDER < queries
//
// A line of the input is a query, or as JSON an object with `words` and, if
// wanted, `chosen` filters, `order` and `limit` (10). Each becomes a line of JSON
// with the number of all hits, the addresses of the first, and how many there are
// with every value of a filter.

import { createInterface } from "node:readline";

import { openIndex } from "./bundle.js";

const { find } = await import(new URL("../../themes/kompass/files/find.js", import.meta.url));
const index = await openIndex(process.argv[2]);
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { limit = 10, ...asked } = line.startsWith("{") ? JSON.parse(line) : { words: line };
  const { documents, full, counts } = await find(index, asked);
  const hits = await Promise.all(documents.slice(0, limit).map((it) => index.passage(it)));
  console.log(JSON.stringify({ total: documents.length, full, counts, addresses: hits.map((it) => it.address) }));
}
