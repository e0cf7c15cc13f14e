/** How long a pad still lives, counted in the page. */
import { expect, test, vi } from "vitest";
import { LIFE } from "./socket";
import { aroundEach, enter, session, welcome } from "./stay";

aroundEach();

test("the end is counted from the moment it is heard of", () => {
  const socket = enter();
  socket.tell({ ...LIFE, ends_in_s: 60 });
  const { endsAt } = session.view().life;
  vi.advanceTimersByTime(10_000);
  expect(Math.round(((endsAt ?? 0) - performance.now()) / 1000)).toBe(50);
});

test("the host's countdown is counted here, and stopped when the host says so", () => {
  const socket = enter();
  socket.tell({ t: "ending", in_s: 10, why: "host" });
  vi.advanceTimersByTime(3000);
  const { countdown } = session.view().life;
  expect(Math.round(((countdown?.at ?? 0) - performance.now()) / 1000)).toBe(7);
  socket.tell(LIFE);
  expect(session.view().life.countdown).toEqual(countdown);
  socket.tell({ t: "ending", in_s: null, why: "host" });
  expect(session.view().life.countdown).toBeNull();
});

test("a countdown that was stopped while this page was away is not shown for ever", () => {
  const socket = enter();
  socket.tell({ t: "ending", in_s: 600, why: "host" });
  socket.die();
  vi.advanceTimersByTime(3000);
  welcome();
  expect(session.view().life.countdown).toBeNull();
});

test("what the host decides is sent as the server takes it", () => {
  const socket = enter();
  session.steer({ t: "keep", ttl_s: 3600 });
  for (const steering of [
    { t: "keep", always: true },
    { t: "end" },
    { t: "stay" },
    { t: "answer" },
    { t: "more" },
  ] as const)
    session.steer(steering);
  expect(socket.told("keep")).toEqual([
    { t: "keep", ttl_s: 3600 },
    { t: "keep", always: true },
  ]);
  expect(["end", "stay", "answer", "more"].flatMap((kind) => socket.told(kind))).toEqual([
    { t: "end" },
    { t: "stay" },
    { t: "answer" },
    { t: "more" },
  ]);
});
