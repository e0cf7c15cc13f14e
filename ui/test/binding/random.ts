/** Chance that can be repeated, and documents made by it. */
import type { BlockNoteEditor } from "@blocknote/core";
import type { Node, Schema } from "prosemirror-model";

/** Random numbers from a seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  of<T>(things: readonly T[]): T {
    return things[this.below(things.length)] as T;
  }
}

/** How many rounds a random test makes: the number given, or what the environment asks for. */
export const rounds = (usual: number): number => Number(process.env.ROUNDS ?? usual);

/**
 * The seed of a test, printed so that it can be run again. It is always the same one, so that the same code passes or fails alike
 * everywhere; `SEED=new` takes another each time, as `npm run proof` does, and `SEED=7` that one.
 */
export function seedOf(name: string): number {
  const { SEED: asked } = process.env;
  const seed =
    asked === undefined ? numberOf(name) : asked === "new" ? randomSeed() : Number(asked);
  console.info(`${name}: SEED=${seed}`);
  return seed;
}

const randomSeed = () => Math.floor(Math.random() * 2 ** 31);

/** A number for a name (FNV-1a). */
const numberOf = (name: string): number =>
  [...name].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5) >>>
  1;

const WORDS = [
  "alpha",
  "beta ",
  "gämma",
  "ず",
  "👩‍🚀",
  " ",
  "x",
  "a\u0301",
  "日本語",
  "line",
  "0123456789",
  "🎉🎉",
];

interface Prop {
  default?: unknown;
  type?: string;
  values?: readonly unknown[];
}

export class Documents {
  readonly #schema: Schema;
  readonly #props: Record<string, { propSchema: Record<string, Prop>; content: string }>;
  readonly #chance: Chance;
  #id = 0;

  constructor(editor: BlockNoteEditor, chance: Chance) {
    this.#schema = editor.pmSchema;
    this.#props = editor.schema.blockSchema as never;
    this.#chance = chance;
  }

  doc(): Node {
    return this.#schema.topNodeType.createChecked(null, this.group(0));
  }

  group(depth: number): Node {
    const count = 1 + this.#chance.below(depth === 0 ? 6 : 3);
    return this.#schema.nodes.blockGroup!.createChecked(
      null,
      Array.from({ length: count }, () => this.container(depth)),
    );
  }

  container(depth: number): Node {
    const nested = depth < 4 && this.#chance.happens(0.25) ? [this.group(depth + 1)] : [];
    return this.#schema.nodes.blockContainer!.createChecked(
      { id: `b${this.#id++}-${this.#chance.below(1e9)}` },
      [this.block(), ...nested],
    );
  }

  block(): Node {
    const kinds = Object.keys(this.#props).filter((name) =>
      this.#schema.nodes[name]?.isInGroup("blockContent"),
    );
    const name = this.#chance.of(kinds);
    const type = this.#schema.nodes[name]!;
    const attrs = this.#attrs(name);
    if (name === "table") return this.#table(attrs);
    if (!type.inlineContent) return type.createAndFill(attrs)!;
    return type.createChecked(attrs, this.line(type));
  }

  #attrs(name: string): Record<string, unknown> {
    const attrs: Record<string, unknown> = {};
    for (const [key, prop] of Object.entries(this.#props[name]!.propSchema)) {
      if (!this.#chance.happens(0.4) || !(key in (this.#schema.nodes[name]!.spec.attrs ?? {})))
        continue;
      const type = prop.type ?? typeof prop.default;
      if (prop.values) attrs[key] = this.#chance.of(prop.values);
      else if (type === "number") attrs[key] = 1 + this.#chance.below(500);
      else if (type === "boolean") attrs[key] = this.#chance.happens(0.5);
      else attrs[key] = this.#chance.of(WORDS);
    }
    return attrs;
  }

  /** Letters with marks, and breaks where the line may have them. */
  line(type: Node["type"]): Node[] {
    const nodes: Node[] = [];
    for (let i = this.#chance.below(5); i > 0; i--) {
      const broken = this.#schema.nodes.hardBreak;
      if (broken && this.#chance.happens(0.15) && type.contentMatch.matchType(broken))
        nodes.push(broken.create());
      else
        nodes.push(
          this.#schema.text(
            this.#chance.of(WORDS) + this.#chance.of(WORDS),
            type.allowedMarks(this.marks()),
          ),
        );
    }
    return nodes;
  }

  marks() {
    let marks = this.#schema.text("x").marks;
    for (const type of Object.values(this.#schema.marks)) {
      if (!this.#chance.happens(0.12)) continue;
      const attrs =
        type.name === "link"
          ? { href: `https://${this.#chance.below(9)}.example` }
          : { stringValue: this.#chance.of(["red", "blue"]), id: "1" };
      try {
        marks = type.create(attrs).addToSet(marks);
      } catch {
        continue;
      }
    }
    return marks;
  }

  #table(attrs: Record<string, unknown>): Node {
    const [width, height] = [1 + this.#chance.below(4), 1 + this.#chance.below(4)];
    const taken = new Set<string>();
    const rows: Node[] = [];
    for (let y = 0; y < height; y++) {
      const cells: Node[] = [];
      for (let x = 0; x < width; x++) {
        if (taken.has(`${x},${y}`)) continue;
        let colspan = 1;
        while (
          x + colspan < width &&
          !taken.has(`${x + colspan},${y}`) &&
          this.#chance.happens(0.2)
        )
          colspan++;
        const rowspan = width > colspan ? 1 + this.#chance.below(Math.min(2, height - y)) : 1;
        for (let dy = 0; dy < rowspan; dy++)
          for (let dx = 0; dx < colspan; dx++) taken.add(`${x + dx},${y + dy}`);
        cells.push(this.#cell({ colspan, rowspan }));
      }
      if (cells.length === 0) return this.#table(attrs);
      rows.push(this.#schema.nodes.tableRow!.createChecked(null, cells));
    }
    return this.#schema.nodes.table!.createChecked(attrs, rows);
  }

  #cell(attrs: Record<string, unknown>): Node {
    const line = this.#schema.nodes.tableParagraph!;
    const type = this.#chance.happens(0.2)
      ? this.#schema.nodes.tableHeader!
      : this.#schema.nodes.tableCell!;
    return type.createChecked(attrs, line.createChecked(null, this.line(line)));
  }
}
