// Puts the municipalities of the address side by side: `side.js` fills in the forms that the
// page has for every edition that at least two have a result in.

import { MOST, choose, chosen, read, write } from "./address.js";
import { watch } from "./page.js";
import { element, say } from "./tables.js";

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
let turn = 0;
let isRemoved = false;

// Which municipality has a result in which editions stands in the table of all.
const rows = new Map([...document.querySelectorAll("tr[data-editions]")].map((row) => [row.dataset.kommun, row]));
const nameOf = (code) => rows.get(code)?.querySelector("a").textContent ?? register.get(code)?.name;
const has = (code, form) => rows.get(code)?.dataset.editions.split(" ").includes(form.dataset.edition);

// Those of editions that none of the others has.
function rest(alone) {
  const item = ([form, [{ name, year, values, page }]]) => element("li", {}, element("a", { href: page }, name), ` ${values[0]} `,
    element("span", { className: "unit" }, `(${form.dataset.name}, ${year})`));
  extra.hidden = !alone.length;
  extra.querySelector("ul").replaceChildren(...alone.map(item));
}

const button = (text, onclick, ariaLabel) =>
  element("button", { type: "button", className: "quiet", onclick, ariaLabel }, text);

function chip(code) {
  const remove = () => {
    isRemoved = true;
    choose(chosen().filter((it) => it !== code));
  };
  return element("li", {}, button(nameOf(code), remove, say(words.remove, nameOf(code))));
}

// The nearest in population of the first one's group, in the newest edition that has any.
function alike(tables, codes) {
  const [code] = codes;
  for (const table of codes.length < MOST ? tables.filter((it) => it[code]) : []) {
    const distance = (it) => Math.abs(it.population - table[code].population);
    const others = Object.values(table).filter((it) => it.group === table[code].group && !codes.includes(it.code));
    if (others.length) return others.sort((a, b) => distance(a) - distance(b)).slice(0, 5);
  }
  return [];
}

function add({ code }) {
  field.value = "";
  choose([...new Set([...chosen(), code])]);
}

function offer(found, codes) {
  similar.hidden = !found.length;
  similar.replaceChildren(say(words.similar, nameOf(codes[0])), ...found.flatMap((it) => [" ", button(it.name, () => add(it), null)]));
}

// What of the address cannot be shown, and why.
function problems(codes, kept, shared) {
  const without = kept.filter((code) => !rows.has(code));
  const isAlone = (code) => rows.has(code) && !shared.some(([form]) => has(code, form));
  return [
    [words.unknown, codes.filter((code) => !nameOf(code))],
    [words.without, without.map(nameOf)],
    [words.alone, shared.length ? kept.filter(isAlone).map(nameOf) : []],
    [words.more, codes.filter(nameOf).slice(MOST).map(nameOf)],
    [words.one, kept.length - without.length === 1 ? [""] : []],
  ].filter(([, names]) => names.length).map(([text, names]) => say(text, names.join(", "))).join(" ");
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
  delete words.shown;
  const codes = chosen();
  if (codes.some((code) => !rows.has(code))) await names().catch(() => {});
  const kept = codes.filter(nameOf).slice(0, MOST);
  const wanted = forms.filter((form) => kept.some((code) => has(code, form)));
  const loaded = await Promise.all([
    kept.length > 1 && import("./side.js"),
    ...wanted.map((form) => load(form.dataset.values).then(decode)),
  ]).catch(() => undefined);
  if (mine !== turn) return;
  chips.replaceChildren(...kept.map(chip));
  // The button that was pressed is gone.
  if (isRemoved) (chips.querySelector("button") ?? field).focus();
  isRemoved = false;
  const [side, ...tables] = loaded ?? [];
  const all = tables.map((table, i) => [wanted[i], kept.map((code) => table[code]).filter(Boolean)]);
  const shared = all.filter(([, members]) => members.length > 1);
  status.textContent = loaded ? problems(codes, kept, shared) : words.failed;
  result.replaceChildren(...shared.map((it) => side.block(...it)));
  watch(result);
  rest(all.filter(([, members]) => kept.length > 1 && members.length === 1));
  extra.firstElementChild.hidden = shared.length > 0;
  offer(alike(tables, kept), kept);
  root.querySelector(".comparison-tools").hidden = !shared.length;
  for (const input of root.querySelectorAll("[data-state]")) input.checked = !!read(input.name);
  keep(kept);
  words.shown = codes;
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
  currentTarget.nextElementSibling.textContent = currentTarget.dataset.done;
};
field.addEventListener("focus", async () => (await import(words.suggester)).attach(field, list, add), { once: true });
addEventListener("popstate", show);
root.hidden = false;
show();
