// Municipalities side by side in one edition: loaded once some are chosen. What editions do
// not share never gets here.

import { read } from "./address.js";
import { element, number, say } from "./tables.js";

const root = document.querySelector("[data-comparison-root]");
const words = root.dataset;
const listed = (names) => new Intl.ListFormat(document.documentElement.lang).format(names);

// Every place has a form of its own, so that colour is not needed to tell them apart.
const shapes = words.shapes.split("|");
const shape = (i, x, y) => `<path class="mark-${i}" d="${shapes[i]}" transform="translate(${x} ${y})"/>`;
const svg = (width, height, content) => `<svg class="plot" viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;
const points = (it) => (typeof it === "number" ? it : number(it ?? ""));
const isAbsent = (it) => Number.isNaN(points(it));
const shown = (it) => String(Math.round(it * 100) / 100).replace(".", ",");
const below = (...content) => element("span", { className: "below" }, ...content);

// Marks on a scale that begins at 0 and ends at the maximum. Those that would cover each other
// stand on top of each other.
function plot(values, maximum, mean) {
  const x = (it) => 8 + (points(it) / maximum) * 244;
  const placed = [];
  values.forEach((it, i) => {
    const at = x(it);
    const under = placed.filter((other) => Math.abs(other.at - at) < 13).map((other) => other.level);
    if (!isAbsent(it)) placed.push({ i, at, level: 1 + Math.max(-1, ...under) });
  });
  const bottom = 8 + 13 * Math.max(0, ...placed.map((it) => it.level));
  const tick = mean ? `<path class="mean-rim" d="M${x(mean)} ${bottom - 7}v14"/>` : "";
  const marks = placed.map((it) => shape(it.i, it.at, bottom - 13 * it.level));
  return svg(260, bottom + 8, `<path class="scale" d="M8 ${bottom}h244"/>${tick}${marks.join("")}`);
}

function head({ name, year, isInferred, page }, i) {
  const made = element("th", { scope: "col", className: "figure" });
  made.innerHTML = svg(16, 16, shape(i, 8, 8));
  made.append(" ", element("a", { href: page }, name), " ", below(`${year} ${isInferred ? words.inferred : ""}`));
  return made;
}

const cell = (it, isComputed) => element("td", { className: `figure ${isAbsent(it) ? "absent" : "strong"}` },
  isAbsent(it) ? "–" : `${it}`, isComputed ? below(words.computed) : "");

// Of two, who has more; of more, how far apart they are, who has most, and how many they are,
// if not all.
function difference({ apart, most, count }, members) {
  if (count < 2) return [];
  if (members.length === 2) return [below(apart ? say(words.ahead, most[0].name, shown(apart)) : words.level)];
  return [below(say(words.difference, shown(apart)), count < members.length ? say(words.among, count) : "",
    apart ? say(words.most, listed(most.map((it) => it.name))) : "")];
}

// A row with the values of all, and what is found in them.
function fill(row, i, members) {
  const { name, max, mean } = row.dataset;
  const values = members.map((it) => it.values[i]);
  const known = values.filter((it) => !isAbsent(it)).map(points);
  const highest = Math.max(...known);
  const found = {
    i, row, name, values,
    count: known.length,
    apart: known.length > 1 ? highest - Math.min(...known) : -1,
    most: members.filter((_, at) => points(values[at]) === highest),
  };
  const [place] = row.cells[0].children;
  place.append(...difference(found, members));
  place.insertAdjacentHTML("beforeend", plot(values, max, mean));
  row.append(...values.map((it, at) => cell(it, !i && members[at].isComputed)));
  return { ...found, share: i ? found.apart / max : Infinity };
}

// The totals, the highest first, and of two by how much.
function totals({ values, count, apart, most }, members) {
  if (count < members.length) return [];
  const each = members.map((it, i) => ({ at: points(values[i]), text: `${it.name} ${values[i]}${it.isComputed ? ` ${words.computed}` : ""}` }));
  const made = say(words.totals, each.sort((a, b) => b.at - a.at).map((it) => it.text).join(", "));
  return [made, members.length === 2 && apart ? say(words.further, most[0].name, shown(apart)) : ""];
}

// Of two, in how many areas each has more, and where most; of more, in how many it has most.
function leaders(filled, members) {
  const areas = filled.filter((it) => it.row.className === "area" && it.count === members.length);
  const each = members.map((member) => ({ member, ahead: areas.filter((it) => it.apart && it.most.includes(member)) }));
  const sentences = each.sort((a, b) => b.ahead.length - a.ahead.length).map(({ member, ahead }) => {
    const most = Math.max(...ahead.map((it) => it.apart));
    const where = ahead.filter((it) => it.apart === most).map((it) => it.name);
    return ahead.length ? say(members.length > 2 ? words.leads : words.lead, member.name, ahead.length, areas.length, listed(where), shown(most)) : "";
  });
  const level = areas.filter((it) => !it.apart).length;
  return [...totals(filled.find((it) => !it.i), members), ...sentences, level ? say(words.levels, level, areas.length) : ""].filter(Boolean).join(" ");
}

// The total, then areas by the difference in parts of the maximum, each followed by its
// sub-areas likewise.
function byDifference(filled) {
  let top;
  const placed = filled.map((it) => {
    if (it.row.className !== "sub-area") top = it;
    return { ...it, top };
  });
  const isTop = (it) => it.i === it.top.i;
  return placed.sort((a, b) => b.top.share - a.top.share || a.top.i - b.top.i || isTop(b) - isTop(a) || b.share - a.share);
}

// The block of an edition that at least two have a result in: its form, filled in.
export function block(form, members) {
  const made = form.content.cloneNode(true);
  const table = made.querySelector("table");
  const [body] = table.tBodies;
  const isShown = (row) => read("delomraden") || row.className !== "sub-area";
  table.tHead.rows[0].append(...members.map(head));
  const filled = [...body.rows].map((row, i) => isShown(row) && fill(row, i, members)).filter(Boolean);
  body.replaceChildren(...(read("ordna-efter") ? byDifference(filled) : filled).map((it) => it.row));
  made.querySelector(".leaders").append(leaders(filled, members));
  const reading = made.querySelector("details");
  reading.ontoggle = () => reading.open && readLists(reading, members);
  made.querySelector(".inferred")?.toggleAttribute("hidden", !members.some((it) => it.isInferred));
  made.querySelector(".missing").append(...members.flatMap((it, at) => missing(it, filled.map(({ values }) => values[at]))));
  return made;
}

// Why values of a column are absent, told once (P4).
function missing({ name, year }, values) {
  const kinds = [...new Set(values.filter((it) => it && isAbsent(it)))];
  return kinds.map((kind) => element("span", {}, say(words.missing, `${name} ${year}`,
    values.filter((it) => it === kind).length, root.getAttribute(`data-absent-${kind}`)), " "));
}

const LISTS = [["strengths", "styrkor"], ["improvements", "forbattringar"]];

const load = async ({ page }) => (await fetch(`${page}utvardering.json`)).json();

function column(area, { name, page }) {
  const made = element("div", {}, element("h5", {}, name));
  for (const [list, anchor] of LISTS) {
    const items = area[list] ?? [];
    const link = element("a", { href: `${page}#${anchor}-${area.number}` }, `${words[list]} (${items.length})`);
    if (items.length) made.append(element("p", {}, link), element("ul", {}, ...items.map((it) => element("li", {}, it))));
  }
  if (made.children.length === 1) made.append(element("p", { className: "absent" }, words.nolists));
  return made;
}

// What the reports list, area by area, once it is opened.
async function readLists(reading, members) {
  if (reading.children.length > 1) return;
  const place = element("div");
  reading.append(place);
  try {
    const reports = await Promise.all(members.map(load));
    for (const [at, { number, name }] of reports[0].areas.entries()) {
      const columns = reports.map((it, i) => column(it.areas[at], members[i]));
      place.append(element("h4", {}, `${number} ${name}`), element("div", { className: "side-by-side" }, ...columns));
    }
  } catch {
    // What failed is asked for again when it is opened again.
    place.replaceWith();
  }
}
