/** Many people's cursors: those in view are drawn, their names cover neither one another nor words that one reads, and none is cut. */
import type { Page } from "@playwright/test";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { expect, test, text, write, type MadePad } from "./fixture";
import { comeIn } from "./stranger";

const COLORS = ["#2563eb", "#b4436c", "#0b8a6a", "#9a5b13", "#7c3aed"];
const LINES = 300;

/** Somebody of another program, with a caret in this line behind so many letters. */
interface Guest {
  name: string;
  line: number;
  at: number;
}

const groupOf = ({ doc }: WebsocketProvider) =>
  doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;
const lineOf = (provider: WebsocketProvider, i: number) =>
  ((groupOf(provider).get(i) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** Writes the lines, and lets these people have their carets in them. */
async function crowd(pad: MadePad, guests: readonly Guest[]): Promise<() => void> {
  const providers = await Promise.all(guests.map(() => comeIn(pad, new Y.Doc())));
  const [first] = providers as [WebsocketProvider];
  first.doc.transact(() => {
    lineOf(first, 0).insert(0, "the line 0 of many, with some words in it");
    const lines = Array.from({ length: LINES - 1 }, (_, i) => {
      const [container, paragraph] = [
        new Y.XmlElement("blockContainer"),
        new Y.XmlElement("paragraph"),
      ];
      container.setAttribute("id", `line-${i + 1}`);
      paragraph.insert(0, [new Y.XmlText(`the line ${i + 1} of many, with some words in it`)]);
      container.insert(0, [paragraph]);
      return container;
    });
    groupOf(first).insert(1, lines);
  });
  for (const [i, provider] of providers.entries()) {
    await expect.poll(() => groupOf(provider).length).toBe(LINES);
    const { name, line, at } = guests[i] as Guest;
    const place = Y.createRelativePositionFromTypeIndex(lineOf(provider, line), at, -1);
    provider.awareness.setLocalState({
      user: { name, color: COLORS[i % COLORS.length] },
      cursor: { anchor: place, head: place },
    });
  }
  return () => providers.forEach((provider) => provider.destroy());
}

/** The names that show, where they stand, and the words under each. */
const namesOn = (page: Page) =>
  page
    .locator(".cursor-caret[data-active] .cursor-name:not([data-crowded], [data-passed])")
    .evaluateAll((labels) =>
      labels.map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        const covered: string[] = [];
        for (const line of document.querySelectorAll(".bn-editor .bn-inline-content")) {
          const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (texts.nextNode()) {
            if (texts.currentNode.parentElement?.closest(".cursor")) continue;
            range.selectNodeContents(texts.currentNode);
            for (const box of range.getClientRects())
              if (
                box.width > 0 &&
                box.left < right &&
                left < box.right &&
                box.top < bottom &&
                top < box.bottom
              )
                covered.push(texts.currentNode.textContent ?? "");
          }
        }
        return { name: label.textContent, left, right, top, bottom, covered };
      }),
    );

for (const phone of [false, true]) {
  test(`the cursors of 40 people: ${phone ? "phone" : "desktop"}`, async ({
    server,
    people,
  }, info) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna", phone }, pad);
    const here: Guest[] = Array.from({ length: 14 }, (_, i) => ({
      name: ["Jo", "Maximiliane", "Søren K.", "李雷"][i % 4] + ` ${i}`,
      line: 1 + Math.floor(i / 4),
      at: [12, 12, 14, 41][i % 4] as number,
    }));
    const away: Guest[] = Array.from({ length: 26 }, (_, i) => ({
      name: `Far ${i}`,
      line: 150 + 5 * i,
      at: 3,
    }));
    const leave = await crowd(pad, [...here, ...away]);
    await expect(page.locator(".cursor-caret")).toHaveCount(here.length);
    await expect(async () => {
      const names = await namesOn(page);
      const passed = page.locator(".cursor-caret[data-active] .cursor-name[data-passed]"); // on a phone there is no place for many
      expect(phone ? await passed.count() : names.length).toBeGreaterThan(phone ? 6 : 12);
      const width = page.viewportSize()?.width ?? 0;
      for (const [i, a] of names.entries()) {
        expect(a.left, a.name as string).toBeGreaterThanOrEqual(0);
        expect(a.right, a.name as string).toBeLessThanOrEqual(width);
        expect(a.covered, a.name as string).toEqual([]);
        for (const b of names.slice(i + 1))
          expect(
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
            `${a.name} and ${b.name}`,
          ).toBe(true);
      }
    }).toPass();
    await info.attach("cursors", {
      body: await page.screenshot({
        path: process.env.SHOT && `${process.env.SHOT}-${phone ? "phone" : "desk"}.png`,
      }),
      contentType: "image/png",
    });
    await text(page).getByText("the line 200 of many").scrollIntoViewIfNeeded();
    await expect(page.locator(".cursor-name", { hasText: "Far 10" })).toHaveCount(1);
    leave();
    await expect(page.locator(".cursor-caret")).toHaveCount(0);
  });
}

for (const kind of ["table", "code"]) {
  test(`a name is not cut where its caret stands in a ${kind}`, async ({
    server,
    people,
  }, info) => {
    const pad = await server.make();
    const [anna, milo] = [
      await people.open({ name: "Anna" }, pad),
      await people.open({ name: "Milo" }, pad),
    ];
    await text(milo).click();
    await write(milo, `/${kind}`);
    await milo.keyboard.press("Enter");
    await write(milo, "x");
    await expect(text(anna).locator("td, pre").first()).toContainText("x");
    const cutBy = () =>
      anna.locator(".cursor-caret[data-active] .cursor-name").evaluate((label) => {
        const { top, left, right } = label.getBoundingClientRect();
        for (let up = label.parentElement; up && up !== document.body; up = up.parentElement) {
          const box = up.getBoundingClientRect();
          const { overflow, contain } = getComputedStyle(up);
          const cuts = overflow !== "visible" || contain.includes("paint");
          if (cuts && (box.top > top || box.left > left || box.right < right)) return up.className;
        }
        return "nothing";
      });
    await expect.poll(cutBy).toBe("nothing");
    await info.attach(kind, {
      body: await anna.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-${kind}.png` }),
      contentType: "image/png",
    });
  });
}

for (const phone of [false, true])
  test(`a name covers no word that one reads: it stands above, behind its line or below, and goes soon where there is no place (${phone ? "phone" : "desktop"})`, async ({
    server,
    people,
  }, info) => {
    const pad = await server.make();
    const anna = await people.open({ name: "Anna", phone }, pad);
    const milo = await people.open({ name: "Maximilian" }, pad);
    await text(milo).click();
    const words = "words that go on and on in this long line ".repeat(8).trim();
    await write(milo, `short\n${words}\n${words}\n`);
    const name = anna.locator(".cursor-name");
    const stands = async (where: string) => {
      if (phone)
        await expect(name).toHaveAttribute("data-where"); // lines end elsewhere there
      else await expect(name).toHaveAttribute("data-where", where);
      await expect(async () => {
        for (const { name: whose, covered } of await namesOn(anna))
          expect(covered, `${whose}`).toEqual([]);
      }).toPass();
      await info.attach(where, {
        body: await anna.screenshot({
          path: process.env.SHOT && `${process.env.SHOT}-${where}-${phone ? "phone" : "desk"}.png`,
        }),
        contentType: "image/png",
      });
    };
    await milo.keyboard.type("x");
    await stands("behind"); // the line above is full there, and its own is short
    await milo.keyboard.press("Control+Home");
    await milo.keyboard.press("ArrowDown");
    const goIn = async () => {
      for (let i = 0; i < 16; i += 1) await milo.keyboard.press("ArrowRight");
    };
    await goIn(); // where a line breaks, a letter may stand on either side
    await milo.keyboard.type("y");
    await stands("above");
    await milo.keyboard.press("ArrowDown"); // in the middle of much text
    await milo.keyboard.press("Home");
    await goIn();
    await milo.keyboard.type("z");
    if (phone) {
      await expect(name).toHaveAttribute("data-passed");
      await milo.keyboard.type("zz");
      await expect(name).toHaveCSS("opacity", "0"); // nor does it come back with each letter
    } else await stands("behind");
  });
