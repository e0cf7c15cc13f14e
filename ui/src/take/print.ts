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
.print-sheet :is(p,ul,ol,pre,table){margin:6px 0}.print-sheet :is(h1,h2,h3){margin:18px 0 8px}.print-sheet h1:first-child{margin-top:0}
.print-sheet li>input{width:15px;height:15px;vertical-align:-2px}
.print-sheet li>input::after{left:4px!important;top:0!important;height:9px!important}
.print-sheet table{width:calc(100% - 1px);break-inside:avoid}.print-sheet pre,.print-sheet td,.print-sheet th{break-inside:avoid}`;

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
