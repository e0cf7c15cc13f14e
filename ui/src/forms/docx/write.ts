/** Blocks as a Word file (OOXML), written by `docx`. It is fetched when somebody asks for one. */
import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table as WordTable,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  XmlComponent,
  type IParagraphOptions,
  type ParagraphChild,
} from "docx";
import type { About } from "../about";
import {
  calloutOf,
  append,
  isFile,
  isTable,
  isToggle,
  lettersOf,
  lineOf,
  type Cell,
  type Inline,
  type PlainBlock,
  type Props,
  type Table,
} from "../blocks";
import { BACKGROUNDS, COLOURS } from "../html/colours";
import { columnsOf } from "../html/write";
import { isAllowedLink } from "../../kit/links";
import { placedSize, type OfficePicture, type OfficePictures } from "../media";
import { isRightToLeft, xmlText } from "../xml";
import { hex, lineRuns } from "./line";
import { BOXES, BULLETS, LEVELS, LINE, numbersFrom, SOFT, STEP, STYLE, STYLES } from "./looks";

/** The text's width on A4 with an inch around, in twentieths of a point. */
const WIDTH = 9026;
/** Twentieths of a point in a pixel of the page. */
const PIXEL = 15;
/** A picture is no larger (px): as wide as the text, and with its caption on one page. */
const LARGEST = { width: Math.floor(WIDTH / PIXEL), height: 850 };

const ALIGNMENTS = {
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

const HEADS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

type Part = Paragraph | WordTable;

/** A line in the colour of its block, where it has none of its own. */
const inked = (line: readonly Inline[], textColor: string | undefined): Inline[] =>
  !textColor || !(textColor in COLOURS)
    ? [...line]
    : line.map((part) =>
        part.type === "text"
          ? { ...part, styles: { textColor, ...part.styles } }
          : {
              ...part,
              content: part.content.map((words) => ({
                ...words,
                styles: { textColor, ...words.styles },
              })),
            },
      );

/** What a paragraph takes from its block. */
function dress({ textAlignment, backgroundColor }: Props, words: string): IParagraphOptions {
  const alignment = ALIGNMENTS[(textAlignment ?? "") as keyof typeof ALIGNMENTS];
  const back = BACKGROUNDS[backgroundColor ?? ""];
  const rightToLeft = isRightToLeft(words);
  // where a line runs from the right, Word's "right" is its far end
  const side = rightToLeft && textAlignment === "right" ? AlignmentType.START : alignment;
  return {
    ...(side && { alignment: side }),
    ...(back && { shading: { type: ShadingType.CLEAR, fill: hex(back) } }),
    ...(rightToLeft && { bidirectional: true }),
  };
}

/** The parts of one file, with the lists that they belong to. */
class Writer {
  readonly parts: Part[] = [];
  readonly numberings = [BULLETS, BOXES];
  /** The list of numbers that is open at each depth. */
  readonly #open = new Map<number, string>();

  constructor(readonly pictures: OfficePictures) {}

  flow(blocks: readonly PlainBlock[], depth: number): void {
    this.#open.delete(depth);
    for (const block of blocks) {
      if (block.type !== "numberedListItem") this.#open.delete(depth);
      this.#block(block, depth);
      this.flow(block.children ?? [], depth + 1);
    }
  }

  #block(block: PlainBlock, depth: number): void {
    const { content, props = {} } = block;
    if (isTable(content)) {
      this.parts.push(tableOf(content), new Paragraph({ spacing: { after: 0 } }));
      return;
    }
    const picture = block.type === "image" && this.pictures.get(props.url?.split("#")[0] ?? "");
    if (picture) return this.#picture(picture, props, depth);
    const line = isFile(block) ? fileLine(props) : lineOf(block);
    const words = lettersOf(line);
    this.parts.push(
      new Paragraph({
        ...dress(props, words),
        ...this.#kind(block, depth),
        children: [...boxOf(block), ...lineRuns(inked(line, props.textColor))],
      }),
    );
  }

  #picture(picture: OfficePicture, props: Props, depth: number): void {
    const { name = "", caption = "", previewWidth, textAlignment } = props;
    const place = {
      ...dress({ ...(textAlignment && { textAlignment }) }, caption),
      ...(depth > 0 && { style: STYLE.nested, indent: { left: STEP * depth } }),
    };
    const alt = xmlText(name || caption);
    const image = new ImageRun({
      type: picture.kind,
      data: picture.bytes,
      transformation: placedSize(picture, previewWidth, {
        ...LARGEST,
        width: LARGEST.width - Math.round((STEP * depth) / PIXEL),
      }),
      altText: { name: alt, title: "", description: alt },
    });
    this.parts.push(
      new Paragraph({ ...place, ...(caption && { keepNext: true }), children: [image] }),
    );
    if (!caption) return;
    const words = lineRuns([{ type: "text", text: caption, styles: {} }]);
    this.parts.push(new Paragraph({ ...place, style: STYLE.caption, children: words }));
  }

  #kind(block: PlainBlock, depth: number): IParagraphOptions {
    const { type, props = {} } = block;
    const level = Math.min(depth, LEVELS - 1);
    const indent = depth > 0 && { indent: { left: STEP * depth } };
    switch (type) {
      case "heading":
        return { heading: HEADS[(props.level ?? 1) - 1] ?? HeadingLevel.HEADING_6, ...indent };
      case "bulletListItem":
        return { numbering: { reference: BULLETS.reference, level } };
      case "checkListItem":
        return { numbering: { reference: BOXES.reference, level } };
      case "numberedListItem":
        return { numbering: { reference: this.#numbers(depth, props.start), level } };
      case "quote": {
        const callout = calloutOf(block);
        const style = callout ? STYLE.callout(callout) : STYLE.quote;
        return { style, indent: { left: STEP * depth + STEP / 2 } };
      }
      case "codeBlock":
        return { style: STYLE.code, bidirectional: false, ...indent };
      case "divider":
        return { style: STYLE.rule, ...indent };
      default:
        return {
          ...(depth > 0 && { style: STYLE.nested }), // else others would read what is indented as a quote
          ...indent,
          ...(isToggle(block) && { keepNext: true }),
        };
    }
  }

  #numbers(depth: number, start: number | undefined): string {
    const open = this.#open.get(depth);
    if (open && start === undefined) return open;
    const reference = `numbers-${this.numberings.length}`;
    this.numberings.push(numbersFrom(reference, start ?? 1));
    this.#open.set(depth, reference);
    return reference;
  }
}

const FONT = "Segoe UI Symbol";

class Content extends XmlComponent {
  constructor(run: TextRun) {
    super("w:sdtContent");
    this.root.push(run);
  }
}

/** A box that can be ticked in Word. Its sign is a letter, and not a symbol of a font, so that every program shows it. */
class Box extends CheckBox {
  constructor(checked: boolean) {
    const checkedState = { value: "2611", font: FONT };
    const uncheckedState = { value: "2610", font: FONT };
    super({ checked, checkedState, uncheckedState });
    this.root.pop();
    this.root.push(new Content(new TextRun({ text: checked ? "☑" : "☐", font: FONT })));
  }
}

function boxOf({ type, props }: PlainBlock): ParagraphChild[] {
  if (type !== "checkListItem") return [];
  return [new Box(props?.checked === true), new TextRun(" ")];
}

function fileLine({ url = "", name = "", caption = "" }: Props): Inline[] {
  const line: Inline[] = [];
  append(line, caption || name || url, {}, isAllowedLink(url) ? url : null);
  return line;
}

function tableOf(table: Table): WordTable {
  const { rows, headerRows = 0, headerCols = 0, columnWidths = [] } = table;
  const columns = columnsOf(table);
  const across = Math.max(
    1,
    ...rows.map(({ cells }, y) =>
      cells.reduce(
        (most, cell, i) => Math.max(most, (columns[y]?.[i] ?? 0) + (cell.props?.colspan ?? 1)),
        0,
      ),
    ),
  );
  const asked = Array.from({ length: across }, (_, i) =>
    columnWidths[i] ? columnWidths[i] * PIXEL : Math.floor(WIDTH / across),
  );
  const fit = Math.min(1, WIDTH / asked.reduce((sum, width) => sum + width, 0));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  return new WordTable({
    columnWidths: asked.map((width) => Math.floor(width * fit)),
    width: {
      size: Math.floor(asked.reduce((sum, width) => sum + width, 0) * fit),
      type: WidthType.DXA,
    },
    borders: {
      top: edge,
      bottom: edge,
      left: edge,
      right: edge,
      insideHorizontal: edge,
      insideVertical: edge,
    },
    rows: rows.map(
      ({ cells }, y) =>
        new TableRow({
          cantSplit: true,
          ...(y < headerRows && { tableHeader: true }),
          children: cells.map((cell, i) =>
            cellOf(cell, y < headerRows || (columns[y]?.[i] ?? 0) < headerCols),
          ),
        }),
    ),
  });
}

function cellOf({ props = {}, content }: Cell, head: boolean): TableCell {
  const { colspan = 1, rowspan = 1, backgroundColor, textColor, textAlignment } = props;
  const back = BACKGROUNDS[backgroundColor ?? ""];
  const fill = back ? hex(back) : head ? SOFT : null;
  const { shading: _, ...look } = dress(
    { ...(textAlignment && { textAlignment }) },
    lettersOf(content),
  );
  return new TableCell({
    ...(colspan > 1 && { columnSpan: colspan }),
    ...(rowspan > 1 && { rowSpan: rowspan }),
    ...(fill && { shading: { type: ShadingType.CLEAR, fill } }),
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [
      new Paragraph({
        ...look,
        spacing: { after: 0 },
        children: lineRuns(inked(content, textColor), head),
      }),
    ],
  });
}

const hasTitle = (blocks: readonly PlainBlock[]): boolean =>
  blocks.some(
    (block) =>
      block.type === "heading" &&
      (block.props?.level ?? 1) === 1 &&
      lettersOf(lineOf(block)).trim(),
  );

/** At the head of every page what it is and when it was taken, at the foot its number. */
function edges({ title, when }: About) {
  const quiet = { size: 17, color: "5F5B54" };
  const tabStops = [{ type: "right" as const, position: WIDTH }];
  return {
    headers: {
      default: new Header({
        children: [
          new Paragraph({
            tabStops,
            children: [new TextRun({ ...quiet, children: [xmlText(title), new Tab(), when] })],
          }),
        ],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            tabStops,
            children: [new TextRun({ ...quiet, children: [new Tab(), PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
  };
}

/** The whole file. A text without a title of its own stands under `about.title`. */
export function docxOf(
  blocks: readonly PlainBlock[],
  about: About,
  pictures: OfficePictures = new Map(),
): Promise<Uint8Array> {
  const writer = new Writer(pictures);
  if (!hasTitle(blocks))
    writer.parts.push(
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlText(about.title))] }),
    );
  writer.flow(blocks, 0);
  const file = new Document({
    title: xmlText(about.title),
    creator: "Fadepad",
    lastModifiedBy: "Fadepad",
    styles: STYLES,
    numbering: { config: writer.numberings },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        ...edges(about),
        children: writer.parts,
      },
    ],
  });
  return Packer.pack(file, "uint8array");
}
