/** HTML that is nothing but code in colours, as editors and terminals put beside the text. */
import { codeText } from "../../forms/html/code";

const MONOSPACE =
  /mono|consol|courier|menlo|fira code|source code|cascadia|jetbrains|hack\b|terminal|fixed/i;
/** More than colour: whoever has one of these has a text to show. */
const MEANING =
  "h1, h2, h3, h4, h5, h6, ul, ol, li, table, blockquote, a[href], img, input, hr, details";

/** The one element that holds everything; `null` where there are several, or words beside it. */
function only(parent: Element): Element | null {
  const nodes = [...parent.childNodes].filter(
    (node) => node.nodeType !== 8 && (node.nodeType !== 3 || node.nodeValue?.trim()),
  );
  const elements = nodes.filter(
    (node) =>
      node instanceof Element &&
      node.tagName !== "META" &&
      !(node.tagName === "BR" && node.classList.length > 0),
  );
  const [first] = elements;
  return nodes.every((node) => node.nodeType !== 3) &&
    elements.length === 1 &&
    first instanceof Element
    ? first
    : null;
}

/** The code, if a page holds nothing else. A `<pre>` alone is left to the reader, which knows its language. */
export function onlyCode(page: Document): string | null {
  for (let element = only(page.body); element; element = only(element)) {
    const style = element.getAttribute("style") ?? "";
    const isCode =
      (/white-space(-collapse)?\s*:\s*(pre|preserve)/i.test(style) || element.tagName === "PRE") &&
      MONOSPACE.test(style);
    if (isCode && !element.querySelector(MEANING)) return codeText(element).replace(/\n+$/, "");
  }
  return null;
}

/** Which language VS Code says its text is in; `null` for text that is none. */
export function vscodeLanguage(data: string): string | null {
  try {
    const { mode } = JSON.parse(data) as { mode?: unknown };
    return typeof mode === "string" &&
      !/^(plaintext|markdown|mdx|log|search-result|scminput)$/.test(mode)
      ? mode
      : null;
  } catch {
    return null;
  }
}
