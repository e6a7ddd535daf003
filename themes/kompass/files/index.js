// Reads the index, whose files docs/search-format.md describes.

import { fold } from "./letters.js";
import { termWith } from "./words.js";

const MARK = [0x4b, 0x53, 0x49, 1];

// Some hosts decompress files on the way; these begin with the mark.
async function unpacked(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function load(address, asked = fetch(address)) {
  const response = await asked;
  if (!response.ok) throw Object.assign(new Error(address), { isGone: response.status === 404 });
  const bytes = await unpacked(new Uint8Array(await response.arrayBuffer()));
  check(MARK.every((byte, at) => bytes[at] === byte));
  return bytes.subarray(MARK.length);
}

const text = (bytes) => new TextDecoder().decode(bytes);
const json = (bytes) => JSON.parse(text(bytes));

// What a file says cannot be, so it was damaged on its way.
function check(isPossible) {
  if (!isPossible) throw new Error("index");
}

// Numbers have seven bits a byte and are below 2³²; a word says how much it shares
// with the last.
function reader(bytes) {
  let at = 0;
  let last = new Uint8Array();
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      check(at < bytes.length && scale < 2 ** 32);
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const word = () => {
    const shared = last.subarray(0, number());
    const length = number();
    check(at + length <= bytes.length);
    last = new Uint8Array([...shared, ...bytes.subarray(at, (at += length))]);
    return text(last);
  };
  return { number, word, rest: () => bytes.subarray(at), isDone: () => at >= bytes.length };
}

// Which files of something sorted have what lies between two texts, told by the first
// text of each.
function within(firsts, from, to) {
  const start = Math.max(0, firsts.findLastIndex((first) => first < from));
  const end = firsts.findLastIndex((first) => first <= to);
  return [...firsts.keys()].slice(start, end + 1);
}

// For every thing of which there are `counts`, which of them it belongs to.
function spread(counts, total) {
  const of = new Uint32Array(total);
  let at = 0;
  counts.forEach((count, number) => of.fill(number, at, (at += count)));
  return of;
}

// The first files, in the order in which they are read here, may have been fetched already.
export async function open(address, asked = []) {
  const files = new Map();
  const once = (name, read) => {
    if (!files.has(name)) files.set(name, load(address + name, asked.shift()).then(read));
    files.get(name).catch(() => files.delete(name));
    return files.get(name);
  };
  const [directory, columns] = await Promise.all([
    once("directory.bin", json),
    once("columns.bin", reader),
  ]);
  const { documents, filters, titles, pages, packs } = directory;
  const column = () => Uint32Array.from({ length: documents }, columns.number);
  for (const filter of filters) filter.of = column();
  const [titleOf, standing] = [column(), column()];
  const [pageOf, packOf] = [spread(pages.map(([, , count]) => count), documents), spread(packs, documents)];

  const termFile = (number) => once(`terms/${number}.bin`, (bytes) => {
    const read = reader(bytes);
    const entries = Array.from({ length: read.number() }, () => {
      const term = read.word();
      return { term, folded: fold(term), count: read.number(), length: read.number() };
    });
    let start = 0;
    const postings = read.rest();
    return entries.map((entry, at) => ({ ...entry, file: number, at, bytes: postings.subarray(start, (start += entry.length)) }));
  });

  // The documents that have a term, and what it says of each.
  function listed(entry) {
    const { count, bytes } = entry;
    if (!entry.documents) {
      const read = reader(bytes);
      let last = 0;
      check(count <= bytes.length);
      entry.documents = Uint32Array.from({ length: count }, () => (last += read.number()));
      entry.impacts = read.rest();
      check(entry.impacts.length === count);
    }
    return entry;
  }

  // All terms with the same plain letters.
  async function terms(folded) {
    const found = (await Promise.all(within(directory.terms, folded, folded).map(termFile))).flat();
    return found.filter((it) => it.folded === folded).map(listed);
  }

  // Where a term stands, by document: which words of it these are.
  async function places({ file, at, documents: of }) {
    const { lengths, all } = await once(`places/${file}.bin`, (bytes) => {
      const read = reader(bytes);
      return { lengths: Array.from({ length: read.number() }, read.number), all: read.rest() };
    });
    const start = lengths.slice(0, at).reduce((sum, length) => sum + length, 0);
    const read = reader(all.subarray(start));
    return new Map(Array.from(of, (document) => {
      let last = 0;
      return [document, Array.from({ length: read.number() }, () => (last += read.number()))];
    }));
  }

  // Every word that begins with these plain letters, and how often it is written.
  async function words(letters) {
    const numbers = within(directory.words, letters, `${letters}\uffff`);
    const found = await Promise.all(numbers.map((number) => once(`words/${number}.bin`, (bytes) => {
      const read = reader(bytes);
      const list = [];
      while (!read.isDone()) {
        const word = read.word();
        list.push({ word, folded: fold(word), count: read.number() });
      }
      return list;
    })));
    return found.flat().filter((it) => it.folded.startsWith(letters));
  }

  // What else to look for when these terms are asked for, and how much of a hit is left, in
  // percent.
  async function meanings(terms) {
    const first = fold(terms[0]);
    const files = within(directory.meanings, first, first).map((number) => once(`meanings/${number}.bin`, json));
    const all = Object.assign({}, ...(await Promise.all(files)));
    return Object.entries(all[terms.join(" ")] ?? {});
  }

  // What is shown of a document before and after its pack is there.
  function outline(document) {
    const [page, where] = pages[pageOf[document]];
    return { page, place: where, title: titles[titleOf[document]] };
  }
  async function passage(document) {
    const pack = packOf[document];
    const rows = await once(`texts/${pack}.bin`, json);
    const [anchor, title, content] = rows[document - packOf.indexOf(pack)];
    const { page } = outline(document);
    return { address: anchor ? `${page}#${anchor}` : page, title, text: content };
  }

  const valuesOf = (document, name) => {
    const filter = filters.find((it) => it.name === name);
    return filter ? filter.sets[filter.of[document]].map((value) => filter.values[value]) : [];
  };

  const stop = new Set(directory.stop);
  return { ...directory, stop, term: termWith(stop), standing, valuesOf, terms, places, words, meanings, outline, passage };
}
