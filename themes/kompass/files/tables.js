// Orders a table, narrows it down, hides its columns and chooses its rows to compare. The
// page has the words.

import { MOST, choose, chosen, read, write } from "./address.js";
import { fold } from "./letters.js";

const collator = new Intl.Collator("sv");

// To lay out the rows of a whole country takes many times a blink, but not those that fill
// the screen: they come first, the others in parts after the next picture.
const SCREEN = 20;
const nextPicture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

export const number = (text) =>
  Number.parseFloat(text.replace(/(\d)\s(?=\d{3})/g, "$1").replace("−", "-").replace(",", "."));

// What cells of a column are ordered by; undefined or NaN where there is no value.
const value = (cell, isNumber) => {
  const text = (cell.dataset.key ?? (isNumber ? cell : cell.querySelector("a") ?? cell).textContent).trim();
  return isNumber ? number(text) : text || undefined;
};

// Rows by the values of a column; those without one last, whatever the direction.
export function ordered(rows, direction, isNumber) {
  const isMissing = (it) => it === undefined || Number.isNaN(it);
  const compare = isNumber ? (a, b) => a - b : collator.compare;
  const by = ([a], [b]) =>
    isMissing(a) || isMissing(b) ? isMissing(a) - isMissing(b) : direction * compare(a, b);
  return [...rows].sort(by).map(([, row]) => row);
}

export function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

// A text with values in the places that it has for them.
export const say = (text, ...values) => values.reduce((it, value) => it.replace("#", () => value), text);

function equip(tools) {
  const table = tools.nextElementSibling.querySelector("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells].filter((it) => it.tagName === "TH");
  const fields = [...tools.querySelectorAll("input, select")];
  const status = tools.querySelector("[role=status]");
  const words = tools.dataset;
  const [bar, link] = [element("p", { className: "compare-bar", hidden: true }), element("a")];
  const boxes = rows.filter((row) => words.choose && row.dataset.kommun).map(box);
  let order = rows;
  let fits = () => true;
  let texts;
  let turn = 0;

  // Puts the rows that fit into the table, in their order; it is busy until all are there.
  async function arrange() {
    const mine = ++turn;
    const wanted = order.filter((row) => (row.group ?? [row]).some(fits));
    body.replaceChildren(...wanted.slice(0, SCREEN));
    for (let from = SCREEN; from < wanted.length; from += 4 * SCREEN) {
      body.ariaBusy = true;
      await nextPicture();
      if (mine !== turn) return;
      body.append(...wanted.slice(from, from + 4 * SCREEN));
    }
    body.ariaBusy = false;
  }

  // Points of different editions are never put in one order: the newest comes first, and each
  // stands under its name, as the filter has it.
  function divided(all, name) {
    const field = fields.find((it) => it.name === name);
    // All are of one edition.
    if (!field) return all;
    return [...field.options].filter((it) => it.value).reverse().flatMap(({ value, text }) => {
      const group = all.filter((row) => row.dataset[name] === value);
      const title = element("th", { colSpan: heads.length, scope: "rowgroup" }, text);
      return [Object.assign(element("tr", { className: "divider" }, title), { group }), ...group];
    });
  }

  function sort(head, direction) {
    const { cellIndex } = head;
    const isNumber = head.classList.contains("figure");
    // As long as nothing has changed, scrolling costs no layout.
    table.parentElement.scrollTop = 0;
    for (const it of heads) it.removeAttribute("aria-sort");
    head.ariaSort = direction < 0 ? "descending" : "ascending";
    order = ordered(rows.map((row) => [value(row.cells[cellIndex], isNumber), row]), direction, isNumber);
    const { within } = head.dataset;
    if (within) order = divided(order, within);
    arrange();
    const how = isNumber ? (direction < 0 ? words.high : words.low) : direction < 0 ? words.last : words.first;
    status.textContent = words.sorted.replace("#", head.textContent.trim()).replace("¤", how + (within ? words.within : ""));
  }

  // What is best known of numbers is who has most.
  function press(head) {
    const first = head.classList.contains("figure") && !head.classList.contains("place") ? -1 : 1;
    const was = { ascending: 1, descending: -1 }[head.ariaSort];
    const direction = was ? -was : first;
    sort(head, direction);
    if (words.state) write({ ordna: `${head.cellIndex}${direction < 0 ? "-" : ""}` }, "replaceState");
  }

  // What is looked through, read once.
  const folded = () => (texts ??= new Map(rows.map((row) =>
    [row, fold((words.whole ? row : row.querySelector("th")).textContent)])));

  function show(test) {
    fits = test;
    arrange();
    status.textContent = words.shown.replace("#", rows.filter(fits).length).replace("¤", rows.length);
  }

  const hasAll = (choices) => (row) => choices.every((it) => !it.value || row.dataset[it.name] === it.value);

  function filter() {
    const [name, ...choices] = fields;
    const text = fold(name.value.trim());
    const has = hasAll(choices);
    show((row) => folded().get(row).includes(text) && has(row));
  }

  const share = () => show(hasAll(shared));

  function narrow() {
    filter();
    if (words.state) write(Object.fromEntries(fields.map((it) => [it.name, it.value])), "replaceState");
  }

  // What the address says of the table.
  function restore() {
    for (const field of fields) field.value = read(field.name);
    if (fields.some((it) => it.value)) filter();
    const [, column, down] = /^(\d+)(-?)$/.exec(read("ordna")) ?? [];
    const head = heads.find((it) => it.cellIndex === +column);
    if (head && column) sort(head, down ? -1 : 1);
  }

  function box(row) {
    const name = row.querySelector("a").textContent;
    const made = element("input", { type: "checkbox", value: row.dataset.kommun });
    made.ariaLabel = words.choose.replace("#", name);
    made.onchange = () => {
      const others = chosen().filter((code) => code !== made.value);
      choose(made.checked ? [...others, made.value] : others, "replaceState");
    };
    row.querySelector("th").prepend(made);
    return made;
  }

  function mark() {
    const codes = chosen();
    for (const it of boxes) {
      it.checked = codes.includes(it.value);
      it.disabled = !it.checked && codes.length >= MOST;
    }
    bar.hidden = !codes.length;
    link.href = location.pathname === words.comparison ? "#innehall" : `${words.comparison}?kommun=${codes}`;
    link.textContent = (codes.length > 1 ? words.compare : words.compareOne).replace("#", codes.length);
  }

  function column(head) {
    const { cellIndex } = head;
    const made = element("input", { type: "checkbox", checked: true });
    made.onchange = () => {
      for (const row of [...table.tHead.rows, ...rows, ...(table.tFoot?.rows ?? [])]) row.cells[cellIndex].hidden = !made.checked;
    };
    return element("li", {}, element("label", {}, made, " ", head.textContent.trim()));
  }

  tools.querySelector(".columns ul")?.append(...heads.slice(1).map(column));
  for (const head of heads) {
    const button = element("button", { type: "button", onclick: () => press(head) }, ...head.childNodes);
    head.append(button);
  }
  for (const field of fields) Object.assign(field, { onfocus: folded, oninput: narrow });
  if (words.state) restore();
  if (words.shared) {
    for (const it of shared) it.addEventListener("change", share);
    if (shared.some((it) => it.value)) share();
  }
  if (boxes.length) {
    bar.append(link);
    tools.nextElementSibling.after(bar);
    addEventListener("popstate", mark);
    mark();
  }
  tools.hidden = false;
}

// What is chosen for all tables of the page at once.
const shared = [...(globalThis.document?.querySelectorAll("[data-filters] select") ?? [])];
for (const it of shared) {
  it.value = read(it.name);
  it.onchange = () => write({ [it.name]: it.value }, "replaceState");
  it.closest("[data-filters]").hidden = false;
}

for (const tools of globalThis.document?.querySelectorAll(".table-tools[data-sorted]") ?? []) equip(tools);
