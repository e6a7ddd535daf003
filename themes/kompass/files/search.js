// The search page. Words and filters live in the address, so that Back, reload
// and a shared link bring the same hits; nothing of the index loads before the field is used
// or there is something to look for.

const [form, summary, status, order, body, narrow, lessons, filters, meant, corrected, missed, kind, outside, beside, widen, active, hits, more, ways] =
  "search summary status order body narrow lessons filters meant corrected missed kind outside beside widen active hits more ways"
    .split(" ").map((name) => document.querySelector(`[data-${name}]`));
const { index: address, base } = form.dataset;
const { pages } = form.querySelector("[data-pages]").dataset;
const field = form.querySelector("input[type=search]");
const by = order.querySelector("select");
const boxes = [...narrow.querySelectorAll("input")];
const groups = [...narrow.querySelectorAll("[data-filter]")];
const lessonKinds = lessons.dataset.lessons.split(" ");
const { title } = document;
const PAGE = 10;
// How long somebody waits before hits are shown without their texts, in ms.
const PATIENCE = 150;
// The kind of hit that means all, also where the words say one.
const ALL = "alla";

// On a small screen the hits come first.
filters.open = matchMedia("(min-width: 52.01rem)").matches;

let opening;
// The latest search wins, however long an earlier one takes.
let turn = 0;
let asked;
// The words of the hits that are shown, and which kinds they say.
let last = {};

// Whoever comes with a question gets all modules at once, before they ask for each other: many
// browsers load six files of a host at a time, and these would make the index wait.
if (location.search) {
  const modules = form.dataset.modules.split(" ");
  document.head.append(...modules.map((href) => Object.assign(document.createElement("link"), { rel: "modulepreload", href })));
}

// What the index reads first is asked for before it says so, a round earlier.
const opened = () => (opening ??= Promise.all([
  Promise.all(["directory", "columns"].map((name) => fetch(`${address}${name}.bin`))),
  import("./index.js"), import("./find.js"), import("./query.js"), import("./passage.js"),
]).then(async ([files, { open }, ...modules]) => Object.assign({ index: await open(address, files) }, ...modules)));

const isSame = (some, others) => `${some}` === `${others}`;

// The address is the state.
function read() {
  const parameters = new URLSearchParams(location.search);
  const values = groups.map(({ dataset: { filter } }) => [filter, [...new Set(parameters.getAll(filter))]]);
  return {
    words: (parameters.get(field.name) ?? "").trim(),
    chosen: Object.fromEntries(values.filter(([, list]) => list.length)),
    order: [...by.options].find((it) => it.value === parameters.get(by.name))?.value ?? "",
    shown: Math.max(PAGE, Number(parameters.get("visa")) || 0),
  };
}

function addressOf({ words, chosen = {}, order: key, shown }) {
  const values = Object.entries(chosen).flatMap(([name, list]) => list.map((value) => [name, value]));
  const all = [[field.name, words], ...values, [by.name, key], ["visa", shown > PAGE && shown]].filter(([, value]) => value);
  return all.length ? `?${new URLSearchParams(all)}` : location.pathname;
}

function go(state) {
  history.pushState(null, "", addressOf(state));
  return run();
}

// Kinds that the words say hold for these words, unless all boxes are empty.
function typed() {
  const chosen = {};
  for (const box of boxes) if (box.checked) (chosen[box.name] ??= []).push(box.value);
  const words = field.value.trim();
  if (isSame(chosen.typ, last.kinds)) delete chosen.typ;
  else if (last.kinds && !chosen.typ && words === last.words) chosen.typ = [ALL];
  return { words, chosen, order: by.value };
}

function restore({ words, chosen, order: key }) {
  document.title = words ? `${words} – ${title}` : title;
  field.value = words;
  by.value = key;
  const typ = chosen.typ ?? (words === last.words ? last.kinds : undefined);
  for (const box of boxes) box.checked = { ...chosen, typ }[box.name]?.includes(box.value) ?? false;
  for (const group of groups) group.open ||= group.dataset.filter in chosen;
  lessons.ariaPressed = isSame(typ, lessonKinds);
}

// Either what was found or the other ways.
function offer(isOtherWays) {
  body.hidden = isOtherWays;
  ways.hidden = !isOtherWays;
}

async function run() {
  const state = read();
  const waited = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const mine = ++turn;
  asked = location.search;
  restore(state);
  summary.hidden = !isQuestion(state);
  if (summary.hidden) return offer(true);
  hits.ariaBusy = true;
  if (!opening) {
    status.textContent = status.dataset.searching;
    order.hidden = body.hidden = ways.hidden = true;
  }
  try {
    const client = await opened();
    const found = await client.find(client.index, state);
    const count = async (it) => (isQuestion(it) ? (await client.find(client.index, it)).documents.length : null);
    const gains = found.documents.length ? [] : await Promise.all([everyKind(state), ...removals(state).map((it) => it.state)].map(count));
    const items = found.documents.slice(0, state.shown).map((document, at) => hit(client, document, at, found.query));
    // One text that does not come hides no other hit.
    const filled = Promise.allSettled(items.map((it) => it.filled)).then((all) => {
      if (all.length && all.every((it) => it.reason)) throw all[0].reason;
    });
    await Promise.race([filled, waited]);
    if (mine !== turn) return;
    show(state, found, items, gains);
    await filled;
    if (mine === turn) hits.ariaBusy = false;
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

const isQuestion = ({ words, chosen }) => words || Object.keys(chosen).length;
const everyKind = (state) => ({ ...state, chosen: { ...state.chosen, typ: [ALL] }, shown: 0 });

function show(state, { query, kinds, documents, full, counts }, items, [ofAll, ...gains]) {
  const total = documents.length;
  const { words } = state;
  last = { words, kinds: query.kinds };
  restore(state);
  status.textContent = said(total, full);
  hits.replaceChildren(...items.map((it) => it.item));
  more.hidden = total <= state.shown;
  order.hidden = total < 2;
  // Without a hit there is nothing to narrow down.
  narrow.hidden = !total && !kinds && !Object.keys(state.chosen).length;
  offer(!total);
  body.hidden = false;
  for (const box of boxes) {
    const count = counts[box.name]?.[box.value] ?? 0;
    const label = box.parentElement;
    label.lastElementChild.textContent = count;
    label.classList.toggle("empty", !count && !box.checked);
  }
  const buttons = removals(state).map((it, at) => element("li", "", removal(it, at, gains[at])));
  active.replaceChildren(...buttons);
  active.hidden = !buttons.length;
  widen.hidden = !gains.some(Number.isInteger);
  const instead = (label, ...pairs) => {
    const other = pairs.reduce((text, [was, is]) => text.replace(new RegExp(was, "iu"), is), words);
    return link(label ?? other, addressOf({ words: other }));
  };
  const { meant: name, corrected: others } = query;
  say(meant, name && instead(name.name, [name.word, name.name]));
  say(corrected, others && instead(null, ...others));
  say(missed, total && query.missed.flatMap((it) => it.word ?? []).join(", "));
  const other = query.names.find((it) => !it.isEvaluated);
  say(outside, other && link(other.name, `${pages}${other.slug}/`));
  const some = query.names.filter((it) => it.isEvaluated);
  say(beside, some[1] && link(some.map((it) => it.name).join(", "), `${beside.dataset.comparison}?kommun=${some.map((it) => it.code)}`));
  say(kind, kinds && (isSame(kinds, lessonKinds) ? kind.dataset.examples : kinds.map((it) => labelOf("typ", it)).join(", ")).toLowerCase());
  if (kinds) kind.append(" ", link(kind.dataset.all + hitsIn(ofAll), addressOf(everyKind(state))));
}

function fail({ isGone }) {
  opening = undefined;
  status.textContent = status.dataset[isGone ? "stale" : "failed"];
  order.hidden = true;
  hits.ariaBusy = false;
  offer(true);
}

const hitsSaid = (count) => (count === 1 ? status.dataset.one : status.dataset.found.replace("#", count));
const hitsIn = (count) => (count == null ? "" : ` (${hitsSaid(count)})`);

function said(total, full) {
  const { none, some, both } = status.dataset;
  if (!total) return none;
  return full === total ? hitsSaid(total) : (full ? both : some).replace("#", hitsSaid(total)).replace("¤", full);
}

const labelOf = (name, value) =>
  boxes.find((box) => box.name === name && box.value === value)?.nextElementSibling.textContent ?? value;

// Every filter that is on can be taken off, several also at once.
function removals(state) {
  const without = (chosen) => ({ ...state, chosen, shown: 0 });
  const one = Object.entries(state.chosen).flatMap(([name, values]) => values.filter((value) => value !== ALL).map((value) => {
    const { [name]: _, ...others } = state.chosen;
    const left = values.filter((it) => it !== value);
    return { label: labelOf(name, value), state: without(left.length ? { ...others, [name]: left } : others) };
  }));
  return one.length > 1 ? [...one, { state: without({}) }] : one;
}

function removal({ label, state }, at, gain) {
  const said = label === undefined ? [active.dataset.all] : filled(active.dataset.remove, label, (text) => element("span", "hidden", text));
  const button = element("button", "quiet", ...said, hitsIn(gain));
  button.type = "button";
  // The button goes, and another takes its place and the focus.
  button.onclick = () => go(state).then(() => {
    const left = active.querySelectorAll("button");
    (left[Math.min(at, left.length - 1)] ?? field).focus();
  });
  return button;
}

// A text with something in the place of `#`.
function filled(text, content, wrap = (it) => it) {
  const [before, after] = text.split("#");
  return [before && wrap(before), content, after && wrap(after)].filter(Boolean);
}

function say(note, content) {
  note.hidden = !content;
  if (content) note.replaceChildren(...filled(Object.values(note.dataset)[0], content));
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link(text, href) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

// Hits often share a title; where they are from tells them apart. The text may come
// later, into room that is kept for it.
function hit({ index, passage, marked, spot }, number, at, query) {
  const { page, place, title: heading } = index.outline(number);
  const [kind, edition, area] = ["typ", "utgava", "omrade"].map((name) => index.valuesOf(number, name).map((it) => labelOf(name, it)));
  // A passage is titled with its area, a good example with its topic.
  const isLesson = index.valuesOf(number, "typ").some((it) => lessonKinds.includes(it));
  // Areas of earlier editions go by their successors, whose numbers are others.
  const facts = [place ? kind[0]?.toLowerCase() : kind[0], isLesson && area.map((it) => it.replace(/^\d+ /, "")).join(", "), edition[0]?.replaceAll(" ", "\u00a0")].filter(Boolean).join(", ");
  const leads = link(heading || place || "…", base + page);
  const where = element("p", "small", ...(place ? [element("strong", "", place), ", "] : []), facts);
  where.id = `plats-${at}`;
  leads.setAttribute("aria-describedby", where.id);
  const headline = element("h2", heading ? "" : "late", leads);
  const text = element("p", "passage late");
  const item = element("li", "", headline, where, text);
  const filled = index.passage(number).then((it) => {
    const [heading, content] = passage(it, query);
    leads.href = base + it.address + spot(content, it.address, query);
    leads.replaceChildren(...marked(heading, element));
    text.replaceChildren(...marked(content, element));
    if (!item.isConnected) for (const it of [headline, text]) it.classList.remove("late");
  });
  return { item, filled };
}

form.onsubmit = (event) => {
  event.preventDefault();
  go(typed());
};
narrow.onchange = by.onchange = () => go(typed());
lessons.onclick = () => {
  const isOn = lessons.ariaPressed === "true";
  for (const box of boxes) if (box.name === "typ") box.checked = !isOn && lessonKinds.includes(box.value);
  go(typed());
};
more.onclick = async () => {
  const state = read();
  const first = hits.children.length;
  history.replaceState(null, "", addressOf({ ...state, shown: state.shown + PAGE }));
  await run();
  hits.children[first]?.querySelector("a").focus();
};
field.onfocus = () => opened().catch(() => (opening = undefined));
field.oninput = () => opening?.then((it) => it.ahead(it.understand(field.value, it.index), it.index)).catch(() => {});
// Links inside the page change nothing that was asked.
onpopstate = () => location.search === asked || run();
run();
