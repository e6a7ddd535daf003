// A search as the search page makes it, on the files of a built site, with
// everything counted that it loads. The page's own code runs; what comes over the
// network comes from disk instead.

import { readFileSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const theme = (name) => import(new URL(`../../themes/kompass/files/${name}`, import.meta.url));
const [{ find }, { open }] = await Promise.all([theme("find.js"), theme("index.js")]);

/** What the search page shows before anybody asks for more. */
const HITS = 10;

/** How long nothing may be asked for before a round is over, in ms. */
const QUIET = 50;

/** Where the index of a site lies, as an address. */
async function addressOf(site) {
  const folder = path.resolve(site, "sok/index");
  const [name] = await readdir(folder);
  return `${pathToFileURL(path.join(folder, name)).href}/`;
}

/**
 * Everything of a kind that the index has: how many files and bytes. Files that
 * lie in no folder are of the kind `head`.
 */
export async function kinds(site) {
  const root = fileURLToPath(await addressOf(site));
  const found = {};
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const kind = path.relative(root, entry.parentPath) || "head";
    const of = (found[kind] ??= { files: 0, bytes: 0 });
    of.files += 1;
    of.bytes += (await readFile(path.join(entry.parentPath, entry.name))).length;
  }
  return found;
}

/** Bytes of the search page, its style and all its scripts, as hosts send them: gzipped. */
export async function pageWeight(site) {
  const [html, weights] = [await readFile(path.join(site, "sok/index.html"), "utf8"), {}];
  const add = (kind, bytes) => (weights[kind] = (weights[kind] ?? 0) + gzipSync(bytes).length);
  add("html", html);
  const links = [...html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g)].map(([, address]) => path.basename(address));
  const [waiting, seen] = [links, new Set()];
  const files = await readdir(site, { recursive: true });
  while (waiting.length) {
    const name = waiting.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    const text = await readFile(path.join(site, files.find((file) => path.basename(file) === name)), "utf8");
    add(path.extname(name).slice(1), text);
    if (name.endsWith(".js")) waiting.push(...[...text.matchAll(/(?:from|import)\s*\(?["`]\.\/([^"`]+)["`]/g)].map(([, other]) => other));
  }
  return weights;
}

/**
 * A network that answers everything asked for at one time together: what is asked for
 * after that is another round. Files come as if the host had decompressed them, so
 * that nothing but answers takes time; counted are their bytes on disk.
 */
function network() {
  const seen = { requests: 0, bytes: 0, rounds: 0, files: [] };
  let waiting = [];
  let timer;
  function answer() {
    const all = waiting;
    waiting = [];
    seen.rounds += 1;
    for (const resolve of all) resolve();
  }
  globalThis.fetch = async (address) => {
    // Without waiting: a slow disk would look like another round.
    const bytes = readFileSync(fileURLToPath(address));
    seen.requests += 1;
    seen.bytes += bytes.length;
    seen.files.push(String(address).split("/").slice(-2).join("/"));
    await new Promise((resolve) => {
      waiting.push(resolve);
      clearTimeout(timer);
      timer = setTimeout(answer, QUIET);
    });
    return new Response(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);
  };
  return seen;
}

async function firstHits(index, words, shown = () => {}) {
  const { documents } = await find(index, { words });
  shown();
  await Promise.all(documents.slice(0, HITS).map((it) => index.passage(it)));
  return documents.length;
}

/**
 * What a query costs that is a visitor's first. Hits are shown by title and place after
 * `rounds`; their texts come one round later, and are counted in all the rest.
 */
export async function cold(site, words) {
  const seen = network();
  let rounds = 0;
  const hits = await firstHits(await open(await addressOf(site)), words, () => (rounds = seen.rounds));
  return { words, hits, ...seen, rounds };
}

/** An index with every file at hand, for what a query costs the processor. */
export async function warm(site) {
  globalThis.fetch = async (address) => new Response(await readFile(fileURLToPath(address)));
  return open(await addressOf(site));
}

/** The words that are written most often. */
export async function mostFrequent(index, count) {
  const all = await index.words("");
  return all.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, count).map((it) => it.word);
}

/** The median of the processor time of a query in ms, once its files are there. */
export async function processorTime(index, words, times = 5) {
  await firstHits(index, words);
  const taken = [];
  for (let round = 0; round < times; round++) {
    const before = process.cpuUsage();
    await find(index, { words });
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return taken.sort((a, b) => a - b)[times >> 1];
}
