/** Coming in by a link: one is somebody, and stays it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keyFor, keyIn } from "../src/kit/padKeys";
import { comeIn, keepJoined, keepPaired } from "../src/people/entry";
import { routeOf } from "../src/routes";

const EPOCH = "b5fb3a3931891af4";
/** What was asked, and the key that it was asked with. */
let asked: string[] = [];
let made = 0;

/** A server in whose pad every key that it has given opens. */
function answer(path: string, { method = "GET", headers, body }: RequestInit): unknown {
  const key = new Headers(headers).get("Authorization")?.slice("Bearer ".length) ?? "";
  const said = JSON.parse(String(body ?? "{}")) as { as?: string };
  const before = said.as ? ` as ${said.as}` : "";
  asked.push(`${method} ${path} ${key}${before}`);
  if (path.endsWith("/key")) {
    const isOwn = key.startsWith("own");
    return {
      pad: "notes",
      key: isOwn ? key : `own-${(made += 1)}`,
      link_key: isOwn ? "link" : key,
      role: "edit",
      epoch: EPOCH,
    };
  }
  return key.startsWith("dead") ? null : { pad: "notes", epoch: EPOCH, role: "edit" };
}

beforeEach(() => {
  localStorage.clear();
  [asked, made] = [[], 0];
  vi.stubGlobal("fetch", (path: string, request: RequestInit) => {
    const said = answer(path.replace("/api/v1/pads", ""), request);
    return Promise.resolve(new Response(JSON.stringify(said ?? {}), { status: said ? 200 : 401 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

test("a link's key becomes one's own once, and the link stays what is shown", async () => {
  expect(await comeIn("notes", "link")).toMatchObject({ key: "own-1", link: "link" });
  expect(await comeIn("notes", "link")).toMatchObject({ key: "own-1", link: "link" });
  expect(asked).toEqual(["GET /notes link", "POST /notes/key link", "GET /notes own-1"]);
});

test("another link of the same life of the pad is the same person", async () => {
  await comeIn("notes", "link");
  await comeIn("notes", "host-link");
  expect(asked.at(-1)).toBe("POST /notes/key host-link as own-1");
  expect([keyFor("link"), keyFor("host-link")]).toEqual(["own-1", "own-2"]);
});

test("who comes by a code has a key of their own, and the server says who that is", async () => {
  keepJoined({ pad: "notes", key: "own-by-code", link_key: "link", role: "edit", epoch: EPOCH });
  expect(await comeIn("notes", "link")).toMatchObject({ key: "own-by-code" });
  keepJoined({ pad: "notes", key: "own-again", link_key: "link", role: "edit", epoch: EPOCH });
  expect([keyFor("link"), keyIn(EPOCH)]).toEqual(["own-again", "own-again"]);
});

test("a paired device is that person alone", async () => {
  await comeIn("notes", "link");
  await comeIn("notes", "host-link");
  keepPaired({ pad: "notes", key: "own-annas", link_key: "link", role: "edit", epoch: EPOCH });
  expect([keyFor("link"), keyFor("host-link"), keyIn(EPOCH)]).toEqual([
    "own-annas",
    undefined,
    "own-annas",
  ]);
});

test("somebody's own key in the address gives way to that of the link", async () => {
  expect(await comeIn("notes", "own-by-hand")).toMatchObject({ key: "own-by-hand", link: "link" });
});

test("a kept key that opens nothing is exchanged anew", async () => {
  localStorage.setItem(
    "fadepad.keys",
    JSON.stringify([{ link: "link", epoch: EPOCH, key: "dead" }, 7, { link: "x" }]),
  );
  expect(await comeIn("notes", "link")).toMatchObject({ key: "own-1" });
  expect(localStorage.getItem("fadepad.keys")).not.toContain("notes");
});

test("the link for another device is read in whatever case", () => {
  expect(routeOf({ pathname: "/D/K7QPM3ABCDEF", hash: "" })).toEqual({
    screen: "device",
    code: "K7QPM3ABCDEF",
  });
});
