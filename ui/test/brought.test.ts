/** Who brought what: beside whose name the host reads it. */
import { expect, test } from "vitest";
import { broughtBy, writersOf } from "../src/pad/brought";

const misfit = (client: number | null) => ({ client, at: 0 });
const personAt = (client: number) => ({ 70: "anna", 80: "mallory" })[client];
const writer = (
  client: number,
  shows: number[],
  name: string | null = null,
  here = shows.length > 0,
) => ({ client, name, here, shows });
const filler = (bytes: number, shows: number[], more = {}) => ({
  name: null,
  here: true,
  shows,
  bytes,
  unseen_bytes: 0,
  client_ids: 1,
  ...more,
});
const max = { bytes: 1000, client_ids: 100 };
const briefly = (rows: ReturnType<typeof broughtBy>) =>
  rows.map(({ of, missing, misfits, fills }) => [
    of,
    missing,
    misfits.length,
    fills?.share ?? null,
  ]);

test("parts stand beside whoever wrote them, by whatever id they are shown", () => {
  const told = { writers: [writer(1, [80]), writer(2, [70]), writer(3, [80])] };
  const rows = broughtBy([misfit(1), misfit(2), misfit(3)], told, "1,2,3", personAt);
  expect(briefly(rows)).toEqual([
    ["mallory", null, 2, null],
    ["anna", null, 1, null],
  ]);
});

test("who has left, who shows no name and who is not known have rows of their own", () => {
  const told = { writers: [writer(1, []), writer(2, [], "Milo"), writer(3, [], null, true)] };
  const rows = broughtBy(
    [misfit(1), misfit(2), misfit(3), misfit(4), misfit(null)],
    told,
    "1,2,3,4",
    personAt,
  );
  expect(briefly(rows)).toEqual([
    ["left ", "left", 1, null],
    ["left Milo", "left", 1, null],
    ["nameless ", "nameless", 1, null],
    ["unknown", "unknown", 2, null],
  ]);
});

test("nobody is named before the server has answered", () => {
  expect(broughtBy([misfit(1)], {}, "", personAt)).toEqual([]);
  expect(briefly(broughtBy([misfit(1)], { writers: [] }, "1", personAt))).toEqual([
    ["unknown", "unknown", 1, null],
  ]);
});

test("who fills little is not told of; bytes and ids count alike", () => {
  const filled_by = [filler(480, [70]), filler(10, [80], { client_ids: 60 }), filler(40, [90])];
  expect(briefly(broughtBy([], { filled_by, max }, "", personAt))).toEqual([
    ["anna", null, 0, 0.48],
    ["mallory", null, 0, 0.6],
  ]);
});

test("parts and what somebody fills are one row, and at most sixty-four ids are asked for", () => {
  const rows = broughtBy(
    [misfit(1)],
    { filled_by: [filler(900, [70], { unseen_bytes: 800 })], max, writers: [writer(1, [70])] },
    "1",
    personAt,
  );
  expect(rows).toMatchObject([
    { of: "anna", misfits: [{ client: 1 }], fills: { share: 0.9, unseen: true } },
  ]);
  const many = Array.from({ length: 200 }, (_, i) => misfit(i % 100));
  expect(writersOf(many).split(",")).toHaveLength(64);
  expect(broughtBy(many, { writers: [] }, writersOf(many), personAt)[0]?.misfits).toHaveLength(200);
});
