// Suggests municipalities, areas and topics while one types (S1).

import { edits, fold as folded, lower as lowered } from "./letters.js";

const spaced = (text) => text.replace(/[\s-]+/g, " ").trim();
const lower = (text) => spaced(lowered(text));
const fold = (text) => spaced(folded(text));
// "Lunds kommun", half typed or not, asks for "lunds".
const asked = (query) => lower(query).replace(/^region | (kom|stad)\w*$/g, "");

// Municipalities; `names.rs` says what their rows hold.
export function decode({ kommuner }) {
  let last = 0;
  const entries = kommuner.map(([name, step, presence, slug, ...others]) => {
    const code = String((last += step)).padStart(4, 0);
    return { name, code, slug: slug || fold(name).replace(/ /g, "-"), presence, others };
  });
  return entries.sort((a, b) => a.name.localeCompare(b.name, "sv"));
}

// Ranks: what is no more than a near miss, and what is not even that.
const MISS = 10;
const NONE = 99;

// Edits without regard to accents.
function miss(text, name) {
  const most = text.length > 4 ? 2 : +(text.length > 2);
  const count = Math.abs(text.length - name.length) > 2 ? 3 : edits(fold(text), fold(name));
  return count > most ? NONE : count;
}

// Whole, at the beginning, at the beginning of a word.
function place(name, text) {
  if (name === text || `${name}s` === text) return 0;
  return name.startsWith(text) ? 2 : name.includes(` ${text}`) ? 3 : NONE;
}

// Whole names; exact letters, letters without dots, both with a result first; misses.
function rank({ name, code, presence, others }, query) {
  const text = asked(query);
  const later = presence === 1 ? 0 : 2;
  const exact = code.startsWith(text) ? 2 : place(lower(name), text);
  const plain = place(fold(name), fold(text));
  if (!exact || code === text || others.some((other) => lower(other) === lower(query))) return 0;
  if (exact < NONE) return exact + later;
  if (plain < NONE) return plain ? plain + 4 + later : 1;
  return MISS + 2 * miss(text, name) + later;
}

const best = (all, rate) => all.map((it) => [rate(it), it]).filter(([at]) => at < NONE).sort(([a], [b]) => a - b);
const things = (rated) => rated.map(([, thing]) => thing);

// Misses count where nothing fits.
function ranked(query, entries) {
  const all = asked(query) ? best(entries, (entry) => rank(entry, query)) : [];
  const fitting = all.filter(([at]) => at < MISS);
  return fitting.length ? fitting : all;
}

// At most eight municipalities, best first.
export const suggest = (query, entries) => things(ranked(query, entries)).slice(0, 8);

// The one municipality that a query names, if it means that and no word.
export function named(query, entries) {
  const whole = lower(query);
  const text = whole.replace(/ (kommun|stad)$/, "");
  const exact = entries.filter(({ name, code, others }) =>
    code === text || !place(lower(name), text) || others.some((other) => lower(other) === whole));
  const plain = entries.filter(({ name }) => !place(fold(name), fold(text)));
  const [entry, more] = exact.length ? exact : plain;
  return more || (entry?.presence < 0 && whole === lower(entry.name)) ? undefined : entry;
}

// Names with a text at the beginning, of a word, anywhere.
const having = (text, all) =>
  things(best(all, ({ name }) => Math.min(place(fold(name), text), fold(name).includes(text) ? 4 : NONE)));

const isLong = (query) => fold(query).length > 2;

// Rows for a query. Guesses at a name wait for the topics, which may have the word.
export function offer(query, { entries, areas, topics }) {
  const found = ranked(query, entries);
  if (!isLong(query)) return things(found).slice(0, 8);
  const others = [...having(fold(query), areas).slice(0, 2), ...having(fold(query), topics ?? [])];
  const isGuess = found[0]?.[0] >= MISS && (others.length || !topics);
  return [...(isGuess ? [] : things(found).slice(0, 5)), ...others].slice(0, 8);
}

// A name before what was typed, that, and after it.
export function parted(name, query) {
  const text = fold(query);
  const plain = folded(name).replace(/[\s-]/g, " ");
  const word = ` ${plain}`.indexOf(` ${text}`);
  const at = word < 0 ? plain.indexOf(text) : word;
  const end = at + text.length;
  return at < 0 ? [name, "", ""] : [name.slice(0, at), name.slice(at, end), name.slice(end)];
}

const fetched = (address, read) => fetch(address).then((it) => it.json()).then(read).catch(() => {});

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

// Makes a combobox of a form's field and an empty <ul> with data. A choice leads to its
// page, unless one `pick`s municipalities.
export function attach(input, list, pick) {
  const { source, topics, pages, areas, label, without, area, example } = list.dataset;
  const data = { entries: [], areas: [], topics: pick && [] };
  let turn = 0;
  let shown = [];
  let active = -1;
  let more;

  const loading = fetched(source, (json) => {
    data.entries = decode(json);
    for (const it of data.entries) {
      it.href = `${pages}${it.slug}/`;
      it.note = it.presence === 1 ? it.code : without;
    }
    if (!pick) data.areas = json.omraden.map(([name, slug]) => ({ name, href: `${areas}${slug}/`, note: area }));
  });

  function readTopics(rows) {
    const called = Object.fromEntries(data.entries.map(({ slug, name }) => [slug, name]));
    data.topics = rows.flatMap(([page, ...all]) => all.map(([name, id, from = page.split("/")[0]]) => (
      { name, href: pages + page + id, note: example.replace("#", called[from]) })));
  }

  function close() {
    turn++;
    show([]);
  }

  function move(to) {
    active = to;
    [...list.children].forEach((item, i) => (item.ariaSelected = i === to));
    input.setAttribute("aria-activedescendant", list.children[to]?.id ?? "");
  }

  function show(rows) {
    const chosen = rows.indexOf(shown[active]);
    shown = rows;
    list.replaceChildren(...rows.map(option));
    list.hidden = !rows.length;
    input.ariaExpanded = !list.hidden;
    move(chosen);
  }

  function option(row, i) {
    const [before, match, after] = parted(row.name, input.value);
    const name = element("span", before, element("mark", match), after);
    const item = element("li", name, " ", element("small", row.note));
    return Object.assign(item, { id: `${list.id}-${i}`, role: "option", onclick: () => choose(row) });
  }

  function choose(row) {
    input.value = row.name;
    close();
    if (pick) pick(row);
    else location = row.href;
  }

  async function update() {
    const mine = ++turn;
    const put = () => mine === turn && document.activeElement === input && show(offer(input.value, data));
    await loading;
    put();
    if (data.topics || !isLong(input.value)) return;
    await (more ??= fetched(topics, readTopics));
    data.topics ??= [];
    put();
  }

  // A search page searches for names as well.
  const meant = () => shown[active] ?? ("search" in input.form.dataset ? undefined : named(input.value, data.entries));

  function press(event) {
    const last = shown.length - 1;
    const row = event.key === "Enter" && meant();
    const action = {
      ...(last >= 0 && {
        ArrowDown: () => move(active < last ? active + 1 : -1),
        ArrowUp: () => move(active < 0 ? last : active - 1),
        Escape: close,
      }),
      ...(active >= 0 && { Home: () => move(0), End: () => move(last) }),
      ...(row && { Enter: () => choose(row) }),
    }[event.key];
    if (!action || event.isComposing) return;
    event.preventDefault();
    action();
  }

  Object.assign(input, { role: "combobox", ariaAutoComplete: "list", oninput: update, onblur: close, onkeydown: press });
  // A press must not take the focus.
  Object.assign(list, { role: "listbox", ariaLabel: label, onmousedown: () => false });
  close();
  // It may be in use.
  if (document.activeElement === input) update();
}

for (const input of globalThis.document?.querySelectorAll("[data-suggest]") ?? [])
  attach(input, document.getElementById(input.dataset.suggest));
