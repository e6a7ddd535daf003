// Opens and searches an index whose files are damaged, one at a time:
//
//     node tests/search/damage.js FOLDER ROUNDS
//
// Bytes are flipped, put in or cut off, chosen by a seed. A compressed file that
// is not what it was gives an error; one that a host has decompressed has no checksum,
// so it may also give an answer. Neither may take long. A file that is gone gives an
// error that says so. Prints what went wrong otherwise, and how much was tried.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { gunzipSync } from "node:zlib";

/** How long a search of a small index may take, in ms, on a machine with much to do. */
const PATIENCE = 20_000;

if (isMainThread) watch();
else await search(workerData);

/** A loop without an end cannot be left from inside. */
function watch() {
  const [folder, rounds] = process.argv.slice(2);
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { folder, rounds: Number(rounds) } });
  let timer;
  let last = "the beginning";
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`no end: ${last}`);
      process.exit(1);
    }, PATIENCE);
  };
  wait();
  worker.on("message", ({ about, said }) => {
    if (about) last = about;
    if (said) console.log(said);
    wait();
  });
  worker.on("error", (error) => {
    console.log(`fails: ${last}: ${error.stack}`);
    process.exit(1);
  });
  worker.on("exit", () => clearTimeout(timer));
}

/** Numbers below a limit, the same in every run (mulberry32). */
function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function damaged(bytes, below) {
  const changed = Buffer.from(bytes);
  const at = below(bytes.length);
  switch (below(5)) {
    case 0: changed[at] ^= 1 << below(8); return changed;
    case 1: for (let time = 0; time < 20; time++) changed[below(bytes.length)] = below(256); return changed;
    case 2: return changed.subarray(0, at);
    case 3: return Buffer.concat([changed.subarray(0, at), Buffer.alloc(1 + below(12), 0xff), changed.subarray(at)]);
    default: return Buffer.concat([changed.subarray(0, at), changed.subarray(at + 1 + below(40))]);
  }
}

async function search({ folder, rounds }) {
  const theme = (name) => import(new URL(`../../themes/kompass/files/${name}`, import.meta.url));
  const [{ find }, { open }] = await Promise.all([theme("find.js"), theme("index.js")]);
  const [name] = await readdir(folder);
  const root = path.resolve(folder, name);
  const address = `${pathToFileURL(root).href}/`;
  const files = new Map();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(root, file), await readFile(file));
  }
  let other = [];
  globalThis.fetch = async (asked) => {
    const file = path.relative(root, fileURLToPath(asked));
    const bytes = file === other[0] ? other[1] : files.get(file);
    return bytes ? new Response(bytes) : new Response("", { status: 404 });
  };

  // All kinds of file: words and terms, places for the phrase, texts for the hits.
  async function answer(queries) {
    const index = await open(address);
    const answers = [];
    for (const words of queries) {
      const { documents, full, counts } = await find(index, { words });
      const hits = await Promise.all(documents.slice(0, 10).map((it) => index.passage(it)));
      answers.push({ documents, full, counts, hits });
    }
    return JSON.stringify(answers);
  }
  const everything = await (async () => {
    const index = await open(address);
    const texts = [];
    for (let document = 0; document < index.documents; document++) texts.push((await index.passage(document)).text);
    return texts;
  })();
  const said = (text) => parentPort.postMessage({ said: text });
  let tried = 0;
  let errors = 0;
  for (const [file, bytes] of files) {
    const below = dice([...file].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
    for (let round = 0; round < rounds; round++) {
      const words = everything[below(everything.length)].split(/[ .,]+/).filter((it) => it.length > 2);
      if (!words.length) words.push("skola");
      const at = below(Math.max(1, words.length - 1));
      const queries = [words[at], `"${words.slice(at, at + 2).join(" ")}"`, `${words[at]}x`];
      other = [];
      const right = await answer(queries);
      for (const isPacked of [true, false]) {
        const about = `${file}, round ${round}${isPacked ? "" : ", decompressed"}, queries ${queries.join(" | ")}`;
        parentPort.postMessage({ about });
        other = [file, damaged(isPacked ? bytes : gunzipSync(bytes), below)];
        tried += 1;
        try {
          const wrong = await answer(queries);
          if (isPacked && wrong !== right) said(`another answer: ${about}`);
        } catch (error) {
          errors += 1;
          if (!(error instanceof Error)) said(`no error but ${error}: ${about}`);
          // A directory may name files that never were.
          if (error.isGone && file !== "directory.bin") said(`not gone: ${about}`);
        }
      }
    }
  }
  let gone = 0;
  for (const [file, bytes] of [...files]) {
    files.delete(file);
    const queries = everything.flatMap((text) => [text.split(" ")[0], `"${text.split(" ").slice(0, 2).join(" ")}"`]).filter(Boolean);
    parentPort.postMessage({ about: `${file} is gone` });
    other = [];
    try {
      await answer(queries);
      said(`gone and not missed: ${file}`);
    } catch (error) {
      gone += 1;
      if (!error.isGone) said(`gone, and it says ${error}: ${file}`);
    }
    files.set(file, bytes);
  }
  said(`tried ${tried}, ${errors} errors, ${gone} gone`);
}
