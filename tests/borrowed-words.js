// Finds what a folder of content has word for word from a report:
//
//     node tests/borrowed-words.js REPORT.txt FOLDER
//
// FOLDER is that of one evaluation: its texts, topics and summaries are to be in our own words.
// Prints every run of more than six words in common, with file and line; exits with 1
// if there is any. Headings are left out, and names do not count as words: those of
// municipalities, areas and sub-areas, and what has a capital within a sentence. A Word
// file or a PDF must be made text first.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** A run in common may have this many words that are no names. */
const ALLOWED = 6;

const WORD = /[\p{L}\p{N}]+(?:[-:’'][\p{L}\p{N}]+)*/gu;

/** Words as they are compared: composed, without soft hyphens, in lower case. */
const plain = (text) => text.normalize("NFC").replaceAll("\u00ad", "");

/** Words of a text with the line each stands on, and whether its capital makes it a name. */
function words(text, firstLine = 1) {
  let line = firstLine;
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const between = text.slice(end, index);
    // A quotation begins a sentence of its own; what is not at the beginning of one,
    // a list item or a cell, has its capital for another reason.
    const isFirst = end === 0 || /[.!?:”"*>|\t]|\n\s*\n|\n\s*-\s/u.test(between);
    line += between.split("\n").length - 1;
    end = index + word.length;
    return { word: word.toLowerCase(), line, isName: !isFirst && /^\p{Lu}/u.test(word) };
  });
}

/** Words of a text, those that are part of one of `names` marked. */
function marked(text, names, firstLine) {
  const found = words(text, firstLine);
  found.forEach((first, at) => {
    for (const name of names.get(first.word) ?? []) {
      if (name.every((word, behind) => found[at + behind]?.word === word)) {
        for (const part of found.slice(at, at + name.length)) part.isName = true;
      }
    }
  });
  return found;
}

/** Names by their first word, each as a list of words. */
export function namesOf(texts) {
  const names = new Map();
  for (const text of texts) {
    const name = words(plain(text)).map((it) => it.word);
    if (name.length) names.set(name[0], [...(names.get(name[0]) ?? []), name]);
  }
  return names;
}

/** Blocks of a Markdown text without its headings: no run goes from one into another. */
function blocksOfText(text) {
  const blocks = [];
  let isOpen = false;
  text.split("\n").forEach((line, at) => {
    const isBlank = !line.trim() || line.startsWith("#");
    if (!isBlank && isOpen && !/^\s*([-*+]|\d+\.)\s/u.test(line)) blocks.at(-1).text += `\n${line}`;
    else if (!isBlank) blocks.push({ text: line, line: at + 1 });
    isOpen = !isBlank;
  });
  return blocks;
}

/** Topics and summaries of a record. Its other strings are names, places and printed facts. */
function blocksOfRecord(text) {
  return text.split("\n").flatMap((line, at) => {
    const said = /^\s*(?:topic|summary)\s*=\s*["'](.*)["']\s*$/u.exec(line);
    return said ? [{ text: said[1], line: at + 1 }] : [];
  });
}

/** A report's words, and where each of them stands. */
export function readReport(text, names) {
  const found = words(plain(text.replace(/<[^>]*>/gu, " ")));
  const places = new Map();
  found.forEach(({ word }, at) => places.set(word, [...(places.get(word) ?? []), at]));
  return { found, places, names };
}

/** How many words from `at` on stand in the report in the same order. */
function longest(own, at, { found, places }) {
  let most = 0;
  for (const place of places.get(own[at].word) ?? []) {
    let length = 1;
    while (own[at + length] && own[at + length].word === found[place + length]?.word) length += 1;
    most = Math.max(most, length);
  }
  return most;
}

/** Runs of `text` that the report has too: the line, the words, how many are no names. */
export function borrowed(text, report, isRecord = false) {
  const runs = [];
  for (const block of (isRecord ? blocksOfRecord : blocksOfText)(plain(text))) {
    const own = marked(block.text, report.names, block.line);
    for (let at = 0, told = 0; at < own.length; at++) {
      const end = at + longest(own, at, report);
      const run = own.slice(at, end);
      const count = run.filter((it) => !it.isName).length;
      if (count <= ALLOWED || end <= told) continue;
      runs.push({ line: own[at].line, count, words: run.map((it) => it.word).join(" ") });
      told = end;
    }
  }
  return runs;
}

/** Names of the register's municipalities and of all editions' areas and sub-areas. */
async function knownNames() {
  const content = (name) => new URL(`../content/${name}`, import.meta.url);
  const register = (await readFile(content("municipalities.csv"), "utf8")).trim().split("\n").slice(1);
  const municipalities = register.flatMap((row) => row.split(",").slice(1, 4));
  const files = (await readdir(content("editions/"))).filter((it) => it.endsWith(".toml"));
  const editions = await Promise.all(files.map((it) => readFile(content(`editions/${it}`), "utf8")));
  const keys = editions.flatMap((text) => text.match(/\bname\s*=\s*"[^"]*"|\balso\s*=\s*\[[^\]]*\]/gu) ?? []);
  const areas = keys.flatMap((key) => [...key.matchAll(/"([^"]*)"/gu)].map((it) => it[1]));
  return namesOf([...municipalities, ...areas]);
}

async function main([reportFile, folder]) {
  if (!folder) {
    console.error("usage: node tests/borrowed-words.js REPORT.txt FOLDER");
    return 2;
  }
  const report = readReport(await readFile(reportFile, "utf8"), await knownNames());
  const files = (await readdir(folder)).filter((it) => /^(summary|area-\d+)\.md$|^evaluation\.toml$/u.test(it)).sort();
  if (!report.found.length || !files.length) {
    console.error(files.length ? `${reportFile} has no words` : `${folder} is no folder of an evaluation`);
    return 2;
  }
  let total = 0;
  for (const name of files) {
    const file = path.join(folder, name);
    for (const run of borrowed(await readFile(file, "utf8"), report, name.endsWith(".toml"))) {
      console.log(`${file}:${run.line}: ${run.count} words: ${run.words}`);
      total += 1;
    }
  }
  console.log(`${total} runs of more than ${ALLOWED} words in ${files.length} files`);
  return total ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  process.exitCode = await main(process.argv.slice(2));
}
