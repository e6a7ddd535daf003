// The search page. Words and filters live in the address, so that Back, reload
// and a shared link bring the same hits; nothing loads before there is
// something to look for.

const part = (name) => document.querySelector(`[data-${name}]`);
const [form, summary, status, order, body, narrow, lessons, filters, meant, outside, widen, active, hits, more, ways] = [
  "search", "summary", "status", "order", "body", "narrow", "lessons", "filters", "meant", "outside", "widen", "active",
  "hits", "more", "ways",
].map(part);
const { index, base, finder, suggester, source } = form.dataset;
const field = form.querySelector("input[type=search]");
const by = order.querySelector("select");
const boxes = [...narrow.querySelectorAll("input[type=checkbox]")];
const names = [...narrow.querySelectorAll("[data-filter]")].map((it) => it.dataset.filter);
const orders = { ar: "year" };
const PAGE = 10;
const FEW = 2;
const { title } = document;

// On a small screen the hits come first.
filters.open = matchMedia("(min-width: 52.01rem)").matches;

let engine;
// The latest search wins, however long an earlier one takes.
let turn = 0;
let asked;

const opened = () =>
  (engine ??= import(finder).then(async (it) => ({ ...it, pagefind: await it.open(index, base) })));

async function found({ words, chosen, order: key }) {
  const { find, pagefind } = await opened();
  return find(pagefind, { words, chosen, order: orders[key] });
}

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
    order: key in orders ? key : "",
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
  if (!engine) start();
  try {
    const outcome = await prepare(state);
    if (mine === turn) show(state, outcome);
  } catch {
    if (mine === turn) fail();
  }
}

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

// All that is shown of a search, so that it appears at once.
async function prepare(state) {
  const { around, counts, pagefind } = await opened();
  const { results, query, isPartial, isCounted } = await found(state);
  const total = results.length;
  const [count, data, gains, near] = await Promise.all([
    isCounted ? counts(pagefind, query, state.chosen, names) : {},
    Promise.all(results.slice(0, state.shown).map((it) => it.data())),
    total ? [] : Promise.all(removals(state).map(gained)),
    state.words && total <= FEW ? nearest(state.words) : {},
  ]);
  return { total, isPartial, count, gains, near, hits: data.map((it, at) => hit(it, at, (text) => around(text, state.words))) };
}

function show(state, outcome) {
  const { total, isPartial, count, gains, near } = outcome;
  status.textContent = said(total, isPartial);
  hits.replaceChildren(...outcome.hits);
  more.hidden = total <= state.shown;
  order.hidden = total < 2;
  // Without a hit there is nothing to narrow down.
  narrow.hidden = !total && !Object.keys(state.chosen).length;
  body.hidden = false;
  ways.hidden = total > 0;
  showCounts(count);
  showActive(state, gains);
  showName(meant, near.meant);
  showName(outside, near.outside);
  hits.ariaBusy = false;
}

function fail() {
  engine = undefined;
  status.textContent = status.dataset.failed;
  order.hidden = true;
  hits.ariaBusy = false;
  offer(true);
}

const hitsSaid = (count) => (count === 1 ? status.dataset.one : status.dataset.found.replace("#", count));

function said(count, isPartial) {
  if (!count) return status.dataset.none;
  return isPartial ? status.dataset.some.replace("#", count) : hitsSaid(count);
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
async function gained({ state }) {
  return state.words || Object.keys(state.chosen).length ? (await found(state)).results.length : null;
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

// The municipality that may be meant, or one of the register that has no page.
async function nearest(words) {
  const { closest, decode, suggest } = await import(suggester);
  const entries = decode(await (await fetch(source)).json());
  const near = closest(words, entries);
  if (near) return { meant: link(near.name, `?${new URLSearchParams({ [field.name]: near.name })}`) };
  const [entry] = suggest(words, entries);
  return entry && !entry.slug ? { outside: entry.name } : {};
}

function showName(note, name) {
  note.hidden = !name;
  if (name) note.replaceChildren(...filled(Object.values(note.dataset)[0], name));
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

// Hits often share a title; where they are from tells them apart.
function hit({ url, meta, filters: values, excerpt, content }, at, passageAround) {
  const passage = trimmed(excerpt.includes("<mark>") ? excerpt : passageAround(content));
  const [heading, text] = parted(within(content, passage), meta.title);
  const leads = link("", url);
  leads.append(...marked(heading));
  leads.setAttribute("aria-describedby", `plats-${at}`);
  const headline = document.createElement("h2");
  headline.append(leads);
  const place = element("p", "small", "");
  place.id = `plats-${at}`;
  const [kind, edition] = ["typ", "utgava"].map((name) => values[name] && labelOf(name, values[name][0]));
  if (meta.evaluation) place.append(element("strong", "", meta.evaluation), " · ");
  place.append([kind, areaOf(values), edition].filter(Boolean).join(" · "));
  const item = document.createElement("li");
  item.append(headline, place);
  if (text) {
    const paragraph = document.createElement("p");
    paragraph.append(...marked(text));
    item.append(paragraph);
  }
  return item;
}

// A passage is titled with its area, a good example with its topic. Areas of
// earlier editions go by their successors, whose numbers are others.
const areaOf = ({ typ: [kind], omrade = [] }) =>
  lessonKinds.includes(kind) && omrade.map((it) => labelOf("omrade", it).replace(/^\d+ /, "")).join(", ");

const trimmed = (passage) => passage.replace(/^[\s·]+|[\s·]+$/g, "");
const bare = (passage) => plain(passage.replace(/<\/?mark>/g, ""));
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

// A passage that goes on shows where.
function within(content, passage) {
  const text = bare(passage);
  return `${content.startsWith(text) ? "" : "… "}${passage}${content.endsWith(text) ? "" : " …"}`;
}

// A passage that begins with the title need not say it again; its marks stay.
function parted(passage, title) {
  const pieces = passage.split(" · ");
  const isTitle = bare(pieces[0]) === title;
  return isTitle ? [pieces[0], pieces.slice(1).join(" · ")] : [escaped(title), passage];
}

// The passage comes as text with marks; nothing else of it is markup.
const marked = (passage) =>
  passage.split(/<\/?mark>/).map((piece, at) => (at % 2 ? element("mark", "", plain(piece)) : plain(piece)));

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
// Links inside the page change nothing that was asked.
addEventListener("popstate", () => location.search === asked || run());
run();
