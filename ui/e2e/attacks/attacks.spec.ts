/** All of the kit, by every door, into a pad in which two people write: no dialog, no request, no lost word, no dead page. */
import * as Y from "yjs";
import { expect, live, test, type MadePad } from "../fixture";
import { everything, REFUSED } from "../../test/binding/kit";
import { bring } from "../stranger";
import { deletedOf, DOORS, heaps, look, put } from "./attacker";
import { Honest, two, typeOn, unharmed } from "./honest";

test.describe.configure({ timeout: 240_000 });

/** So many at a time. */
const HEAP = 60;

for (const [door, come] of Object.entries(DOORS)) {
  test(`what comes live by ${door} harms nobody`, async ({ server, people }) => {
    const pad = await server.make();
    const both = await two(people, pad);
    const villain = await come(pad, new Y.Doc());
    await expect.poll(() => villain.doc.getXmlFragment("blocknote").length).toBeGreaterThan(0);
    for (const [nth, heap] of heaps(HEAP).entries()) {
      put(villain.doc, heap);
      await typeOn(both, `live${nth}`);
      await unharmed(both, `${heap[0]?.[0]} … ${heap.at(-1)?.[0]}`);
    }
    await kept(pad, villain.doc);
    villain.leave();
  });

  test(`what comes with the first message by ${door} harms nobody`, async ({ server, people }) => {
    const pad = await server.make();
    const both = await two(people, pad);
    const doc = await look(pad);
    put(doc, heaps(1000)[0] ?? []);
    const villain = await come(pad, doc);
    await typeOn(both, "first");
    await unharmed(both, "all at once");
    await kept(pad, doc);
    villain.leave();
  });
}

/** All that somebody has written is in the pad, and nobody has deleted anything of it. */
async function kept(pad: MadePad, own: Y.Doc): Promise<void> {
  const { clientID } = own;
  await expect
    .poll(async () => Y.getState((await look(pad)).store, clientID))
    .toBe(Y.getState(own.store, clientID));
  expect(deletedOf(await look(pad), clientID)).toBe(deletedOf(own, clientID));
}

test("what no pad takes costs nobody anything but who sends it", async ({ server, people }) => {
  const pad = await server.make();
  const both = await two(people, pad);
  for (const [nth, attack] of everything()
    .filter(([name]) => REFUSED.includes(name))
    .entries()) {
    const doc = await look(pad);
    const provider = bring(pad, doc);
    const closed = new Promise<number | undefined>((resolve) =>
      provider.once("connection-close", (event) => resolve(event?.code)),
    );
    put(doc, [attack]);
    await typeOn(both, `refused${nth}`);
    expect(await closed, attack[0]).toBe(4415);
    provider.destroy();
    await unharmed(both, attack[0]);
  }
});

test("what comes back after a restart, and who comes into it, is harmed by none of it", async ({
  serve,
  people,
  folder,
}) => {
  const flags = ["--secret-file", `${folder}/secret`];
  const first = await serve(...flags);
  const { pad } = first;
  const both = await two(people, pad);
  const villain = await (DOORS["a stock y-websocket"] as (typeof DOORS)[string])(pad, new Y.Doc());
  put(villain.doc, heaps(1000)[0] ?? []);
  await typeOn(both, "before");
  await unharmed(both, "before");
  await first.kill("SIGKILL");
  for (const { page } of both)
    await expect(page.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  await typeOn(both, "down");
  await serve("--port", String(first.ready.port), ...flags);
  for (const { page } of both) await live(page);
  await unharmed(both, "after");
  await kept(pad, villain.doc);
  const jana = await Honest.open(people, pad, "Jana");
  await jana.sees(both, "who comes later");
  villain.leave();
});
