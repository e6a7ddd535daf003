// The search page. Words and filters live in the address, so that Back, reload
// and a shared link bring the same hits; nothing loads before there is
// something to look for.

const form = document.querySelector("[data-search]");
const { index, base, finder, suggester, source } = form.dataset;
const part = (name) => form.querySelector(`[data-${name}]`);
const [body, status, order, meant, outside, active, hits, more, lessons] =
  ["body", "status", "order", "meant", "outside", "active", "hits", "more", "lessons"].map(part);
const field = form.querySelector("input[type=search]");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const names = [...form.querySelectorAll("[data-filter]")].map((it) => it.dataset.filter);
const ways = document.querySelector("[data-ways]");
const PAGE = 10;
const FEW = 2;

// On a small screen the hits come first.
part("filters").open = matchMedia("(min-width: 52.01rem)").matches;

let engine;
// The latest search wins, however long an earlier one takes.
let turn = 0;

const opened = () =>
  (engine ??= import(finder).then(async (it) => ({ ...it, pagefind: await it.open(index, base) })));

// The address is the state.
function read() {
  const parameters = new URLSearchParams(location.search);
  const chosen = {};
  for (const name of names) {
    const values = parameters.getAll(name);
    if (values.length) chosen[name] = values;
  }
  return {
    words: (parameters.get(field.name) ?? "").trim(),
    chosen,
    order: parameters.get("ordning") ?? "",
    shown: Math.max(PAGE, Number(parameters.get("visa")) || 0),
  };
}

function write({ words, chosen, order, shown }, replace) {
  const parameters = new URLSearchParams();
  if (words) parameters.set(field.name, words);
  for (const [name, values] of Object.entries(chosen)) for (const value of values) parameters.append(name, value);
  if (order) parameters.set("ordning", order);
  if (shown > PAGE) parameters.set("visa", shown);
  const query = parameters.toString();
  history[replace ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
}

function go(state) {
  write({ ...state, shown: PAGE });
  run();
}

function typed() {
  const chosen = {};
  for (const box of boxes) if (box.checked) (chosen[box.name] ??= []).push(box.value);
  return { words: field.value.trim(), chosen, order: order.querySelector("select").value };
}

function restore({ words, chosen, order: by }) {
  field.value = words;
  for (const box of boxes) box.checked = chosen[box.name]?.includes(box.value) ?? false;
  for (const name of Object.keys(chosen)) form.querySelector(`[data-filter=${name}]`).open = true;
  order.querySelector("select").value = by;
  lessons.setAttribute("aria-pressed", String(isLessons(chosen)));
}

const lessonKinds = lessons.dataset.lessons.split(" ");
const isLessons = ({ typ = [] }) => typ.length === lessonKinds.length && lessonKinds.every((it) => typ.includes(it));

async function run() {
  const state = read();
  const mine = ++turn;
  restore(state);
  const isAsked = state.words || Object.keys(state.chosen).length;
  body.hidden = !isAsked;
  ways.hidden = Boolean(isAsked);
  if (!isAsked) return;
  status.textContent = status.dataset.searching;
  try {
    const { find, counts, pagefind } = await opened();
    const found = await find(pagefind, state);
    const isCounted = !found.isPartial && !(state.words && !found.query);
    const count = isCounted ? await counts(pagefind, found.query, state.chosen, names) : {};
    const data = await Promise.all(found.results.slice(0, state.shown).map((it) => it.data()));
    if (mine === turn) await show(state, found, count, data);
  } catch {
    if (mine !== turn) return;
    engine = undefined;
    status.textContent = status.dataset.failed;
    ways.hidden = false;
  }
}

async function show(state, { results, isPartial }, count, data) {
  status.textContent = said(results.length, isPartial);
  const { around } = await opened();
  hits.replaceChildren(...data.map((it, at) => hit(it, at, (content) => around(content, state.words))));
  more.hidden = results.length <= state.shown;
  order.hidden = results.length < 2;
  showCounts(count);
  await Promise.all([showActive(state, results.length), showMeant(state.words, results.length)]);
  ways.hidden = results.length > 0;
}

function said(count, isPartial) {
  const { found, one, none, some } = status.dataset;
  if (!count) return none;
  if (isPartial) return some.replace("#", count);
  return count === 1 ? one : found.replace("#", count);
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

// Every filter that is on can be taken off; when there is no hit, it says what
// that would bring.
async function showActive(state, count) {
  const on = Object.entries(state.chosen).flatMap(([name, values]) => values.map((value) => [name, value]));
  const items = await Promise.all(on.map(([name, value]) => removal(state, name, value, count)));
  active.replaceChildren(...items);
  active.hidden = !items.length;
}

async function removal(state, name, value, count) {
  const rest = { ...state.chosen, [name]: state.chosen[name].filter((it) => it !== value) };
  if (!rest[name].length) delete rest[name];
  const label = active.dataset.remove.replace("#", labelOf(name, value));
  const { find, pagefind } = await opened();
  const gain = count || !(state.words || Object.keys(rest).length)
    ? "" : ` (${(await find(pagefind, { ...state, chosen: rest })).results.length})`;
  const button = element("button", "quiet", label + gain);
  button.type = "button";
  button.onclick = () => go({ ...state, chosen: rest });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

// "Menade du …?" when little or nothing is found.
async function showMeant(words, count) {
  meant.hidden = outside.hidden = true;
  if (!words || count > FEW) return;
  const { closest, decode, suggest } = await import(suggester);
  const entries = decode(await (await fetch(source)).json());
  const near = closest(words, entries);
  if (!near) return showOutside(suggest(words, entries)[0]);
  const link = meant.querySelector("a");
  link.textContent = near.name;
  link.href = `?${new URLSearchParams({ [field.name]: near.name })}`;
  meant.hidden = false;
}

// A municipality of the register that has no page.
function showOutside(entry) {
  if (!entry || entry.slug) return;
  outside.textContent = outside.dataset.outside.replace("#", entry.name);
  outside.hidden = false;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

// Hits often share a title; where they are from tells them apart.
function hit({ url, meta, filters, excerpt, content }, at, around) {
  const link = element("a", "", meta.title);
  link.href = url;
  link.setAttribute("aria-describedby", `plats-${at}`);
  const title = document.createElement("h2");
  title.append(link);
  const [kind, edition] = ["typ", "utgava"].map((name) => filters[name] && labelOf(name, filters[name][0]));
  const place = element("p", "small", "");
  place.id = `plats-${at}`;
  if (meta.evaluation) place.append(element("strong", "", meta.evaluation), " · ");
  place.append([kind, edition].filter(Boolean).join(" · "));
  const item = document.createElement("li");
  item.append(title, place, marked(excerpt.includes("<mark>") ? excerpt : around(content)));
  return item;
}

// The passage comes as text with marks; nothing else of it is markup.
function marked(excerpt) {
  const passage = document.createElement("p");
  const trimmed = excerpt.replace(/^[\s·]+|[\s·]+$/g, "");
  for (const [at, piece] of trimmed.split(/<\/?mark>/).entries()) {
    passage.append(at % 2 ? element("mark", "", plain(piece)) : plain(piece));
  }
  return passage;
}

const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(typed());
});
form.addEventListener("change", (event) => {
  if (event.target !== field) go(typed());
});
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
addEventListener("popstate", run);
run();
