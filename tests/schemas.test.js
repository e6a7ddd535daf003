// The schemas of docs/schemas with a validator by others: all content that Kompass takes keeps
// them, and what is wrong in form with the invented portals of tests/broken does not.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { test } from "node:test";

const require = createRequire(new URL("./browser/package.json", import.meta.url));
const { parse } = require("smol-toml");
const Ajv = require("ajv/dist/2020").default;

const ROOT = join(import.meta.dirname, "..");

/** The kind of a file by its path below a project. */
const KINDS = [
  [/^site\.toml$/, "site"],
  [/^content\/(accessibility|changes|references|synonyms)\.toml$/, null],
  [/^content\/editions\/[^/]+\.toml$/, "edition"],
  [/^content\/evaluations\/[^/]+\/[^/]+\/evaluation\.toml$/, "evaluation"],
  [/^themes\/[^/]+\/theme\.toml$/, "theme"],
];

const kindOf = (path) => {
  for (const [pattern, kind] of KINDS) {
    const found = pattern.exec(path);
    if (found) return kind ?? found[1];
  }
  return undefined;
};

// Formats are no more than remarks here; an unknown keyword is a mistake of ours.
const ajv = new Ajv({ strict: true, allErrors: true });
const folder = join(ROOT, "docs/schemas");
const validators = Object.fromEntries(
  readdirSync(folder).map((name) => [
    name.replace(".schema.json", ""),
    ajv.compile(JSON.parse(readFileSync(join(folder, name), "utf8"))),
  ]),
);

/** TOML as JSON has it: days become texts, as editors take them. */
const plain = (value) => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value;
};

const faults = (kind, text) => {
  const validate = validators[kind];
  return validate(plain(parse(text))) ? [] : validate.errors.map((it) => `${it.instancePath} ${it.message}`);
};

/** Paths below `base` of all files that have a schema. */
const filesOf = (base) =>
  readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter(kindOf);

for (const [start, least] of [
  ["content", 25],
  ["tests/golden/project", 12],
  ["tests/clothes", 2],
  ["starter", 5],
]) {
  test(`all files of ${start} keep their schemas`, () => {
    // The repository itself is a project, but not all that lies in it belongs to that.
    const [base, prefix] = start === "content" ? [ROOT, "content/"] : [join(ROOT, start), ""];
    const paths =
      prefix === ""
        ? filesOf(base)
        : readdirSync(join(base, prefix), { recursive: true })
            .map((path) => `${prefix}${path}`.replaceAll("\\", "/"))
            .filter(kindOf)
            .concat("site.toml", "themes/kompass/theme.toml");
    assert.ok(paths.length >= least, paths.join());
    for (const path of paths) {
      assert.deepEqual(faults(kindOf(path), readFileSync(join(base, path), "utf8")), [], path);
    }
  });
}

/** Rows of a table with a head, each as an object. None of ours has a comma in quotes but in shapes. */
const rows = (path) => {
  const [head, ...lines] = readFileSync(join(ROOT, path), "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines
    .filter((line) => !line.includes('"'))
    .map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell])));
};

test("rows of the tables keep their schemas", () => {
  for (const [path, kind] of [
    ["content/municipalities.csv", "municipality"],
    ["content/groups.csv", "group"],
    ["content/shapes.csv", "outline"],
  ]) {
    const all = rows(path);
    assert.ok(all.length > 8, path);
    for (const row of all) assert.ok(validators[kind](row), `${path} ${JSON.stringify(validators[kind].errors)}`);
  }
});

// Codes of faults that are of form, so that a schema can see them.
const OF_FORM = [
  "toml/unknown-key",
  "toml/missing-key",
  "toml/wrong-value",
  "toml/unsupported-format",
  "content/unreadable-date",
  "content/unreadable-number",
  "record/bad-id",
];

// What stands in another file, in one that has no schema, or is more than a schema can see.
const BEYOND = new Map([
  ["content-unreadable-number--population.toml", "a number of a CSV file"],
  ["content-unreadable-date--review.toml", "a day that its month does not have"],
  ["content-unreadable-date--no-such-day.toml", "the same"],
  ["content-unreadable-date--no-such-month.toml", "a month that no year has"],
  ["toml-unknown-key--review.toml", "a page that there is not"],
]);

test("what is wrong in form is refused", () => {
  const broken = join(ROOT, "tests/broken");
  const counted = new Map(OF_FORM.map((code) => [code, 0]));
  const missed = [];
  for (const name of readdirSync(broken)) {
    const code = OF_FORM.find((it) => name.startsWith(it.replace("/", "-")));
    if (!code || BEYOND.has(name)) continue;
    const { edit = [], write = [] } = parse(readFileSync(join(broken, name), "utf8"));
    const found = [];
    const texts = new Map();
    for (const { file, text } of write) texts.set(file, text ?? "");
    for (const { file, find, replace } of edit) {
      const text = texts.get(file) ?? readFileSync(join(ROOT, "tests/golden/project", file), "utf8");
      texts.set(file, text.replace(find, () => replace));
    }
    for (const [file, text] of texts) {
      const kind = kindOf(file);
      if (!kind) continue;
      try {
        found.push(...faults(kind, text));
      } catch (error) {
        found.push(String(error));
      }
    }
    if (found.length === 0) missed.push(name);
    counted.set(code, counted.get(code) + 1);
  }
  assert.deepEqual(missed, []);
  for (const [code, count] of counted) assert.ok(count > 0, `${code}: no case`);
});
