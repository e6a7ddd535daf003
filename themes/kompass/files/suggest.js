// Suggests municipalities while one types (S1); fetches them at first use.

import { edits, fold as folded, lower as lowered } from "./letters.js";

const spaced = (text) => text.replace(/[\s-]+/g, " ").trim();
const lower = (text) => spaced(lowered(text));
const fold = (text) => spaced(folded(text));
// "Lunds kommun", half typed or not, asks for "lunds".
const asked = (query) => lower(query).replace(/^region | (kom|stad)\w*$/g, "");

// Rows in Swedish order: name, code, slug of a page; 1 if it is the name's.
export const decode = (rows) =>
  rows.map(([name, code, slug]) => ({ name, code, slug: slug === 1 ? fold(name).replace(/ /g, "-") : slug }));

// Edits without regard to accents; 99 if they are too many.
function miss(text, name) {
  const most = text.length > 4 ? 2 : +(text.length > 2);
  const count = Math.abs(text.length - name.length) > 2 ? 3 : edits(fold(text), fold(name));
  return count > most ? 99 : count;
}

// Whole, at the beginning, at the beginning of a word.
const fits = (name, text) => [name === text || `${name}s` === text, name.startsWith(text), name.includes(` ${text}`)];

// Exact letters come before letters without dots, both before misses.
function rank({ name, code }, text) {
  const at = [...fits(lower(name), text), ...fits(fold(name), fold(text))].indexOf(true);
  if (code.startsWith(text)) return code === text ? 0 : 1;
  return at < 0 ? 6 + miss(text, name) : at;
}

function best(entries, rate) {
  const found = entries.map((entry) => [rate(entry), entry]).filter(([at]) => at < 99);
  return found.sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

// At most eight, best first.
export function suggest(query, entries) {
  const text = asked(query);
  return text ? best(entries, (entry) => rank(entry, text)).slice(0, 8) : [];
}

// "Menade du …?": the nearest entry, null if the query is one.
export function closest(query, entries) {
  const text = asked(query);
  if (entries.some((entry) => rank(entry, text) === 0)) return null;
  return best(entries, ({ name }) => miss(text, name) + edits(text, lower(name)) / 1e6)[0] ?? null;
}

// Makes a combobox of a form's field and an empty <ul> with id, label and data:
// source (the rows), pages (what slugs follow), without (said of those without).
export function attach(input, list) {
  const { source, pages, without, label } = list.dataset;
  let loading;
  let shown = [];
  let active = -1;
  const load = () => (loading ??= fetch(source).then((it) => it.json()).then(decode).catch(() => []));
  const close = () => show([]);

  function move(to) {
    active = to;
    [...list.children].forEach((item, i) => (item.ariaSelected = i === to));
    input.setAttribute("aria-activedescendant", list.children[to]?.id ?? "");
  }

  function show(entries) {
    shown = entries;
    list.replaceChildren(...entries.map(option));
    list.hidden = !entries.length;
    input.ariaExpanded = !list.hidden;
    move(-1);
  }

  function option({ name, code, slug }, i) {
    const textContent = `${name} (${slug ? code : `${code}, ${without}`})`;
    const item = { id: `${list.id}-${i}`, role: "option", textContent, onclick: () => choose(i) };
    return Object.assign(document.createElement("li"), item);
  }

  function choose(i) {
    const { name, slug } = shown[i];
    input.value = name;
    close();
    if (slug) location = `${pages}${slug}/`;
    else input.form.requestSubmit();
  }

  async function update() {
    const entries = await load();
    if (document.activeElement === input) show(suggest(input.value, entries));
  }

  function press(event) {
    const last = shown.length - 1;
    const onOption = { Home: () => move(0), End: () => move(last), Enter: () => choose(active) };
    const action = {
      ArrowDown: () => move(active < last ? active + 1 : -1),
      ArrowUp: () => move(active < 0 ? last : active - 1),
      Escape: close,
      ...(active >= 0 && onOption),
    }[event.key];
    if (last < 0 || !action || event.isComposing) return;
    event.preventDefault();
    action();
  }

  Object.assign(input, { role: "combobox", ariaAutoComplete: "list" });
  Object.assign(input, { oninput: update, onblur: close, onkeydown: press });
  // A press must not take the focus.
  Object.assign(list, { role: "listbox", ariaLabel: label, onmousedown: () => false });
  close();
  // It may be in use.
  if (document.activeElement === input) update();
}

for (const input of globalThis.document?.querySelectorAll("[data-suggest]") ?? [])
  attach(input, document.getElementById(input.dataset.suggest));
