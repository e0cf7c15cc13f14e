/** Blocks as an OpenDocument text (ODF 1.3): XML in a zip. It is fetched when somebody asks for one. */
import { strToU8, zipSync, type Zippable } from "fflate";
import { isAllowedLink } from "../../kit/links";
import type { About } from "../about";
import {
  calloutOf,
  append,
  isFile,
  isListItem,
  isTable,
  lettersOf,
  lineOf,
  type Inline,
  type PlainBlock,
  type Props,
  type Styles,
  type Table,
  type Words,
} from "../blocks";
import { BACKGROUNDS, COLOURS } from "../html/colours";
import { columnsOf } from "../html/write";
import { placedSize, type OfficePicture, type OfficePictures } from "../media";
import { isRightToLeft, xmlEscape } from "../xml";
import {
  Automatic,
  LEVELS,
  NAMED,
  PAGE_LAYOUT,
  pageXml,
  paragraphLooks,
  STEP_CM,
  textLooks,
} from "./styles";

const TYPE = "application/vnd.oasis.opendocument.text";

const SPACES = Object.entries({
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  draw: "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  dc: "http://purl.org/dc/elements/1.1/",
  xlink: "http://www.w3.org/1999/xlink",
})
  .map(([name, uri]) => ` xmlns:${name}="${uri}"`)
  .join("");

const FONTS =
  '<office:font-face-decls><style:font-face style:name="Text" svg:font-family="\'Liberation Sans\', Arial"' +
  ' style:font-family-generic="swiss"/><style:font-face style:name="Mono" svg:font-family="\'Liberation Mono\', Consolas"' +
  ' style:font-family-generic="modern" style:font-pitch="fixed"/></office:font-face-decls>';

/** White space that XML would collapse, as elements. */
const spaced = (text: string): string =>
  xmlEscape(text)
    .replace(/^ | {2,}| $/g, (spaces, at: number) => {
      const first = at > 0 && spaces.length > 1 ? " " : "";
      const rest = spaces.length - first.length;
      return `${first}<text:s text:c="${rest}"/>`;
    })
    .replaceAll("\t", "<text:tab/>")
    .replaceAll("\n", "<text:line-break/>");

/** Centimetres of a pixel of the page, at 96 to an inch. */
const PIXEL_CM = 2.54 / 96;
/** A picture is no larger (px): as wide as the text, and with its caption on one page. */
const LARGEST = { width: Math.floor(17 / PIXEL_CM), height: 850 };

const cm = (pixels: number): string => `${(pixels * PIXEL_CM).toFixed(3)}cm`;

class Writer {
  readonly automatic = new Automatic();
  /** The parts of the file that hold its pictures, by their names. */
  readonly parts = new Map<string, OfficePicture>();
  readonly #partOf = new Map<OfficePicture, string>();
  #lists = 0;
  #frames = 0;

  constructor(readonly pictures: OfficePictures) {}

  #part(picture: OfficePicture): string {
    const known = this.#partOf.get(picture);
    const name = known ?? `Pictures/${this.parts.size + 1}.${picture.kind}`;
    this.#partOf.set(picture, name);
    this.parts.set(name, picture);
    return name;
  }

  #picture(picture: OfficePicture, props: Props, depth: number): string {
    const { name = "", caption = "", previewWidth, textAlignment } = props;
    const inwards = Math.round((STEP_CM * depth) / PIXEL_CM);
    const { width, height } = placedSize(picture, previewWidth, {
      ...LARGEST,
      width: LARGEST.width - inwards,
    });
    this.#frames += 1;
    const looks = paragraphLooks({ ...(textAlignment && { textAlignment }) }, { depth });
    const paragraph = (style: string, more: string, inside: string) =>
      `<text:p text:style-name="${this.automatic.paragraph(style, more + looks)}">${inside}</text:p>`;
    const image = paragraph(
      "Standard",
      caption && ' fo:keep-with-next="always"',
      `<draw:frame draw:name="Picture ${this.#frames}" text:anchor-type="as-char"` +
        ` svg:width="${cm(width)}" svg:height="${cm(height)}"><draw:image xlink:type="simple"` +
        ` xlink:show="embed" xlink:actuate="onLoad" xlink:href="${this.#part(picture)}"/>` +
        `<svg:title>${xmlEscape(name || caption)}</svg:title></draw:frame>`,
    );
    return caption ? image + paragraph("Caption", "", spaced(caption)) : image;
  }

  #run({ text, styles }: Words, link = false): string {
    const looks = textLooks(styles);
    const words = spaced(text);
    const coded = styles.code
      ? `<text:span text:style-name="Source_20_Text">${words}</text:span>`
      : words;
    if (!looks) return coded;
    const name = this.automatic.text(
      link ? looks.replace(/ fo:color="[^"]*"/, "") || looks : looks,
    );
    return `<text:span text:style-name="${name}">${coded}</text:span>`;
  }

  line(line: readonly Inline[], block: Styles = {}): string {
    const run = (words: Words, link = false) =>
      this.#run({ ...words, styles: { ...block, ...words.styles } }, link);
    return line
      .map((part) => {
        if (part.type === "text") return run(part);
        const inside = part.content.map((words) => run(words, true)).join("");
        if (!isAllowedLink(part.href)) return inside;
        return `<text:a xlink:type="simple" xlink:href="${xmlEscape(part.href)}" text:style-name="Internet_20_link">${inside}</text:a>`;
      })
      .join("");
  }

  #paragraph(block: PlainBlock, parent: string, depth: number, item?: { box: string }): string {
    const { props = {}, type } = block;
    const line = isFile(block) ? fileLine(props) : lineOf(block);
    const rightToLeft = type !== "codeBlock" && isRightToLeft(lettersOf(line));
    const style = this.automatic.paragraph(
      parent,
      paragraphLooks(props, { depth, rightToLeft, hanging: item !== undefined && depth > 0 }),
    );
    const ink = props.textColor && props.textColor in COLOURS ? { textColor: props.textColor } : {};
    const inside = (item?.box ?? "") + this.line(line, ink);
    if (type !== "heading") return `<text:p text:style-name="${style}">${inside}</text:p>`;
    return `<text:h text:style-name="${style}" text:outline-level="${props.level ?? 1}">${inside}</text:h>`;
  }

  #own(block: PlainBlock, depth: number): string {
    const { type, content, props = {} } = block;
    if (isTable(content)) return this.#table(content);
    const picture = type === "image" && this.pictures.get(props.url?.split("#")[0] ?? "");
    if (picture) return this.#picture(picture, props, depth);
    if (type === "heading") return this.#paragraph(block, `Heading_20_${props.level ?? 1}`, depth);
    if (type === "divider") return this.#paragraph(block, "Horizontal_20_Line", depth);
    const callout = calloutOf(block);
    if (callout) return this.#paragraph(block, `Callout_20_${callout}`, depth);
    if (type === "quote") return this.#paragraph(block, "Quotations", depth);
    if (type === "codeBlock") return this.#paragraph(block, "Preformatted_20_Text", depth);
    return this.#paragraph(block, "Standard", depth);
  }

  /** Blocks one after the other; `level` of the list that they stand in, `depth` of what is nested without one. */
  flow(blocks: readonly PlainBlock[], depth = 0, level = 0): string {
    let xml = "";
    let open = "";
    const close = () => {
      if (open) xml += "</text:list>";
      open = "";
    };
    for (const block of blocks) {
      const list = listOf(block);
      const anew = list === "Numbers" && block.props?.start !== undefined;
      if (open && (open !== list || anew)) close();
      if (!list) {
        xml += this.#own(block, depth + level) + this.flow(block.children ?? [], depth + 1, level);
        continue;
      }
      if (!open) xml += this.#listBegins(block, list);
      open = list;
      xml += this.#item(block, depth, level);
    }
    close();
    return xml;
  }

  #listBegins({ props }: PlainBlock, list: string): string {
    this.#lists += 1;
    const style = list === "Numbers" ? this.automatic.numbers(props?.start ?? 1) : list;
    return `<text:list xml:id="list${this.#lists}" text:style-name="${style}">`;
  }

  #item(block: PlainBlock, depth: number, level: number): string {
    const box = block.type === "checkListItem" ? (block.props?.checked ? "☑ " : "☐ ") : "";
    // a list knows how far it stands in by itself, unless it stands in what is none
    const own = this.#paragraph(block, "Standard", depth > 0 ? depth + level + 1 : 0, { box });
    const under = block.children ?? [];
    // deeper than lists go, what is nested stands in the item without a list
    const inside =
      level + 1 < LEVELS
        ? this.flow(under, depth, level + 1)
        : under.map((one) => this.#own(one, 0) + this.flow(one.children ?? [], 0, level)).join("");
    return `<text:list-item>${own}${inside}</text:list-item>`;
  }

  #table(table: Table): string {
    const { rows, headerRows = 0, headerCols = 0, columnWidths = [] } = table;
    const columns = columnsOf(table);
    const grid = rows.map(() => [] as string[]);
    rows.forEach(({ cells }, y) =>
      cells.forEach((cell, i) => {
        const x = columns[y]?.[i] ?? 0;
        const { colspan = 1, rowspan = 1 } = cell.props ?? {};
        for (let dy = 0; dy < rowspan; dy += 1)
          for (let dx = 0; dx < colspan; dx += 1) {
            const row = grid[y + dy];
            if (row) row[x + dx] = "<table:covered-table-cell/>";
          }
        const row = grid[y];
        if (row) row[x] = this.#cell(cell, y < headerRows || x < headerCols);
      }),
    );
    const across = Math.max(1, ...grid.map((row) => row.length));
    const widths = Array.from({ length: across }, (_, x) => {
      const name = this.automatic.column(Math.round(columnWidths[x] ?? 120));
      return `<table:table-column table:style-name="${name}"/>`;
    }).join("");
    const lines = grid.map((row) => {
      const cells = Array.from(
        { length: across },
        (_, x) => row[x] ?? "<table:covered-table-cell/>",
      );
      return `<table:table-row table:style-name="${this.automatic.row()}">${cells.join("")}</table:table-row>`;
    });
    const heads = Math.min(headerRows, lines.length);
    const head =
      heads > 0
        ? `<table:table-header-rows>${lines.slice(0, heads).join("")}</table:table-header-rows>`
        : "";
    return `<table:table table:style-name="${this.automatic.table()}">${widths}${head}${lines.slice(heads).join("")}</table:table>`;
  }

  #cell({ props = {}, content }: Table["rows"][number]["cells"][number], head: boolean): string {
    const { colspan = 1, rowspan = 1, textColor, backgroundColor } = props;
    const background = BACKGROUNDS[backgroundColor ?? ""] ?? (head ? "#f1eee7" : "");
    const spans =
      (colspan > 1 ? ` table:number-columns-spanned="${colspan}"` : "") +
      (rowspan > 1 ? ` table:number-rows-spanned="${rowspan}"` : "");
    const looks: Props = props.textAlignment ? { textAlignment: props.textAlignment } : {};
    const rightToLeft = isRightToLeft(lettersOf(content));
    const style = this.automatic.paragraph(
      "Standard",
      ` fo:margin-bottom="0cm"${paragraphLooks(looks, { rightToLeft })}`,
      head ? textLooks({ bold: true }) : "",
    );
    const inside = this.line(content, textColor && textColor in COLOURS ? { textColor } : {});
    return (
      `<table:table-cell table:style-name="${this.automatic.cell(background)}" office:value-type="string"${spans}>` +
      `<text:p text:style-name="${style}">${inside}</text:p></table:table-cell>`
    );
  }
}

const listOf = (block: PlainBlock): string => {
  if (!isListItem(block)) return "";
  if (block.type === "numberedListItem") return "Numbers";
  return block.type === "checkListItem" ? "Boxes" : "Bullets";
};

function fileLine({ url = "", name = "", caption = "" }: Props): Inline[] {
  const line: Inline[] = [];
  append(line, caption || name || url, {}, isAllowedLink(url) ? url : null);
  return line;
}

const hasTitle = (blocks: readonly PlainBlock[]): boolean =>
  blocks.some(
    (block) =>
      block.type === "heading" &&
      (block.props?.level ?? 1) === 1 &&
      lettersOf(lineOf(block)).trim() !== "",
  );

const part = (name: string, inside: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:${name}${SPACES} office:version="1.3">${inside}</office:${name}>`,
  );

const entry = (path: string, type: string): string =>
  `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;

const manifest = (pictures: ReadonlyMap<string, OfficePicture>): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest' +
  ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">' +
  entry("/", TYPE) +
  ["content.xml", "styles.xml", "meta.xml"].map((path) => entry(path, "text/xml")).join("") +
  [...pictures]
    .map(([path, { kind }]) => entry(path, `image/${kind === "jpg" ? "jpeg" : kind}`))
    .join("") +
  "</manifest:manifest>";

/** The whole file. A text without a title of its own stands under `about.title`. */
export function odtOf(
  blocks: readonly PlainBlock[],
  { title, when, language }: About,
  pictures: OfficePictures = new Map(),
): Uint8Array {
  const writer = new Writer(pictures);
  const head = hasTitle(blocks)
    ? ""
    : `<text:p text:style-name="Title">${xmlEscape(title)}</text:p>`;
  const body = head + writer.flow(blocks);
  const meta =
    `<office:meta><dc:title>${xmlEscape(title)}</dc:title><meta:generator>Fadepad</meta:generator>` +
    `<dc:language>${xmlEscape(language)}</dc:language></office:meta>`;
  const files: Zippable = {
    // first and as it is, so that the file says by itself what it is
    mimetype: [strToU8(TYPE), { level: 0 }],
    "content.xml": part(
      "document-content",
      `${FONTS}<office:automatic-styles>${writer.automatic.xml}</office:automatic-styles>` +
        `<office:body><office:text>${body}</office:text></office:body>`,
    ),
    "styles.xml": part(
      "document-styles",
      `${FONTS}<office:styles>${NAMED}</office:styles><office:automatic-styles>${PAGE_LAYOUT}</office:automatic-styles>` +
        `<office:master-styles>${pageXml(title, when)}</office:master-styles>`,
    ),
    "meta.xml": part("document-meta", meta),
    "META-INF/manifest.xml": strToU8(manifest(writer.parts)),
  };
  for (const [name, { bytes }] of writer.parts) files[name] = [bytes, { level: 0 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
