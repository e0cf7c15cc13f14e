/** A clean sheet for the browser's own print, which sets every script well, and keeps it as a PDF. */
import { escape } from "../forms/html/escape";
import { mainOf, STYLE } from "./page";

/** Only the sheet is printed. Its head is a table's, since that comes again on every page. */
const SHEET = `
.print-sheet{display:table;width:100%}
.print-sheet>header{display:table-header-group;break-inside:avoid;
font-size:12px;color:var(--ink2)}
.print-sheet>header div{display:flex;justify-content:space-between;gap:16px;margin-bottom:18px;padding-bottom:6px;
border-bottom:1px solid var(--line)}
body>:not(.print-sheet){display:none!important}
body{max-width:none;padding:0;font-size:14px}h1{font-size:27px;margin-top:0}
.print-sheet :is(p,ul,ol,pre,table){margin-block:6px}.print-sheet :is(h1,h2,h3){margin:18px 0 8px}.print-sheet h1:first-child{margin-top:0}
.print-sheet li>input{width:15px;height:15px;vertical-align:-2px}
.print-sheet li>input::after{left:4px!important;top:0!important;height:9px!important}
.print-sheet table{width:calc(100% - 1px)}.print-sheet .whole,.print-sheet tr{break-inside:avoid}
.print-sheet tr:not(:has(>:nth-child(7)))>*{min-width:6.5em}
.print-sheet pre{-webkit-box-decoration-break:clone;box-decoration-break:clone}`;

/** Rows of a table, lines of code, that go to the next page together: more would leave half of one empty. */
const WHOLE_ROWS = 12;
const WHOLE_LINES = 25;

function keepWhole(sheet: Element): void {
  for (const table of sheet.querySelectorAll("table"))
    table.classList.toggle("whole", table.rows.length <= WHOLE_ROWS);
  for (const code of sheet.querySelectorAll("pre"))
    code.classList.toggle("whole", (code.textContent ?? "").split("\n").length <= WHOLE_LINES);
}

let clear = (): void => {};

/** Prints the text under its title and date, with its links. `html` is the editor's. */
export function printSheet(title: string, html: string, when: string): void {
  clear();
  const { heading, main } = mainOf(title, html);
  const style = document.createElement("style");
  style.media = "print";
  style.textContent = STYLE.replaceAll("@media print", "@media all") + SHEET;
  const sheet = document.createElement("div");
  sheet.className = "print-sheet";
  sheet.innerHTML =
    `<header><div><b>${escape(title)}</b><time>${escape(when)}</time></div></header>` +
    heading.replace(/<\/?header>/g, "") +
    main;
  keepWhole(sheet);
  const before = document.title;
  clear = () => {
    style.remove();
    sheet.remove();
    document.title = before;
    clear = () => {};
  };
  document.title = title; // what the file is called
  document.head.append(style);
  document.body.append(sheet);
  addEventListener("afterprint", () => clear(), { once: true });
  // where a browser does not say that it has printed, nothing old is ever printed all the same
  setTimeout(
    () => addEventListener("pointerdown", () => clear(), { once: true, capture: true }),
    1000,
  );
  print();
}
