// What somebody types and what must come, held against an index: the figures
// that the acceptance set is measured by.
//
//     node tests/search/acceptance.js SITE QUERIES.toml [more.toml …]
//
// prints them and every query that is not answered as it should.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { openIndex } from "./bundle.js";

const { parse } = createRequire(new URL("../browser/package.json", import.meta.url))("smol-toml");
const theme = (name) => new URL(`../../themes/kompass/files/${name}`, import.meta.url);
const { find } = await import(theme("find.js"));

/** Opens the index of a site on disk as the search page would. */
export const openSite = (site) => openIndex(path.join(site, "sok/index"));

export async function readQueries(file) {
  return parse(await readFile(file, "utf8")).query;
}

/** Addresses of the first hits, how many there are in all, and which municipality is named. */
async function hits(index, { text, filters = {} }, limit = 10) {
  const { documents, query } = await find(index, { words: text, chosen: { ...filters } });
  const data = await Promise.all(documents.slice(0, limit).map((it) => index.passage(it)));
  return { found: data.map((it) => it.address), total: documents.length, named: query.names.map((it) => it.name) };
}

/** How one query does: null where it has no expectation of that kind. */
export async function measure(index, query) {
  const { found, total, named } = await hits(index, query);
  const first = query["within-1"];
  const three = [...(first ?? []), ...(query["within-3"] ?? [])];
  const ten = query["within-10"];
  const everything = query.absent ? (await hits(index, query, Infinity)).found : [];
  return {
    query,
    found,
    total,
    first: first ? some(first, found.slice(0, 1)) : null,
    three: three.length ? some(three, found.slice(0, 3)) : null,
    recall: ten?.length ? Math.min(1, ten.filter((address) => some([address], found)).length / Math.min(10, ten.length)) : null,
    exact: query["exact-first"] ? isExactFirst(query, found) : null,
    absent: query.absent ? !some(query.absent, everything) : null,
    none: query.class === "none" ? total === 0 : null,
    suggestion: query.suggestion ? named.includes(query.suggestion) : null,
  };
}

/** A text page is found at any of its headings. */
const some = (wanted, found) =>
  found.some((address) => wanted.some((it) => it === address || (!it.includes("#") && !it.startsWith("kommuner/") && address.split("#")[0] === it)));

/** Whether what must come first is not behind anything else that is wanted. */
function isExactFirst(query, found) {
  const exact = [...(query["within-1"] ?? []), ...(query["within-3"] ?? [])];
  const rest = (query["within-10"] ?? []).filter((address) => !exact.includes(address));
  const last = Math.max(...exact.filter((it) => found.includes(it)).map((it) => found.indexOf(it)));
  return rest.every((address) => !found.includes(address) || found.indexOf(address) > last || !exact.length);
}

const mean = (values) => (values.length ? values.reduce((sum, value) => sum + Number(value), 0) / values.length : 1);
const rated = (rows, kind) => rows.map((row) => row[kind]).filter((value) => value !== null);

/** The figures of the acceptance set. */
export function figures(rows) {
  const of = (...classes) => rows.filter((row) => classes.includes(row.query.class));
  const others = rows.filter((row) => !["name", "name-words"].includes(row.query.class));
  return {
    "success@1 of names": mean(rated(of("name", "name-words"), "first")),
    "success@1": mean(rated(rows, "first")),
    "success@3 of all others": mean(rated(others, "three")),
    "success@3 of synonyms": mean(rated(of("synonym"), "three")),
    "success@3 of questions": mean(rated(of("question"), "three")),
    "recall@10 of compounds": mean(rated(of("compound-head", "compound-tail", "compound"), "recall")),
    "recall@10": mean(rated(rows, "recall")),
    suggestions: mean(rated(rows, "suggestion")),
    "exact first": mean(rated(rows, "exact")),
    "nothing where nothing is": mean([...rated(rows, "none"), ...rated(rows, "absent")]),
  };
}

export const isMissed = (row) =>
  [row.first, row.three, row.exact, row.absent, row.none, row.suggestion].includes(false) ||
  (row.recall !== null && row.recall < 1);

export function describe(row) {
  const { query, found, total } = row;
  const failed = ["first", "three", "exact", "absent", "none", "suggestion"].filter((kind) => row[kind] === false);
  if (row.recall !== null && row.recall < 1) failed.push(`recall ${row.recall.toFixed(2)}`);
  const wanted = ["within-1", "within-3", "within-10"].flatMap((kind) => query[kind] ?? []);
  return `${query.class} “${query.text}”: ${failed.join(", ")}; ${total} hits\n  wanted ${wanted.join(" ")}\n  found  ${found.join(" ")}`;
}

export async function run(engine, files) {
  const rows = [];
  for (const file of files) for (const query of await readQueries(file)) rows.push(await measure(engine, query));
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await run(await openSite(process.argv[2]), process.argv.slice(3));
  for (const row of rows.filter(isMissed)) console.log(describe(row));
  console.table(figures(rows));
}
