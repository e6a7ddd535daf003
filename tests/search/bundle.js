// An index on disk, opened as the search page opens its own.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const { open } = await import(new URL("../../themes/kompass/files/find.js", import.meta.url));

/** Pagefind fetches its files; here they are on disk. */
async function fetchFile(address) {
  const url = new URL(address);
  if (url.protocol !== "file:") throw new Error(`not of the index: ${url}`);
  return new Response(await readFile(fileURLToPath(new URL(url.pathname, url))));
}

/** Opens the index in a folder; hits lead below `/`. */
export async function openIndex(folder) {
  globalThis.fetch = fetchFile;
  globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => "sv" }) };
  return open(`${pathToFileURL(path.resolve(folder)).href}/`, "/");
}
