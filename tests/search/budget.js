// What a search costs on a built site, against its budgets:
//
//     node tests/search/budget.js SITE [QUERY …]
//
// prints files and bytes of the index by kind, what queries load before their first ten
// hits, and the processor time of the most frequent words. Times vary with the
// machine and are no gate; `budget.test.js` has the gates.

import { cold, kinds, mostFrequent, pageWeight, processorTime, warm } from "./measure.js";

const [site, ...asked] = process.argv.slice(2);
if (!site) throw new Error("which site?");
const kB = (bytes) => Math.round(bytes / 100) / 10;

const of = await kinds(site);
const sum = (key) => Object.values(of).reduce((total, it) => total + it[key], 0);
console.log(`index: ${sum("files")} files, ${kB(sum("bytes"))} kB`);
console.table(Object.fromEntries(Object.entries(of).map(([kind, it]) => [kind, { files: it.files, kB: kB(it.bytes) }])));

const page = await pageWeight(site);
const weight = Object.values(page).reduce((total, bytes) => total + bytes, 0);
console.log("page, gzipped:", Object.entries(page).map(([kind, bytes]) => `${kind} ${kB(bytes)} kB`).join(", "));

const index = await warm(site);
const frequent = await mostFrequent(index, 5);
const names = index.municipalities.filter(([, , slug]) => slug).slice(0, 2).map(([name]) => name);
const usual = [...frequent, ...names, `${names[0]} skola`, "hemtjänst", "medborgardialog", "medborgadialog", "personalenkät", "hur jobbar kommunen med digitala tjänster", '"god service"'];
const rows = [];
for (const words of asked.length ? asked : usual) {
  const { hits, requests, rounds, bytes } = await cold(site, words);
  rows.push({ query: words, hits, requests, rounds, "index kB": kB(bytes), "in all kB": kB(bytes + weight) });
}
console.table(rows);

const again = await warm(site);
for (const words of frequent) console.log(`processor time of "${words}": ${(await processorTime(again, words)).toFixed(1)} ms`);
