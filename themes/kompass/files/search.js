// The search page. Words and filters live in the address, so that Back, reload
// and a shared link bring the same hits; nothing loads before the field is used or
// there is something to look for.

import { find } from "./find.js";
import { open } from "./index.js";
import { marked, passage } from "./passage.js";

const part = (name) => document.querySelector(`[data-${name}]`);
const [form, summary, status, order, body, narrow, lessons, filters, meant, corrected, kind, outside, widen, active, hits, more, ways] = [
  "search", "summary", "status", "order", "body", "narrow", "lessons", "filters", "meant", "corrected", "kind", "outside", "widen", "active",
  "hits", "more", "ways",
].map(part);
const { index: address, base } = form.dataset;
const field = form.querySelector("input[type=search]");
const by = order.querySelector("select");
const boxes = [...narrow.querySelectorAll("input[type=checkbox]")];
const names = [...narrow.querySelectorAll("[data-filter]")].map((it) => it.dataset.filter);
const orders = ["ar"];
const PAGE = 10;
// How long hits wait for their texts before they are shown without, in ms.
const PATIENCE = 150;
const { title } = document;

// On a small screen the hits come first.
filters.open = matchMedia("(min-width: 52.01rem)").matches;

let opening;
// The latest search wins, however long an earlier one takes.
let turn = 0;
let asked;

const opened = () => (opening ??= open(address));

// The address is the state.
function read() {
  const parameters = new URLSearchParams(location.search);
  const chosen = {};
  for (const name of names) {
    const values = [...new Set(parameters.getAll(name))];
    if (values.length) chosen[name] = values;
  }
  const key = parameters.get(by.name);
  return {
    words: (parameters.get(field.name) ?? "").trim(),
    chosen,
    order: orders.includes(key) ? key : "",
    shown: Math.max(PAGE, Number(parameters.get("visa")) || 0),
  };
}

function write({ words, chosen, order: key, shown }, replace) {
  const parameters = new URLSearchParams();
  if (words) parameters.set(field.name, words);
  for (const [name, values] of Object.entries(chosen)) for (const value of values) parameters.append(name, value);
  if (key) parameters.set(by.name, key);
  if (shown > PAGE) parameters.set("visa", shown);
  const query = parameters.toString();
  history[replace ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
}

function go(state) {
  write({ ...state, shown: PAGE });
  return run();
}

function typed() {
  const chosen = {};
  for (const box of boxes) if (box.checked) (chosen[box.name] ??= []).push(box.value);
  return { words: field.value.trim(), chosen, order: by.value };
}

function restore({ words, chosen, order: key }) {
  document.title = words ? `${words} – ${title}` : title;
  field.value = words;
  for (const box of boxes) box.checked = chosen[box.name]?.includes(box.value) ?? false;
  for (const name of Object.keys(chosen)) narrow.querySelector(`[data-filter=${name}]`).open = true;
  by.value = key;
  lessons.setAttribute("aria-pressed", String(isLessons(chosen)));
}

const lessonKinds = lessons.dataset.lessons.split(" ");
const isLessons = ({ typ = [] }) => typ.length === lessonKinds.length && lessonKinds.every((it) => typ.includes(it));

async function run() {
  const state = read();
  const mine = ++turn;
  asked = location.search;
  restore(state);
  const isAsked = Boolean(state.words || Object.keys(state.chosen).length);
  summary.hidden = !isAsked;
  if (!isAsked) { offer(true); return; }
  hits.ariaBusy = true;
  if (!opening) start();
  try {
    const index = await opened();
    const found = await find(index, state);
    const gains = found.documents.length ? [] : await Promise.all(removals(state).map((it) => gained(index, it)));
    const items = found.documents.slice(0, state.shown).map((document, at) => hit(index, document, at, found.query));
    await Promise.race([Promise.all(items.map((it) => it.filled)), wait(PATIENCE)]);
    if (mine === turn) show(state, found, items, gains);
    await Promise.all(items.map((it) => it.filled));
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

const wait = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

// Shows either what was found or the other ways.
function offer(isOtherWays) {
  body.hidden = isOtherWays;
  ways.hidden = !isOtherWays;
}

// The engine takes a moment to load.
function start() {
  status.textContent = status.dataset.searching;
  order.hidden = body.hidden = ways.hidden = true;
}

function show(state, { query, kinds, documents, full, counts }, items, gains) {
  const total = documents.length;
  status.textContent = said(total, full);
  hits.replaceChildren(...items.map((it) => it.item));
  more.hidden = total <= state.shown;
  order.hidden = total < 2;
  // Without a hit there is nothing to narrow down.
  narrow.hidden = !total && !Object.keys(state.chosen).length;
  body.hidden = false;
  ways.hidden = total > 0;
  showCounts(counts);
  showActive(state, gains);
  const other = query.corrected?.reduce((words, [was, is]) => replaced(words, was, is), state.words);
  say(meant, query.meant && link(query.meant.name, asking(query.meant.name)));
  say(corrected, other && link(other, asking(other)));
  say(outside, query.names.find((it) => !it.slug)?.name);
  say(kind, kinds && kinds.map((it) => labelOf("typ", it)).join(", ").toLowerCase());
  if (kinds) kind.append(" ", link(kind.dataset.all, `${asking(state.words)}&typ=alla`));
  hits.ariaBusy = false;
}

const asking = (words) => `?${new URLSearchParams({ [field.name]: words })}`;
const replaced = (words, was, is) => words.replace(new RegExp(was, "iu"), is);

function fail({ isGone }) {
  opening = undefined;
  status.textContent = isGone ? status.dataset.stale : status.dataset.failed;
  order.hidden = true;
  hits.ariaBusy = false;
  offer(true);
}

const hitsSaid = (count) => (count === 1 ? status.dataset.one : status.dataset.found.replace("#", count));

function said(total, full) {
  if (!total) return status.dataset.none;
  if (!full) return status.dataset.some.replace("#", total);
  return full < total ? status.dataset.more.replace("#", full).replace("¤", total - full) : hitsSaid(total);
}

function showCounts(count) {
  for (const box of boxes) {
    const number = count[box.name]?.[box.value];
    const label = box.closest("label");
    label.querySelector("[data-count]").textContent = number ?? (box.name in count ? 0 : "");
    label.classList.toggle("empty", box.name in count && !number && !box.checked);
  }
}

const labelOf = (name, value) =>
  boxes.find((box) => box.name === name && box.value === value)?.closest("label").children[1].textContent ?? value;

// Every filter that is on can be taken off, several also at once.
function removals(state) {
  const one = Object.entries(state.chosen).flatMap(([name, values]) => values.map((value) => {
    const { [name]: _, ...others } = state.chosen;
    const left = values.filter((it) => it !== value);
    const chosen = left.length ? { ...others, [name]: left } : others;
    return { label: labelOf(name, value), state: { ...state, chosen } };
  }));
  return one.length > 1 ? [...one, { state: { ...state, chosen: {} } }] : one;
}

// How many hits there would be; null where there would be no question.
async function gained(index, { state }) {
  return state.words || Object.keys(state.chosen).length ? (await find(index, state)).documents.length : null;
}

function showActive(state, gains) {
  const items = removals(state).map((it, at) => removal(it, at, gains[at] ?? null));
  active.replaceChildren(...items);
  active.hidden = !items.length;
  widen.hidden = !gains.some((gain) => gain !== null);
}

function removal({ label, state }, at, gain) {
  const button = element("button", "quiet", "");
  button.type = "button";
  if (label === undefined) button.append(active.dataset.all);
  else button.append(...filled(active.dataset.remove, label, (text) => element("span", "hidden", text)));
  if (gain !== null) button.append(` (${hitsSaid(gain)})`);
  // The button goes, and another takes its place and the focus.
  button.onclick = () => go(state).then(() => {
    const left = active.querySelectorAll("button");
    (left[Math.min(at, left.length - 1)] ?? field).focus();
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

// A text with something in the place of `#`.
function filled(text, content, wrap = (it) => it) {
  const [before, after] = text.split("#");
  return [...(before ? [wrap(before)] : []), content, ...(after ? [wrap(after)] : [])];
}

function say(note, content) {
  note.hidden = !content;
  if (content) note.replaceChildren(...filled(Object.values(note.dataset)[0], content));
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function link(text, href) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

// Hits often share a title; where they are from tells them apart. The text comes
// later, into room that is kept for it.
function hit(index, number, at, query) {
  const { page, place, title } = index.outline(number);
  const leads = link(title || place || "…", base + page);
  leads.setAttribute("aria-describedby", `plats-${at}`);
  const headline = element("h2", "", "");
  headline.append(leads);
  const where = element("p", "small", "");
  where.id = `plats-${at}`;
  const [kind, edition] = ["typ", "utgava"].map((name) => index.valuesOf(number, name).map((it) => labelOf(name, it))[0]);
  if (place) where.append(element("strong", "", place), " · ");
  where.append([kind, areaOf(index, number), edition].filter(Boolean).join(" · "));
  const text = element("p", "passage", "");
  const item = document.createElement("li");
  item.append(headline, where, text);
  const filled = index.passage(number).then((it) => {
    const [heading, content] = passage(it, query);
    leads.href = base + it.address;
    leads.replaceChildren(...marked(heading, element));
    text.replaceChildren(...marked(content, element));
  });
  filled.catch(() => {});
  return { item, filled };
}

// A passage is titled with its area, a good example with its topic. Areas of
// earlier editions go by their successors, whose numbers are others.
function areaOf(index, document) {
  const isLesson = index.valuesOf(document, "typ").some((it) => lessonKinds.includes(it));
  return isLesson && index.valuesOf(document, "omrade").map((it) => labelOf("omrade", it).replace(/^\d+ /, "")).join(", ");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(typed());
});
for (const it of [narrow, by]) it.addEventListener("change", () => go(typed()));
lessons.addEventListener("click", () => {
  const state = typed();
  const chosen = { ...state.chosen, typ: lessonKinds };
  if (isLessons(state.chosen)) delete chosen.typ;
  go({ ...state, chosen });
});
more.addEventListener("click", () => {
  const state = read();
  const first = hits.children.length;
  write({ ...state, shown: state.shown + PAGE }, true);
  run().then(() => hits.children[first]?.querySelector("a").focus());
});
field.addEventListener("focus", () => opened().catch(() => (opening = undefined)), { once: true });
// Links inside the page change nothing that was asked.
addEventListener("popstate", () => location.search === asked || run());
run();
