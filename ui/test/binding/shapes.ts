/** Tables, lists and marks that no editor makes. */
import * as Y from "yjs";
import { block, cell, element, put, table, text, type Make } from "./malformed";

const row = (...cells: Y.XmlElement[]) => element("tableRow", {}, ...cells);
const said = (letters: string, attrs: Record<string, unknown> = {}, name = "tableCell") =>
  element(name, attrs, element("tableParagraph", {}, letters));
const letters = (words: string, attributes: Record<string, unknown>) => {
  const line = new Y.XmlText();
  line.insert(0, words, attributes as never);
  return line;
};
const item = (name: string, attrs: Record<string, unknown>, ...below: Y.XmlElement[]) =>
  block(
    element(name, attrs, "item"),
    ...(below.length > 0 ? [element("blockGroup", {}, ...below)] : []),
  );
const marks = (attributes: Record<string, unknown>, name = "paragraph"): Make =>
  put(text((line) => line.insert(0, "marked", attributes as never), name));

/** Tables. */
const tables = (): Record<string, Make> => ({
  "a row in the group": put(row(cell())),
  "a cell in the group": put(cell()),
  "a cell in a paragraph": put(block(element("paragraph", {}, "a", cell(), "b"))),
  "a row in a row": put(table(element("tableRow", {}, row(cell()), cell()))),
  "two tables in a container": put(
    block(element("table", {}, row(cell())), element("table", {}, row(cell(), cell()))),
  ),
  "a table with lines below it": put(
    block(
      element("table", {}, row(cell())),
      element("blockGroup", {}, block(element("paragraph", {}, "below"))),
    ),
  ),
  "text between cells": put(table(element("tableRow", {}, cell(), "loose", cell()))),
  "text between rows": put(block(element("table", {}, row(cell()), "loose", row(cell())))),
  "a heading in a cell": put(
    table(row(element("tableCell", {}, element("heading", { level: 1 }, "h")))),
  ),
  "a container in a cell": put(
    table(row(element("tableCell", {}, block(element("bulletListItem", {}, "in"))))),
  ),
  "two paragraphs in a cell": put(
    table(
      row(
        element(
          "tableCell",
          {},
          element("tableParagraph", {}, "a"),
          element("tableParagraph", {}, "b"),
        ),
      ),
    ),
  ),
  "a picture in a cell": put(table(row(element("tableCell", {}, element("image", { url: "x" }))))),
  "colspan 0": put(table(row(cell({ colspan: 0 }), cell()))),
  "colspan a half, rowspan none": put(table(row(cell({ colspan: 1.5, rowspan: null }), cell()))),
  "a rowspan beyond the end": put(table(row(cell({ rowspan: 9 }), cell()))),
  "rowspans that leave a row empty": put(
    table(row(cell({ rowspan: 2 }), cell({ rowspan: 2 })), element("tableRow")),
  ),
  "spans that lie over one another": put(
    table(
      row(cell({ colspan: 3, rowspan: 3 }), cell()),
      row(cell({ colspan: 2, rowspan: 2 })),
      row(cell()),
    ),
  ),
  "a row of 1000 cells above 1000 of one": put(
    table(
      row(...Array.from({ length: 1000 }, () => cell())),
      ...Array.from({ length: 1000 }, () => row(cell())),
    ),
  ),
  "a cell of 1000 columns above 99 rows of one": put(
    table(row(cell({ colspan: 1000 })), ...Array.from({ length: 99 }, () => row(cell()))),
  ),
  "a row of 200 cells above 400 of one": put(
    table(
      row(...Array.from({ length: 200 }, () => cell())),
      ...Array.from({ length: 400 }, () => row(cell())),
    ),
  ),
  "a row of 400 cells": put(table(row(...Array.from({ length: 400 }, () => cell())), row(cell()))),
  "a column of 400 rows": put(table(...Array.from({ length: 400 }, () => row(cell())))),
  "colwidth that is no number": put(
    table(row(cell({ colwidth: [Number.NaN] }), cell({ colwidth: [-1] }))),
  ),
  "colwidth 1e9": put(table(row(cell({ colwidth: [1e9] }), cell()))),
  "headers where none are": put(
    table(row(cell(), said("h", {}, "tableHeader")), row(said("h", { colspan: 2 }, "tableHeader"))),
  ),
  "cells of 300 rows that all span": put(
    table(...Array.from({ length: 300 }, (_, i) => row(cell({ rowspan: 300 - i })))),
  ),
});

/** Lists, and what stands for them. */
const lists = (): Record<string, Make> => ({
  "a list that begins at -7": put(
    item("numberedListItem", { start: -7 }),
    item("numberedListItem", {}),
  ),
  "a list that begins at 1e21": put(
    item("numberedListItem", { start: 1e21 }),
    item("numberedListItem", {}),
  ),
  "a list that begins at a half": put(
    item("numberedListItem", { start: 1.5 }),
    item("numberedListItem", { start: 2 }),
  ),
  "an item in an item's line": put(
    block(element("bulletListItem", {}, "a", element("bulletListItem", {}, "b"))),
  ),
  "an item in the group": put(
    element("bulletListItem", {}, "bare"),
    element("checkListItem", { checked: true }, "bare too"),
  ),
  "a tick that is a list": put(item("checkListItem", { checked: [true] })),
  "items that alternate, one below another": put(
    item(
      "numberedListItem",
      {},
      item("checkListItem", {}, item("bulletListItem", {}, item("toggleListItem", { open: 5 }))),
    ),
  ),
  "a list of 300 lines at one number": put(
    ...Array.from({ length: 300 }, () => item("numberedListItem", { start: 5 })),
  ),
});

/** Marks. */
const lettering = (): Record<string, Make> => ({
  "a mark named as every object's": marks({ ["__proto__"]: { a: 1 }, constructor: true }),
  "a mark named as a block": marks({ paragraph: {}, blockGroup: {}, doc: true }),
  "a colour without a colour": marks({ textColor: {}, backgroundColor: null }),
  "a colour in a colour": marks({ textColor: { stringValue: { stringValue: "red" } } }),
  "bold that is not": marks({ bold: false, italic: 0, underline: "", strike: "false" }),
  "a link in a link": marks({ link: { href: { href: "https://a.invalid/" } } }),
  "a link of 20,000 letters": marks({ link: { href: `https://a.invalid/${"x".repeat(20_000)}` } }),
  "every mark at once": marks({
    bold: {},
    italic: {},
    underline: {},
    strike: {},
    code: {},
    link: { href: "https://a.invalid/" },
    textColor: { stringValue: "red" },
    backgroundColor: { stringValue: "blue" },
  }),
  "a hundred marks that nobody knows": marks(
    Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`glitter--${String(i).padStart(8, "a")}`, { i }]),
    ),
  ),
  "a mark with a hash where it needs none": marks({
    "bold--AAAAAAAA": {},
    "link--AAAAAAAA": { href: "https://a.invalid/" },
  }),
  "comments of nobody": marks({ "comment--AAAAAAAA": { threadId: {}, orphan: "no" } }),
  "a mark on half a letter": put(
    text((line) => {
      line.insert(0, "a😀b");
      line.format(2, 1, { bold: true });
    }),
  ),
  "a mark over what is no letter": put(
    text((line) => {
      line.insert(0, "ab");
      line.insertEmbed(1, { picture: 1 });
      line.format(0, 3, { bold: true, glitter: {} });
    }),
  ),
  "a mark in a cell": put(
    table(
      row(
        element(
          "tableCell",
          {},
          element("tableParagraph", {}, letters("m", { code: { a: 1 }, link: 5 })),
        ),
      ),
    ),
  ),
});

export const shapes = (): Record<string, Make> => ({ ...tables(), ...lists(), ...lettering() });
