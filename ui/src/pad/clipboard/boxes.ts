/** Tick boxes, as each program writes them: all become `<li><input type="checkbox">`. */

function setBox(item: Element, ticked: boolean): void {
  const box = item.ownerDocument.createElement("input");
  box.setAttribute("type", "checkbox");
  if (ticked) box.setAttribute("checked", "");
  item.prepend(box);
}

/** Notion writes boxes into the words of a bullet: `[ ] buy milk`. Only there is that a box. */
function notion(page: Document): void {
  const comments = page.createTreeWalker(page, 128); // NodeFilter.SHOW_COMMENT
  let isNotion = false;
  for (let node = comments.nextNode(); node; node = comments.nextNode())
    if (/^\s*notionvc:/.test(node.nodeValue ?? "")) isNotion = true;
  if (isNotion) {
    for (const item of page.querySelectorAll("li")) {
      const words = page.createTreeWalker(item, 4).nextNode(); // NodeFilter.SHOW_TEXT
      const [sign, mark] = /^\s*\[([ xX])\]\s*/.exec(words?.nodeValue ?? "") ?? [];
      if (!words || sign === undefined) continue;
      words.nodeValue = (words.nodeValue ?? "").slice(sign.length);
      setBox(item, mark !== " ");
    }
  }
  for (const box of page.querySelectorAll("li > .checkbox")) {
    const { parentElement: item } = box;
    if (item) setBox(item, box.classList.contains("checkbox-on"));
    box.remove();
  }
}

/** Google Docs, and whoever else names an item a box for screen readers. */
function named(page: Document): void {
  for (const item of page.querySelectorAll("li[role=checkbox], li[aria-checked]")) {
    if (!item.querySelector(":scope > input"))
      setBox(item, item.getAttribute("aria-checked") === "true");
  }
}

/** Confluence: task lists of its pages, and of its editor, which are no lists at all. */
function confluence(page: Document): void {
  for (const item of page.querySelectorAll("ul.inline-task-list > li"))
    setBox(item, item.classList.contains("checked"));
  for (const task of page.querySelectorAll("[data-task-state]")) {
    const done = task.getAttribute("data-task-state") === "DONE";
    if (task.tagName === "LI") {
      setBox(task, done);
      continue;
    }
    const item = page.createElement("li");
    item.append(...task.childNodes);
    for (const old of item.querySelectorAll("input")) old.remove();
    task.replaceWith(item);
    setBox(item, done);
  }
}

/** Apple Notes, and TipTap's task lists. */
function others(page: Document): void {
  for (const item of page.querySelectorAll("ul.checklist > li, ul.Apple-checklist > li"))
    setBox(item, /\bchecked\b/.test(item.className));
  for (const item of page.querySelectorAll("ul[data-type=taskList] > li")) {
    for (const old of item.querySelectorAll("input")) old.remove();
    setBox(item, item.getAttribute("data-checked") === "true");
  }
}

export function findBoxes(page: Document): void {
  notion(page);
  named(page);
  confluence(page);
  others(page);
}
