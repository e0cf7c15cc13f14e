/** From Yjs to what is shown. It reads only: whatever stands in the document, reading leaves it as it is. */
import { Mark, type Attrs, type Node, type NodeType, type Schema } from "prosemirror-model";
import * as Y from "yjs";
import { marksOf } from "./marks";
import {
  contentFrom,
  fit,
  isGroupType,
  isHollow,
  madeUp,
  misfitFor,
  misfitInLine,
} from "./misfits";
import { carrying, lettersFrom, type Segment } from "./objects";
import { attrsOf } from "./range";
import { Part, Run, type Kid } from "./shown";
import { isTable, whole } from "./tables";
import { contentOf, nameOf, type AnyType, type Source } from "./yjs";

/** Deeper than people nest, and far from what a browser's stack or layout can't bear. */
const DEPTH_MAX = 120;

const ROOT_NAME = "root";

/** What a reading may lean on. */
export interface Before {
  /** What was read before and has not changed since. */
  known(type: AnyType): Kid | undefined;
  /** What was read before and has changed only in these children. */
  changedBelow(
    type: AnyType,
  ): { part: Part; below: readonly AnyType[]; placeOf: (type: AnyType) => number } | undefined;
}
const nothing: Before = { known: () => undefined, changedBelow: () => undefined };

export class Reader {
  readonly #schema: Schema;
  readonly #before: Before;

  constructor(schema: Schema, before: Before = nothing) {
    this.#schema = schema;
    this.#before = before;
  }

  /** The whole document. An empty fragment shows what the schema begins with. */
  root(fragment: Y.XmlFragment): Part {
    const type = this.#schema.topNodeType;
    const things = contentOf(fragment);
    if (things.length === 0) {
      const empty = type.createAndFill() as Node;
      return new Part(fragment, empty, madeUp(empty, ROOT_NAME).kids);
    }
    const { elements, others } = this.#roots(things);
    const [first, ...more] = elements.map((element) => this.#element(element, 1));
    const foreign = [
      ...more.flatMap((part) => (part && !isHollow(part) ? part.kids : [])),
      ...others,
    ];
    const group =
      first ?? madeUp(type.contentMatch.defaultType?.createAndFill() as Node, ROOT_NAME);
    const full = foreign.length === 0 ? group : this.#joined(group, foreign);
    return this.#compose(fragment, type, null, [full]);
  }

  /** The elements that can be the page, and whatever else was put beside them. */
  #roots(things: readonly unknown[]): { elements: Y.XmlElement[]; others: unknown[] } {
    const { contentMatch } = this.#schema.topNodeType;
    const isPage = (thing: unknown): thing is Y.XmlElement => {
      const type = thing instanceof Y.XmlElement && this.#schema.nodes[thing.nodeName];
      return Boolean(type && contentMatch.matchType(type));
    };
    return { elements: things.filter(isPage), others: things.filter((thing) => !isPage(thing)) };
  }

  /** A group with more at its end that stands elsewhere in the document. */
  #joined(group: Part, more: readonly unknown[]): Part {
    const { type } = group.node;
    const kids = more.flatMap((thing) =>
      thing instanceof Part ? [thing] : (misfitFor(thing, type.contentMatch, this.#schema) ?? []),
    );
    if (kids.length === 0) return group;
    const all = [...group.kids, ...kids];
    const joined = new Part(group.source, group.node.copy(contentFrom(type, all)), all);
    joined.mixed = true;
    return joined;
  }

  /** `null` for what this schema has no node for, and for what fails. */
  #element(element: Y.XmlElement, depth: number): Part | null {
    const known = this.#before.known(element as AnyType);
    if (known instanceof Part && !known.misfit && !known.mixed) return known;
    const type = this.#schema.nodes[element.nodeName];
    if (!type || type.isText || type === this.#schema.topNodeType || depth > DEPTH_MAX) return null;
    try {
      const refreshed = this.#refreshed(element, depth);
      if (refreshed) return refreshed;
      const part = this.#compose(
        element,
        type,
        attrsOf(type, element),
        this.#children(element, type, depth),
      );
      return isTable(part.node) ? whole(part) : part;
    } catch (error) {
      console.warn("a part can't be shown", error instanceof Error ? error.message : "");
      return null;
    }
  }

  /** The short way: the same node with some children read anew. */
  #refreshed(element: Y.XmlElement, depth: number): Part | null {
    const before = this.#before.changedBelow(element as AnyType);
    if (!before || isTable(before.part.node)) return null;
    const { part, below } = before;
    const kids = [...part.kids];
    let { content } = part.node;
    for (const type of below) {
      const at = before.placeOf(type);
      const kid = at < 0 ? null : this.#element(type as Y.XmlElement, depth + 1);
      const old = kids[at];
      if (
        !kid ||
        isHollow(kid) ||
        !(old instanceof Part) ||
        old.misfit ||
        old.node.type !== kid.node.type ||
        part.node.inlineContent
      )
        return null;
      kids[at] = kid;
      content = content.replaceChild(at, kid.node);
    }
    return new Part(part.source, part.node.copy(content), kids);
  }

  /** What a node has in it: parts, runs of letters, and things for which there is nothing to show. */
  #children(element: Y.XmlElement, type: NodeType, depth: number): unknown[] {
    const found: unknown[] = [];
    let texts: Y.XmlText[] = [];
    const flush = () => {
      if (texts.length > 0) found.push(this.run(texts, type));
      texts = [];
    };
    for (const thing of contentOf(element)) {
      if (type.inlineContent && thing instanceof Y.XmlText) texts.push(thing);
      else if (thing instanceof Y.XmlElement) {
        flush();
        const part = this.#element(thing, depth + 1);
        const grey =
          type.inlineContent && !part?.node.isInline ? misfitInLine(thing, this.#schema) : null;
        found.push(grey ?? part ?? thing);
      } else if (!(thing instanceof Y.XmlText && thing.length === 0)) {
        flush();
        found.push(thing);
      }
    }
    flush();
    return found;
  }

  /** Texts that stand side by side are one run. */
  run(texts: readonly Y.XmlText[], parent: NodeType): Run {
    const [only] = texts;
    const known = texts.length === 1 && only ? this.#before.known(only as AnyType) : undefined;
    if (known instanceof Run && known.texts.length === 1) return known;
    const nodes: Node[] = [];
    let veiled = false;
    for (const text of texts) {
      for (const segment of text.toDelta() as Segment[]) {
        const marked = marksOf(this.#schema, carrying(segment));
        veiled ||= marked.veiled;
        const marks = parent.allowsMarks(marked.marks)
          ? marked.marks
          : parent.allowedMarks(marked.marks);
        const letters = lettersFrom(segment.insert);
        if (letters) addLetters(nodes, this.#schema, letters, marks);
      }
    }
    return new Run(texts, nodes, veiled);
  }

  #compose(source: Source, type: NodeType, attrs: Attrs | null, things: readonly unknown[]): Part {
    const clean = things.every(
      (thing) => thing instanceof Run || (thing instanceof Part && !isHollow(thing)),
    );
    if (clean) {
      const kids = things as Kid[];
      const content = contentFrom(type, kids);
      if (
        !(kids.some((kid) => kid instanceof Run) && !type.inlineContent) &&
        type.validContent(content)
      ) {
        return new Part(source, type.create(attrs, content), kids);
      }
    }
    return this.#arranged(source, type, attrs, things);
  }

  /** The long way, for what does not simply fit. */
  #arranged(source: Source, type: NodeType, attrs: Attrs | null, things: readonly unknown[]): Part {
    const kids: Kid[] = [];
    const strays: unknown[] = [];
    for (const thing of things) {
      if (thing instanceof Part || thing instanceof Run) kids.push(thing);
      else {
        const { contentMatch } = type;
        const misfit =
          kids.length === 0 ||
          !contentMatch.matchType(kids[0] instanceof Part ? kids[0].node.type : type)
            ? misfitFor(thing, contentMatch, this.#schema)
            : this.#misfitAfter(type, kids, thing);
        if (misfit) kids.push(misfit);
        else strays.push(thing);
      }
    }
    const fitted = fit(type, kids, nameOf(source));
    const over = [
      ...strays,
      ...fitted.strays
        .map((kid) => (kid instanceof Part ? kid.source : kid.texts[0]))
        .filter(Boolean),
    ];
    const all = over.length > 0 ? this.#nested(type, fitted.kids, over) : fitted.kids;
    return new Part(source, type.createChecked(attrs, contentFrom(type, all)), all);
  }

  /** The grey block that a place allows after these children. */
  #misfitAfter(type: NodeType, kids: readonly Kid[], thing: unknown): Part | null {
    const nodes = kids.flatMap((kid) => (kid instanceof Part ? [kid.node] : []));
    const match = type.contentMatch.matchFragment(
      contentFrom(
        type,
        nodes.map((node) => new Part(null, node, [])),
      ),
    );
    return match ? misfitFor(thing, match, this.#schema) : null;
  }

  /** What a block has too much of stands below it, as blocks that can't be shown. */
  #nested(type: NodeType, kids: readonly Kid[], strays: readonly unknown[]): Kid[] {
    const last = kids.at(-1);
    if (last instanceof Part && isGroupType(last.node.type))
      return [...kids.slice(0, -1), this.#joined(last, strays)];
    const match = type.contentMatch.matchFragment(contentFrom(type, kids));
    const group =
      match?.defaultType ?? (match && match.edgeCount > 0 ? match.edge(0).type : undefined);
    if (type.inlineContent || !group || !isGroupType(group)) return [...kids];
    const below = strays.flatMap(
      (thing) => misfitFor(thing, group.contentMatch, this.#schema) ?? [],
    );
    return below.length === 0
      ? [...kids]
      : [
          ...kids,
          new Part(
            null,
            group.create(
              null,
              below.map(({ node }) => node),
            ),
            below,
          ),
        ];
  }
}

/** Adds letters to a row of text nodes, joined to the last one where that looks the same. */
function addLetters(nodes: Node[], schema: Schema, letters: string, marks: readonly Mark[]): void {
  const last = nodes.at(-1);
  if (last && Mark.sameSet(last.marks, marks))
    nodes[nodes.length - 1] = schema.text((last.text ?? "") + letters, marks);
  else nodes.push(schema.text(letters, marks));
}
