/** The styles of an OpenDocument text: those with names, and those that single places need, each once. */
import { CALLOUTS, type Props, type Styles } from "../blocks";
import { BACKGROUNDS, COLOURS } from "../html/colours";
import { xmlEscape } from "../xml";

/** How far a step inwards is. */
export const STEP_CM = 0.7;
/** Levels that lists have in OpenDocument. */
export const LEVELS = 10;

const HEAD_SIZES = [17, 14, 12, 11, 11, 10];

const paragraph = (name: string, parent: string, box: string, text = ""): string =>
  `<style:style style:name="${name}" style:display-name="${name.replaceAll("_20_", " ")}" style:family="paragraph"` +
  ` style:parent-style-name="${parent}"><style:paragraph-properties ${box}/>` +
  `<style:text-properties ${text}/></style:style>`;

const heading = (size: number, i: number): string =>
  `<style:style style:name="Heading_20_${i + 1}" style:display-name="Heading ${i + 1}" style:family="paragraph"` +
  ` style:parent-style-name="Standard" style:next-style-name="Standard" style:default-outline-level="${i + 1}">` +
  `<style:paragraph-properties fo:margin-top="${(0.6 - i * 0.06).toFixed(2)}cm" fo:margin-bottom="0.15cm"` +
  ` fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold"` +
  ` style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>`;

const levels = (of: (level: number) => string): string =>
  Array.from({ length: LEVELS }, (_, i) => of(i + 1)).join("");

const place = (level: number): string =>
  '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">' +
  `<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-${STEP_CM}cm"` +
  ` fo:margin-left="${(STEP_CM * level).toFixed(2)}cm"/></style:list-level-properties>`;

const SIGNS = ["•", "◦", "▪"];

const listStyle = (name: string, level: (level: number) => string): string =>
  `<text:list-style style:name="${name}">${levels(level)}</text:list-style>`;

const bullets = (name: string, sign: (level: number) => string): string =>
  listStyle(
    name,
    (level) =>
      `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${sign(level)}">` +
      `${place(level)}</text:list-level-style-bullet>`,
  );

/** Numbers that begin with this one. */
const numbers = (name: string, start: number): string =>
  listStyle(
    name,
    (level) =>
      `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix="."` +
      ` text:start-value="${start}">${place(level)}</text:list-level-style-number>`,
  );

/** A box is a letter of its line, so that others read it: its list has a sign that nobody sees. */
export const LISTS =
  bullets("Bullets", (level) => SIGNS[(level - 1) % 3] ?? "•") +
  bullets("Boxes", () => "\u200b") +
  numbers("Numbers", 1);

const MONO = 'style:font-name="Mono" fo:font-size="9.5pt"';

/** The named styles. LibreOffice knows the names, and other programs by them what is what. */
export const NAMED =
  '<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="page"' +
  ' style:tab-stop-distance="1.25cm"/><style:text-properties style:font-name="Text" fo:font-size="10.5pt"' +
  ' fo:color="#1d1c1a"/></style:default-style>' +
  '<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties' +
  ' fo:margin-bottom="0.18cm" fo:line-height="120%" fo:orphans="2" fo:widows="2"/></style:style>' +
  paragraph(
    "Title",
    "Standard",
    'fo:margin-bottom="0.3cm"',
    'fo:font-size="20pt" fo:font-weight="bold"',
  ) +
  HEAD_SIZES.map(heading).join("") +
  paragraph(
    "Quotations",
    "Standard",
    'fo:margin-left="0.4cm" fo:padding-left="0.3cm" fo:border-left="1.5pt solid #d6d1c6"',
    'fo:color="#5f5b54"',
  ) +
  Object.entries(CALLOUTS)
    .map(([kind, colour]) =>
      paragraph(
        `Callout_20_${kind}`,
        "Standard",
        `fo:background-color="${BACKGROUNDS[colour]}" fo:margin-left="0.4cm" fo:padding="0.2cm"` +
          ` fo:border-left="1.5pt solid ${COLOURS[colour]}"`,
      ),
    )
    .join("") +
  paragraph(
    "Preformatted_20_Text",
    "Standard",
    'fo:background-color="#f1eee7" fo:padding="0.15cm" style:writing-mode="lr-tb"',
    MONO,
  ) +
  paragraph("Caption", "Standard", "", 'fo:font-size="9pt" fo:color="#5f5b54"') +
  paragraph("Horizontal_20_Line", "Standard", 'fo:border-bottom="0.5pt solid #d6d1c6"') +
  paragraph("Header", "Standard", "", 'fo:font-size="8.5pt" fo:color="#5f5b54"') +
  '<style:style style:name="Source_20_Text" style:display-name="Source Text" style:family="text">' +
  `<style:text-properties ${MONO} fo:background-color="#f1eee7"/></style:style>` +
  '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">' +
  '<style:text-properties fo:color="#0b6e5f" style:text-underline-style="solid"/></style:style>' +
  LISTS;

const ALIGNMENTS: Record<string, string> = { center: "center", right: "right", justify: "justify" };

const attribute = (name: string, value: string | false | undefined): string =>
  value ? ` ${name}="${value}"` : "";

/** What a run's marks say. */
export function textLooks(styles: Styles): string {
  const { bold, italic, underline, strike, textColor, backgroundColor } = styles;
  const thrice = (name: string, value: string) =>
    `${attribute(`fo:font-${name}`, value)}${attribute(`style:font-${name}-asian`, value)}` +
    attribute(`style:font-${name}-complex`, value);
  return (
    (bold ? thrice("weight", "bold") : "") +
    (italic ? thrice("style", "italic") : "") +
    attribute("style:text-underline-style", underline && "solid") +
    attribute("style:text-line-through-style", strike && "solid") +
    attribute("fo:color", COLOURS[textColor ?? ""]) +
    attribute("fo:background-color", BACKGROUNDS[backgroundColor ?? ""])
  );
}

/** What a paragraph's place and colours say. */
export function paragraphLooks(
  { textAlignment, backgroundColor }: Props,
  { depth = 0, hanging = false, rightToLeft = false },
): string {
  return (
    attribute("fo:margin-left", depth > 0 && `${(STEP_CM * depth).toFixed(2)}cm`) +
    attribute("fo:text-indent", hanging && `-${STEP_CM}cm`) +
    attribute("fo:text-align", ALIGNMENTS[textAlignment ?? ""] ?? (rightToLeft && "right")) +
    attribute("fo:background-color", BACKGROUNDS[backgroundColor ?? ""]) +
    attribute("style:writing-mode", rightToLeft && "rl-tb")
  );
}

/** Styles that have no name of their own, each written once. */
export class Automatic {
  readonly #names = new Map<string, string>();
  #xml = "";

  get xml(): string {
    return this.#xml;
  }

  /** The name of the style with this inside. */
  #name(family: string, letter: string, parent: string, inside: string): string {
    const key = `${family} ${parent} ${inside}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `${letter}${this.#names.size + 1}`;
      this.#names.set(key, name);
      this.#xml +=
        `<style:style style:name="${name}" style:family="${family}"` +
        `${attribute("style:parent-style-name", parent)}>${inside}</style:style>`;
    }
    return name;
  }

  paragraph(parent: string, box: string, text = ""): string {
    if (!box && !text) return parent;
    return this.#name(
      "paragraph",
      "P",
      parent,
      `<style:paragraph-properties${box}/><style:text-properties${text}/>`,
    );
  }

  /** The list of numbers that begins with this one. */
  numbers(start: number): string {
    const name = start === 1 ? "Numbers" : `Numbers${start}`;
    if (start !== 1 && !this.#names.has(name)) {
      this.#names.set(name, name);
      this.#xml += numbers(name, start);
    }
    return name;
  }

  text(looks: string): string {
    return this.#name("text", "T", "", `<style:text-properties${looks}/>`);
  }

  cell(background: string): string {
    const inside =
      `<style:table-cell-properties fo:padding="0.12cm" fo:border="0.5pt solid #d6d1c6"` +
      `${attribute("fo:background-color", background)}/>`;
    return this.#name("table-cell", "C", "", inside);
  }

  column(weight: number): string {
    const inside = `<style:table-column-properties style:rel-column-width="${weight}*"/>`;
    return this.#name("table-column", "W", "", inside);
  }

  /** A row that no page cuts, and a table as wide as the text. */
  row(): string {
    return this.#name(
      "table-row",
      "R",
      "",
      '<style:table-row-properties fo:keep-together="always"/>',
    );
  }

  table(): string {
    const inside =
      '<style:table-properties style:rel-width="100%" style:width="17cm" table:align="margins"' +
      ' table:border-model="collapsing" fo:margin-bottom="0.3cm"/>';
    return this.#name("table", "B", "", inside);
  }
}

/** What stands at the head and the foot of every page. */
export const pageXml = (title: string, when: string): string =>
  '<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Edge">' +
  `${xmlEscape(title)}<text:tab/>${xmlEscape(when)}</text:p></style:header><style:footer>` +
  '<text:p text:style-name="Edge"><text:tab/><text:page-number text:select-page="current">1</text:page-number>' +
  "</text:p></style:footer></style:master-page>";

export const PAGE_LAYOUT =
  '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"' +
  ' fo:margin="2cm" style:writing-mode="lr-tb"/><style:header-style><style:header-footer-properties' +
  ' fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties' +
  ' fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>' +
  '<style:style style:name="Edge" style:family="paragraph" style:parent-style-name="Header">' +
  '<style:paragraph-properties><style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/>' +
  "</style:tab-stops></style:paragraph-properties></style:style>";
