// How tables are ordered, and what of an address is chosen.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.location = { search: "", pathname: "/jamfor/" };
const { number, ordered } = await import("../themes/kompass/files/tables.js");
const { chosen } = await import("../themes/kompass/files/address.js");

const order = (values, direction, isNumber) =>
  ordered(values.map((it) => [it, it]), direction, isNumber);

test("names come in Swedish order, missing ones last both ways", () => {
  const names = ["Ale", "Dals-Ed", "Danderyd", "Upplands Väsby", "Upplands-Bro", "Uppsala", "Vallentuna", "Ydre", "Zinkgruvan", "Åmål", "Åre", "Älvdalen", "Ängelholm", "Örebro"];
  const mixed = [undefined, ...names.toReversed()];
  assert.deepEqual(order(mixed, 1, false), [...names, undefined]);
  assert.deepEqual(order(mixed, -1, false), [...names.toReversed(), undefined]);
});

test("numbers are read as they are written, missing ones come last both ways", () => {
  const cases = [["458,9 (beräknad) 2011", 458.9], ["1\u00a0234,5 av 2\u00a0000", 1234.5], ["−3,5", -3.5], ["+12", 12], ["0", 0], ["42", 42]];
  for (const [text, value] of cases) assert.equal(number(text), value, text);
  for (const text of ["–", "inte publicerat", ""]) assert.ok(Number.isNaN(number(text)), text);
  assert.deepEqual(order([10, NaN, 9.5, 100, -1], -1, true), [100, 10, 9.5, -1, NaN]);
  assert.deepEqual(order([10, NaN, 9.5, 100, -1], 1, true), [-1, 9.5, 10, 100, NaN]);
});

test("rows with the same value keep their order, both ways", () => {
  const rows = [[1, "a"], [2, "b"], [1, "c"], [2, "d"]];
  assert.deepEqual(ordered(rows, 1, true), ["a", "c", "b", "d"]);
  assert.deepEqual(ordered(rows, -1, true), ["b", "d", "a", "c"]);
});

test("codes are chosen once, whatever parts them", () => {
  const cases = [
    ["?kommun=1231,0115", ["1231", "0115"]],
    ["?kommun=1231%2C0115", ["1231", "0115"]],
    ["?kommun=1231,,1231,+0115+", ["1231", "0115"]],
    ["?kommun=", []],
    ["", []],
  ];
  for (const [search, codes] of cases) {
    globalThis.location.search = search;
    assert.deepEqual(chosen(), codes, search);
  }
});
