/** What an element's tag and style say of its text, by whichever program wrote it. */
import { isAllowedLink } from "../../kit/links";
import type { Mark, Props, Styles } from "../blocks";
import { inScript, type Script } from "../scripts";
import type { Look } from "./line";

const TAGS: Record<string, Mark> = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  CITE: "italic",
  VAR: "italic",
  DFN: "italic",
  U: "underline",
  INS: "underline",
  S: "strike",
  DEL: "strike",
  STRIKE: "strike",
  CODE: "code",
  KBD: "code",
  SAMP: "code",
  TT: "code",
};

/** The declarations of a style attribute. Browsers forget those that they do not know, Word's among them. */
export function styleOf(element: Element): Map<string, string> {
  const declared = (element.getAttribute("style") ?? "").split(";").map((one): [string, string] => {
    const colon = one.indexOf(":");
    return [one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()];
  });
  return new Map(declared);
}

function isBold(weight: string | undefined): boolean | null {
  if (!weight) return null;
  if (/^(bold|bolder|[6-9]00)/i.test(weight)) return true;
  return /^(normal|lighter|[1-5]00)/i.test(weight) ? false : null;
}

function isPre(style: Map<string, string>): boolean | null {
  const space = style.get("white-space") ?? style.get("white-space-collapse");
  return space === undefined ? null : /pre|break-spaces/i.test(space);
}

/** The colours that only Fadepad and BlockNote write; those of other programs belong to their paper. */
function colours(element: Element): Pick<Props, "textColor" | "backgroundColor"> {
  const kind = element.getAttribute("data-style-type");
  const value = element.getAttribute("data-value") ?? undefined;
  const textColor =
    element.getAttribute("data-text-color") ?? (kind === "textColor" ? value : undefined);
  const backgroundColor =
    element.getAttribute("data-background-color") ??
    (kind === "backgroundColor" ? value : undefined);
  return { ...(textColor && { textColor }), ...(backgroundColor && { backgroundColor }) };
}

/** Raised or lowered by a tag, or by a style as Google Docs writes it; one inside the other is neither. */
function scriptOf(element: Element, style: Map<string, string>, outer: Look): Script | undefined {
  const { tagName } = element;
  const align = style.get("vertical-align");
  const raised = tagName === "SUP" || align === "super";
  if (!raised && tagName !== "SUB" && align !== "sub")
    return align === "baseline" ? undefined : outer.script;
  const script = raised ? "sup" : "sub";
  return inScript(element.textContent ?? "", script) === null ? undefined : script;
}

/** The look of the text in an inline element, which stands in text that looks like `outer`. */
export function lookIn(element: Element, outer: Look): Look {
  const style = styleOf(element);
  const styles: Styles = { ...outer.styles, ...colours(element) };
  const mark = TAGS[element.tagName];
  if (mark) styles[mark] = true;
  let { href } = outer;
  if (element.tagName === "A") {
    const address = element.getAttribute("href");
    href = address && isAllowedLink(address) ? address : href;
  }
  const bold = isBold(style.get("font-weight") ?? style.get("font"));
  if (bold === false) delete styles.bold;
  else if (bold && outer.bold) styles.bold = true;
  if (/italic|oblique/i.test(style.get("font-style") ?? "")) styles.italic = true;
  else if (style.get("font-style") === "normal") delete styles.italic;
  const lines = `${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`;
  if (/underline/.test(lines) && href === null) styles.underline = true; // links are underlined by themselves
  if (/line-through/.test(lines)) styles.strike = true;
  const script = scriptOf(element, style, outer);
  return { ...outer, styles, href, script, pre: isPre(style) ?? outer.pre };
}

/** The look of the text in a block: only how it keeps spaces is handed down, its own weight belongs to its kind. */
export const lookUnder = (element: Element, outer: Look, bold = outer.bold): Look => ({
  ...outer,
  bold,
  pre: isPre(styleOf(element)) ?? outer.pre,
});

const ALIGNMENTS = new Set(["center", "right", "justify"]);

/** The colours of a block, and where its text stands. */
export function propsOf(element: Element): Props {
  const asked =
    element.getAttribute("data-text-alignment") ??
    styleOf(element).get("text-align") ??
    element.getAttribute("align") ??
    "";
  const sure = element.hasAttribute("data-text-alignment") || asked !== "justify";
  return { ...colours(element), ...(sure && ALIGNMENTS.has(asked) && { textAlignment: asked }) };
}

/** Whether nobody sees it. */
export function isHidden(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    element.hasAttribute("hidden") || /(^|;)\s*(display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style)
  );
}
