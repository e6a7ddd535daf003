// Puts the municipalities of the address side by side: fills in the forms that the page
// has for every edition. What editions do not share is never subtracted.

import { MOST, choose, chosen, read, write } from "./address.js";
import { watch } from "./page.js";
import { element, number } from "./tables.js";

const root = document.querySelector("[data-comparison-root]");
const words = root.dataset;
const [field, list, chips, similar, status, result, extra] =
  ["input", ".suggestions", ".chosen", ".similar", "[role=status]", ".comparison", ".comparison-rest"]
    .map((it) => root.querySelector(it));
const forms = [...root.querySelectorAll("template[data-values]")];
const register = new Map();
const fetched = {};
// What failed is asked for again.
const load = (address) => (fetched[address] ??=
  fetch(address).then((it) => it.json()).catch((fault) => { delete fetched[address]; throw fault; }));
// The municipalities of an edition by their codes; `export/comparison.rs` says what their rows hold.
const decode = (rows) => Object.fromEntries(Object.entries(rows).map(
  ([code, [name, slug, year, isInferred, isComputed, group, population, values]]) =>
    [code, { code, name, year, isInferred, isComputed, group, population, values, page: `${words.pages}${slug}/${year}/` }]));
// Where there is little room, dots stand under the name.
const narrow = matchMedia("(max-width: 48rem)");
let turn = 0;
let isRemoved = false;

// Which municipality has a result in which editions stands in the table of all.
const rows = new Map([...document.querySelectorAll("tr[data-editions]")].map((row) => [row.dataset.kommun, row]));
const nameOf = (code) => rows.get(code)?.querySelector("a").textContent ?? register.get(code)?.name;
const has = (code, form) => rows.get(code)?.dataset.editions.split(" ").includes(form.dataset.edition);
const say = (text, ...values) => values.reduce((it, value) => it.replace("#", () => value), text);

// Every place has a form of its own, so that colour is not needed to tell them apart.
const shapes = words.shapes.split("|");
const shape = (i, x) => `<path class="mark-${i}" d="${shapes[i]}" transform="translate(${x} 8)"/>`;
const svg = (width, content) => `<svg class="plot" viewBox="0 0 ${width} 16" aria-hidden="true">${content}</svg>`;
const points = (it) => (typeof it === "number" ? it : number(it ?? ""));

// Dots on a scale that begins at 0 and ends at the maximum.
function plot(values, maximum, mean) {
  const x = (it) => 8 + (points(it) / maximum) * 244;
  const tick = mean ? `<path class="mean-rim" d="M${x(mean)} 1v14"/>` : "";
  const marks = values.map((it, i) => (isAbsent(it) ? "" : shape(i, x(it)))).reverse();
  return svg(260, `<path class="scale" d="M8 8h244"/>${tick}${marks.join("")}`);
}

function spread(values) {
  const known = values.filter((it) => !isAbsent(it)).map(points);
  return known.length > 1 ? Math.max(...known) - Math.min(...known) : undefined;
}

const shown = (it) => String(Math.round(it * 100) / 100).replace(".", ",");
const isAbsent = (it) => Number.isNaN(points(it));
const below = (content) => element("span", { className: "below" }, ...[content].flat());
const cell = (it, isComputed) => element("td", { className: `figure ${isAbsent(it) ? "absent" : "strong"}` },
  isAbsent(it) ? "–" : `${it}`, isComputed ? below(words.computed) : "");

// How far apart they are, and how many they are, if not all.
function difference(apart, values) {
  const { length } = values.filter((it) => !isAbsent(it));
  if (apart === undefined) return ["–"];
  return [shown(apart), length < values.length ? below(say(words.among, length)) : ""];
}

function head({ name, year, isInferred, page }, i) {
  const made = element("th", { scope: "col", className: "figure" });
  made.innerHTML = svg(16, shape(i, 8));
  made.append(" ", element("a", { href: page }, name), " ",
    below(`${year} ${isInferred ? words.inferred : ""}`));
  return made;
}

// The block of an edition that at least two have a result in.
function block(form, members) {
  const made = form.content.cloneNode(true);
  const table = made.querySelector("table");
  const at = table.tHead.rows[0].querySelector(".bar-column");
  at.before(...members.map(head));
  const isShown = (row) => read("delomraden") || row.className !== "sub-area";
  const filled = [...table.tBodies[0].rows].map((row, i) => {
    if (!isShown(row)) return { row: row.remove() };
    const values = members.map((it) => it.values[i]);
    const isComputed = (at) => !i && members[at].isComputed;
    const { max, mean } = row.dataset;
    const place = row.querySelector(".bar-column");
    place.before(...values.map((it, at) => cell(it, isComputed(at))));
    (narrow.matches ? row.cells[0] : place).insertAdjacentHTML("beforeend", plot(values, max, mean));
    const apart = spread(values);
    if (narrow.matches) row.cells[0].append(below([words.difference, ...difference(apart, values)]));
    else row.lastElementChild.append(...difference(apart, values));
    return { i, row, apart: apart === undefined ? -1 : apart / max };
  }).filter((it) => it.row);
  if (read("ordna-efter")) table.tBodies[0].append(...byDifference(filled));
  const reading = made.querySelector("details");
  reading.ontoggle = () => reading.open && readLists(reading, members);
  made.querySelector(".inferred")?.toggleAttribute("hidden", !members.some((it) => it.isInferred));
  const isSeen = (_, i) => filled.some((it) => it.i === i);
  made.querySelector(".missing").append(...members.flatMap((it) => missing(it, it.values.filter(isSeen))));
  return made;
}

// Why values of a column are absent, told once (P4).
function missing({ name, year }, values) {
  const kinds = [...new Set(values.filter((it) => it && isAbsent(it)))];
  return kinds.map((kind) => element("span", {}, say(words.missing, `${name} ${year}`,
    values.filter((it) => it === kind).length, root.getAttribute(`data-absent-${kind}`)), " "));
}

// The total, then areas by the difference, each followed by its sub-areas likewise.
function byDifference(filled) {
  const groups = [];
  for (const it of filled) {
    if (it.row.className === "sub-area") groups.at(-1).push(it);
    else groups.push([it]);
  }
  const most = (a, b) => b.apart - a.apart;
  const [total, ...areas] = groups.map(([first, ...rest]) => [first, ...rest.sort(most)]);
  return [total, ...areas.sort(([a], [b]) => most(a, b))].flat().map((it) => it.row);
}

// What the reports list, area by area.
async function readLists(reading, members) {
  if (reading.dataset.read) return;
  reading.dataset.read = 1;
  const reports = await Promise.all(members.map((it) => load(`${it.page}utvardering.json`)));
  const lists = [["strengths", "styrkor"], ["improvements", "forbattringar"]];
  const column = (area, i) => {
    const made = element("div", {}, element("h5", {}, members[i].name));
    for (const [name, anchor] of lists) {
      const items = area[name] ?? [];
      const link = element("a", { href: `${members[i].page}#${anchor}-${area.number}` }, `${words[name]} (${items.length})`);
      if (items.length) made.append(element("p", {}, link), element("ul", {}, ...items.map((it) => element("li", {}, it))));
    }
    if (made.children.length === 1) made.append(element("p", { className: "absent" }, words.nolists));
    return made;
  };
  for (const [at, { number: nr, name }] of reports[0].areas.entries()) {
    reading.append(element("h4", {}, `${nr} ${name}`),
      element("div", { className: "side-by-side" }, ...reports.map((it, i) => column(it.areas[at], i))));
  }
}

// Those of editions that none of the others has.
function rest(alone) {
  const item = ([form, { name, year, values, page }]) => element("li", {}, element("a", { href: page }, name), ` ${values[0]} `,
    element("span", { className: "unit" }, `(${form.dataset.name}, ${year})`));
  extra.hidden = !alone.length;
  extra.querySelector("ul").replaceChildren(...alone.map(item));
}

function chip(code) {
  const button = element("button", { type: "button", className: "quiet" }, nameOf(code));
  button.ariaLabel = say(words.remove, nameOf(code));
  button.onclick = () => {
    isRemoved = true;
    choose(chosen().filter((it) => it !== code));
  };
  return element("li", {}, button);
}

// The nearest in population of the first one's group, in the newest edition that has any.
function alike(tables, codes) {
  const [code] = codes;
  const near = tables.filter((it) => it[code]).map((table) => {
    const { group, population } = table[code];
    const distance = (it) => Math.abs(it.population - population);
    const others = Object.values(table).filter((it) => it.group === group && !codes.includes(it.code));
    return others.sort((a, b) => distance(a) - distance(b)).slice(0, 5);
  });
  return codes.length < MOST ? near.find((it) => it.length) ?? [] : [];
}

function add({ code }) {
  field.value = "";
  choose([...new Set([...chosen(), code])]);
}

function offer(found, codes) {
  similar.hidden = !found.length;
  const buttons = found.map((it) =>
    element("button", { type: "button", className: "quiet", onclick: () => add(it) }, it.name));
  similar.replaceChildren(say(words.similar, nameOf(codes[0])), " ", ...buttons.flatMap((it) => [it, " "]));
}

// What of the address cannot be shown, and why.
function problems(codes, kept, shared) {
  const unknown = codes.filter((code) => !nameOf(code));
  const without = kept.filter((code) => !rows.has(code));
  const isAlone = (code) => rows.has(code) && !shared.some(([form]) => has(code, form));
  const alone = shared.length ? kept.filter(isAlone) : [];
  const more = codes.filter((code) => nameOf(code)).slice(MOST);
  return [
    unknown.length && say(words.unknown, unknown.join(", ")),
    without.length && say(words.without, without.map(nameOf).join(", ")),
    alone.length && say(words.alone, alone.map(nameOf).join(", ")),
    more.length && say(words.more, MOST, more.map(nameOf).join(", ")),
    kept.length - without.length === 1 && words.one,
  ].filter(Boolean).join(" ");
}

// The tables that the page leads to know what is chosen.
function keep(codes) {
  for (const link of document.querySelectorAll(`main a[href^="${location.pathname}"]`)) {
    if (link.pathname !== location.pathname) link.search = codes.length ? `?kommun=${codes}` : "";
  }
}

async function names() {
  const suggester = await import(words.suggester);
  for (const it of suggester.decode(await load(words.register))) register.set(it.code, it);
  return suggester;
}

async function show() {
  const mine = ++turn;
  delete root.dataset.shown;
  const codes = chosen();
  if (codes.some((code) => !rows.has(code))) await names().catch(() => {});
  const kept = codes.filter(nameOf).slice(0, MOST);
  const wanted = forms.filter((form) => kept.some((code) => has(code, form)));
  const tables = await Promise.all(wanted.map((form) => load(form.dataset.values).then(decode))).catch(() => undefined);
  if (mine !== turn) return;
  chips.replaceChildren(...kept.map(chip));
  // The button that was pressed is gone.
  if (isRemoved) (chips.querySelector("button") ?? field).focus();
  isRemoved = false;
  const all = (tables ?? []).map((table, i) => [wanted[i], kept.filter((code) => table[code]).map((code) => table[code])]);
  const shared = all.filter(([, members]) => members.length > 1);
  status.textContent = tables ? problems(codes, kept, shared) : words.failed;
  result.replaceChildren(...shared.map(([form, members]) => block(form, members)));
  watch(result);
  const single = all.filter(([, members]) => kept.length > 1 && members.length === 1);
  rest(single.map(([form, [member]]) => [form, member]));
  extra.firstElementChild.hidden = shared.length > 0;
  offer(alike(tables ?? [], kept), kept);
  root.querySelector(".comparison-tools").hidden = !shared.length;
  for (const input of root.querySelectorAll("[data-state]")) input.checked = !!read(input.name);
  keep(kept);
  root.dataset.shown = codes;
  document.title = kept.length ? `${kept.map(nameOf).join(", ")} – ${words.title}` : words.title;
}

for (const input of root.querySelectorAll("[data-state]")) input.onchange = () => write({ [input.name]: input.checked && "1" });
root.querySelector("form").onsubmit = async (event) => {
  event.preventDefault();
  const { named, suggest } = await names();
  const all = [...register.values()];
  const [found, ...others] = [named(field.value, all) ?? suggest(field.value, all)].flat();
  if (found && !others.length) add(found);
  else status.textContent = say(found ? words.several : words.unnamed, found ? [found, ...others].map((it) => it.name).join(", ") : field.value);
};
root.querySelector(".share").onclick = async ({ currentTarget }) => {
  await navigator.clipboard.writeText(location.href);
  status.textContent = currentTarget.dataset.done;
};
field.addEventListener("focus", async () => {
  const { attach } = await import(words.suggester);
  attach(field, list, add);
}, { once: true });
addEventListener("popstate", show);
narrow.onchange = show;
root.hidden = false;
show();
