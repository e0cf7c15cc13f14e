/** Which screen a URL means. */
import { expect, test } from "vitest";
import { blockOf, padPath, routeOf, withBlock, withoutBlock } from "../src/routes";

const at = (path: string) => routeOf(new URL(path, "http://192.168.1.20:7780"));

test("the key of a pad is read from the fragment", () => {
  expect(at("/p/sprint-review#abc")).toEqual({ screen: "pad", pad: "sprint-review", key: "abc" });
  expect(at("/wall/Sprint-Review#abc")).toEqual({
    screen: "wall",
    pad: "sprint-review",
    key: "abc",
  });
  expect(at(padPath("notes", "k"))).toEqual({ screen: "pad", pad: "notes", key: "k" });
});

test("a line of the text is read behind the key, and is no part of it", () => {
  const line = withBlock("http://192.168.1.20:7780/p/notes#k-_9", "0b1f-7a");
  expect(line).toBe("http://192.168.1.20:7780/p/notes#k-_9&block=0b1f-7a");
  expect(at(line)).toEqual({ screen: "pad", pad: "notes", key: "k-_9" });
  expect(blockOf(line)).toBe("0b1f-7a");
  expect(withoutBlock(line)).toBe("http://192.168.1.20:7780/p/notes#k-_9");
  for (const none of [
    "/p/notes#k",
    "/p/notes#k&block=",
    "/p/notes#k&block=<b>",
    "/p/notes#k&name=A",
  ])
    expect(blockOf(none)).toBeNull();
  expect(blockOf(`/p/notes#k&block=${"x".repeat(65)}`)).toBeNull();
});

test("a QR code's capitals mean the same", () => {
  expect(at("/J/K7QPM3")).toEqual({ screen: "join", code: "K7QPM3" });
});

test("a host's link that is still shown was used, or is none", () => {
  expect(at("/h/K7QPM3XW9RTD")).toEqual({ screen: "used" });
  expect(at("/h")).toEqual({ screen: "nothing" });
});

test("what is no page of ours is told apart", () => {
  for (const path of ["/p/", "/p/-x#k", "/p/a/b", "/q/x", "/j"])
    expect(at(path)).toEqual({ screen: "nothing" });
  expect(at("/")).toEqual({ screen: "start" });
  expect(at("/new#k")).toEqual({ screen: "new", key: "k", wish: { name: "" } });
});

const wish = (query: string) => {
  const route = at(`/new?${query}`);
  return route.screen === "new" && route.wish;
};

test("a link to a new pad says how it is to be, and what can't be read is left out", () => {
  expect(wish("name=Sprint-Review&ttl=30m&template=retro")).toEqual({
    name: "sprint-review",
    ttl_s: 1800,
    template: "retro",
  });
  expect(wish("template=Weekly")).toEqual({ name: "", template: "weekly" }); // maybe one of the host's
  expect(wish("ttl=8h")).toEqual({ name: "", ttl_s: 28_800 });
  expect(wish("ttl=90")).toEqual({ name: "", ttl_s: 90 });
  expect(wish("")).toEqual({ name: "" });
  for (const bad of ["ttl=soon", "ttl=0", "ttl=-5m", "name=a b", "template=a b"])
    expect(wish(bad)).toEqual({ name: "", unread: [bad] });
  expect(wish(`name=notes&ttl=soon&template=${"x".repeat(99)}`)).toEqual({
    name: "notes",
    unread: ["ttl=soon", `template=${"x".repeat(31)}`],
  });
});
