/** What a Word file's paragraphs, words and lists look like: named styles, which other programs know by the same names. */
import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  ShadingType,
  type ILevelsOptions,
  type IStylesOptions,
} from "docx";
import { CALLOUTS, type Callout } from "../blocks";
import { BACKGROUNDS, COLOURS } from "../html/colours";

/** Twentieths of a point that a step inwards is wide. */
export const STEP = 400;
/** Levels that Word's lists have. */
export const LEVELS = 9;

const INK = "1D1C1A";
const INK2 = "5F5B54";
export const LINE = "D6D1C6";
export const SOFT = "F1EEE7";
const LINK = "0B6E5F";
export const MONO = "Consolas";

const named = (kind: Callout): string => kind.charAt(0).toUpperCase() + kind.slice(1);
const hex = (colour: string | undefined): string => (colour ?? "").slice(1).toUpperCase();

/** The ids of our styles. Pandoc and mammoth read code and quotes by their names. */
export const STYLE = {
  code: "SourceCode",
  inline: "VerbatimChar",
  nested: "ListParagraph",
  quote: "Quote",
  callout: (kind: Callout) => `Callout${named(kind)}`,
  rule: "Rule",
  caption: "Caption",
};

/** Room around code, in its own colour. */
const SOFT_EDGE = { style: BorderStyle.SINGLE, size: 4, space: 5, color: SOFT };

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: "Arial", size: 21, color: INK },
      paragraph: { spacing: { after: 100, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 40, bold: true, color: INK }, paragraph: { spacing: { after: 160 } } },
    heading1: heading(34, 320),
    heading2: heading(28, 280),
    heading3: heading(24, 220),
    heading4: heading(22, 180),
    heading5: heading(22, 160),
    heading6: heading(20, 140),
    hyperlink: { run: { color: LINK, underline: {} } },
  },
  paragraphStyles: [
    {
      id: STYLE.quote,
      name: "Quote",
      basedOn: "Normal",
      run: { color: INK2 },
      paragraph: {
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 10, color: LINE } },
      },
    },
    ...(Object.keys(CALLOUTS) as Callout[]).map((kind) => ({
      id: STYLE.callout(kind),
      name: `Callout ${named(kind)}`,
      basedOn: "Normal",
      paragraph: {
        shading: { type: ShadingType.CLEAR, fill: hex(BACKGROUNDS[CALLOUTS[kind]]) },
        border: {
          left: {
            style: BorderStyle.SINGLE,
            size: 18,
            space: 10,
            color: hex(COLOURS[CALLOUTS[kind]]),
          },
        },
      },
    })),
    {
      id: STYLE.code,
      name: "Source Code",
      basedOn: "Normal",
      run: { font: MONO, size: 19 },
      paragraph: {
        shading: { type: ShadingType.CLEAR, fill: SOFT },
        border: { top: SOFT_EDGE, bottom: SOFT_EDGE, left: SOFT_EDGE, right: SOFT_EDGE },
        spacing: { after: 160, line: 252, lineRule: LineRuleType.AUTO },
      },
    },
    {
      id: STYLE.caption,
      name: "caption",
      basedOn: "Normal",
      run: { size: 18, color: INK2 },
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: STYLE.rule,
      name: "Horizontal Rule",
      basedOn: "Normal",
      paragraph: {
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: LINE } },
      },
    },
  ],
  characterStyles: [{ id: STYLE.inline, name: "Verbatim Char", run: { font: MONO, size: 20 } }],
};

type Bullet = (level: number) => Pick<ILevelsOptions, "format" | "text" | "start" | "suffix">;

/** All levels of a list. What nests in an item begins where its words do. */
const levels = (of: Bullet): ILevelsOptions[] =>
  Array.from({ length: LEVELS }, (_, level) => ({
    level,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
    ...of(level),
  }));

const SIGNS = ["•", "◦", "▪"];

export const BULLETS = {
  reference: "bullets",
  levels: levels((level) => ({ format: LevelFormat.BULLET, text: SIGNS[level % 3] ?? "•" })),
};

/** Lists whose sign is the tick box, which stands in the line, where it can be ticked. */
export const BOXES = {
  reference: "boxes",
  levels: levels(() => ({
    format: LevelFormat.BULLET,
    text: "\u200b",
    suffix: LevelSuffix.NOTHING,
  })),
};

export const numbersFrom = (reference: string, start: number) => ({
  reference,
  levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
});
