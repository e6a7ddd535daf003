// An index on disk, opened as the search page opens its own.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const { open } = await import(new URL("../../themes/kompass/files/index.js", import.meta.url));

/** Browsers fetch the files; here they are on disk. */
async function fetchFile(address) {
  try {
    return new Response(await readFile(fileURLToPath(address)));
  } catch {
    return new Response("", { status: 404 });
  }
}

/** Opens the only index in the folder of indexes. */
export async function openIndex(folder) {
  globalThis.fetch = fetchFile;
  const [name] = await readdir(folder);
  return open(`${pathToFileURL(path.resolve(folder, name)).href}/`);
}
