/** The host's start page asks with as many of its keys as it takes to know all of its pads, and drops those that open nothing. */
import { afterEach, expect, test, vi } from "vitest";
import { api, ApiError, type ListedPad } from "../src/api";
import { listPads } from "../src/life/listPads";
import { host, hostings } from "../src/kit/hosting";

const listed = (pad: string): ListedPad => ({ pad, epoch: `e-${pad}` }) as ListedPad;
const keep = (pad: string) => host({ pad, epoch: `e-${pad}`, key: `key-${pad}` });

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test("where a key lists its own pad alone, each of them is asked", async () => {
  for (const pad of ["one", "two", "three"]) keep(pad);
  const asked = vi
    .spyOn(api, "pads")
    .mockImplementation((key) => Promise.resolve([listed(key.slice(4))]));
  const answer = await listPads();
  expect(answer?.listed.map(({ pad }) => pad)).toEqual(["one", "three", "two"]);
  expect(answer?.key).toBe("key-three");
  expect(asked).toHaveBeenCalledTimes(3);
  expect(hostings()).toHaveLength(3);
});

test("where one key lists all, no other is asked, and what is over is let go of", async () => {
  for (const pad of ["over", "one", "two"]) keep(pad);
  const asked = vi.spyOn(api, "pads").mockResolvedValue([listed("one"), listed("two")]);
  expect((await listPads())?.listed).toHaveLength(2);
  expect(asked).toHaveBeenCalledTimes(2); // the one that no answer named is asked for once
  expect(hostings().map(({ pad }) => pad)).toEqual(["two", "one"]);
});

test("a key that opens nothing any more is dropped, and the next one is asked", async () => {
  for (const pad of ["one", "gone"]) keep(pad);
  vi.spyOn(api, "pad").mockRejectedValue(new ApiError(410, ""));
  vi.spyOn(api, "pads").mockImplementation((key) =>
    key === "key-gone" ? Promise.reject(new ApiError(403, "")) : Promise.resolve([listed("one")]),
  );
  expect(await listPads()).toEqual({ key: "key-one", listed: [listed("one")] });
  expect(hostings().map(({ pad }) => pad)).toEqual(["one"]);
});
