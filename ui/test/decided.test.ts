/** What a host has decided, as another host reads it, and as who may do something else now does. */
import { expect, test } from "vitest";
import { decisionOf, refusalOf, renewalOf, roleChanged } from "../src/pad/decided";

const ANNA = "a".repeat(32);
const said = (more: object) =>
  decisionOf(
    { t: "access", writing: "picked", door: "closed", pin: false, by: "Anna", who: ANNA, ...more },
    "b".repeat(32),
    7,
  );

test("hosts read in one sentence what another of them has decided, by name", () => {
  const of = { name: "Tom" };
  for (const [did, sentence] of [
    [{ what: "writing" }, "Anna turned writing off."],
    [{ what: "role", ...of, role: "edit" }, "Anna let Tom write."],
    [{ what: "role", ...of, role: "view" }, "Anna let Tom read only."],
    [{ what: "role", ...of, role: "host" }, "Anna made Tom a host."],
    [{ what: "door" }, "Anna closed the door: nobody new comes in."],
    [{ what: "pin" }, "Anna took the PIN away."],
    [{ what: "pencil", ...of }, "Anna passed the pencil to Tom."],
    [{ what: "show_out", name: null }, "Anna showed Someone out."],
  ] as const)
    expect(said({ did })).toEqual({ says: sentence, heard: 7 });
  expect(said({ did: { what: "writing" }, writing: "everyone" })?.says).toBe(
    "Anna turned writing on.",
  );
  expect(said({ did: { what: "pin" }, pin: true })?.says).toBe(
    "Anna set a PIN: the code alone lets nobody in.",
  );
});

test("what a program decides is told without a name, and of who has none it is told, too", () => {
  const did = { what: "writing" };
  expect(said({ did, by: undefined, who: undefined })?.says).toBe("Writing was turned off.");
  expect(said({ did, by: undefined })?.says).toBe("Someone turned writing off.");
});

test("nobody reads of what they did themselves, nor of what this page has no words for", () => {
  expect(said({ did: { what: "writing" }, who: "b".repeat(32) })).toBeNull();
  expect(said({ did: { what: "dance" } })).toBeNull();
  expect(said({})).toBeNull();
});

test("another host's new links are told by name, and one's own are no news, whatever both are called", () => {
  const own = "b".repeat(32);
  const made = (who?: string) =>
    renewalOf({ t: "new_links", role: "edit", ...(who && { by: "Anna", who }) }, own, 7)?.says;
  expect(made(ANNA)).toBe("Anna made new links for writing.");
  expect(made(own)).toBeUndefined();
  expect(made()).toBe("There are new links for writing.");
});

test("who may do more now reads so, and of reading a line tells", () => {
  expect(roleChanged("view", "edit")).toBe("You can write now.");
  expect(roleChanged("view", "host")).toBe("You are a host of this pad now.");
  expect(roleChanged("host", "edit")).toBe("You are no host of this pad any more.");
  for (const before of ["host", "edit", "view"] as const)
    expect(roleChanged(before, "view")).toBe("");
});

test("a host reads why what they decided is not done, and nothing where that is said elsewhere", () => {
  for (const [why, asked, says] of [
    ["not_host", "role", "Not done: only who came by a host's link decides that."],
    ["not_host", null, ""],
    ["oneself", "role", "Not done: a host takes nothing away from themselves."],
    ["too_fast", "new_links", "No new links: ten times a minute, and no oftener."],
    ["too_fast", "answer", ""],
    ["nobody", "pencil", "They are not here any more."],
    ["nobody", "let_in", ""],
    ["too_many", "role", "Not done: too many people are out, or have a role of their own."],
    ["read_only", "role", ""],
  ] as const)
    expect(refusalOf(why, asked), `${why} ${asked}`).toBe(says);
});
