/** What is shown while it is asked for, and kept up as people write, come, go, scroll and point. */
import type { EditorView } from "@tiptap/pm/view";
import { onPeople } from "../../people/presence";
import type { PadSession } from "../session";
import type { Absence } from "./absence";
import { Layer, rootOf } from "./layer";
import type { Moved } from "./moved";
import { News } from "./news";
import { apart, type Author, type Writers } from "./writers";
import { blocksIn, Reading } from "./written";

/** All of the text is looked through for who wrote in it, so long (ms) after an edit. */
const LIST_MS = 300;
/** While a word is composed, the text can't be read: it is tried again after so long (ms). */
const AGAIN_MS = 200;

interface Showing {
  view: EditorView;
  layer: HTMLElement;
  moved: Moved;
  writers: Writers;
  session: PadSession;
  /** When one was away; what is new since is told apart. */
  absence: Absence | null;
}

interface Hears {
  /** Who wrote in the text, in its order. */
  onAuthors: (authors: readonly Author[]) => void;
  /** Who wrote where one points, or where the caret is. */
  onPointed: (authors: readonly Author[]) => void;
  /** Whether something in the text is new to whoever was away. */
  onNews: (isThere: boolean) => void;
}

export interface Shows {
  /** What this person wrote stands out. */
  light(of: string | null): void;
  /** Brings the next place into sight at which something is new; `byKey`: the caret, too. */
  toNews(byKey: boolean): void;
  stop(): void;
}

const alike = (a: readonly Author[], b: readonly Author[]): boolean =>
  a.length === b.length && a.every(({ of, name }, i) => of === b[i]?.of && name === b[i]?.name);

export function showing(of: Showing, hears: Hears): Shows {
  const shown = new Shown(of, hears);
  return {
    light: (person) => shown.light(person),
    toNews: (byKey) => shown.toNews(byKey),
    stop: () => shown.stop(),
  };
}

class Shown {
  readonly #of: Showing;
  readonly #hears: Hears;
  readonly #reading: Reading;
  readonly #news: News;
  readonly #layer: Layer;
  readonly #stops: (() => void)[] = [];
  #called: ReadonlyMap<string, Author> = new Map();
  #pointed: readonly Author[] = [];
  #lit: string | null = null;
  #frame = 0;
  #list: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(of: Showing, hears: Hears) {
    const { view, layer, moved, writers, absence, session } = of;
    [this.#of, this.#hears] = [of, hears];
    this.#reading = new Reading(moved, absence?.seen ?? null);
    const authorOf = (client: number): Author | null => {
      const author = writers.of(client);
      return author && (this.#called.get(author.of) ?? author);
    };
    const isOwn = (client: number) =>
      session.view().people.some(({ me, id }) => me && id === writers.of(client)?.of);
    this.#news = new News({ view, reading: this.#reading, since: absence?.at ?? 0, isOwn });
    this.#layer = new Layer({ view, layer, reading: this.#reading, authorOf, news: this.#news });
    writers.onChanged = this.#listSoon;
    writers.askAnew();
    this.#listen();
    this.#lookThrough();
  }

  #listen(): void {
    const { view, session } = this.#of;
    const sized = new ResizeObserver(this.#drawSoon);
    sized.observe(view.dom);
    session.doc.on("afterTransaction", this.#edited);
    this.#stops.push(
      () => sized.disconnect(),
      () => session.doc.off("afterTransaction", this.#edited),
      onPeople(session.provider.awareness, this.#listSoon),
    );
    const on = (to: EventTarget, name: string, hear: (event: never) => void) => {
      to.addEventListener(name, hear as EventListener, { passive: true });
      this.#stops.push(() => to.removeEventListener(name, hear as EventListener));
    };
    on(window, "scroll", this.#drawSoon);
    on(window, "resize", this.#drawSoon);
    on(document, "selectionchange", this.#caret);
    on(view.dom, "pointermove", this.#hovers);
    on(view.dom, "pointerup", this.#points);
    on(view.dom, "pointerleave", this.#caret);
  }

  readonly #edited = (): void => {
    this.#drawSoon();
    this.#listSoon();
  };

  readonly #drawSoon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#layer.draw()) this.#layer.light(this.#lit);
      else this.#again ??= setTimeout(this.#retry, AGAIN_MS);
    });
  };

  readonly #retry = (): void => {
    this.#again = undefined;
    this.#drawSoon();
  };

  readonly #listSoon = (): void => {
    this.#list ??= setTimeout(() => this.#lookThrough(), LIST_MS);
  };

  /** Finds all who wrote in the text: of blocks that are as they were, what was read of them is known. */
  #lookThrough(): void {
    this.#list = undefined;
    const root = rootOf(this.#of.view);
    if (!root) return this.#listSoon();
    const clients = new Set<number>();
    for (const block of blocksIn(root))
      for (const { client } of this.#reading.of(block)) clients.add(client);
    const authors = [...clients].map((client) => this.#of.writers.of(client));
    this.#called = apart(authors.filter((author) => author !== null));
    const isKnown = authors.every((author) => author !== null);
    if (isKnown || this.#called.size > 0) this.#hears.onAuthors([...this.#called.values()]);
    // whose words they are decides whether they are new
    if (isKnown) this.#hears.onNews(this.#news.look(root));
    this.#drawSoon();
  }

  #point(authors: readonly Author[]): void {
    if (alike(authors, this.#pointed)) return;
    this.#pointed = authors;
    this.#hears.onPointed(authors);
  }

  readonly #caret = (): void => {
    const { view } = this.#of;
    this.#point(view.hasFocus() ? this.#layer.at(view.state.selection.head) : []);
  };

  readonly #hovers = (event: PointerEvent): void => {
    if (event.pointerType === "mouse") this.#points(event);
  };

  readonly #points = ({ clientX: left, clientY: top }: PointerEvent): void => {
    const seen = this.#layer.beside(top);
    if (!seen || seen.authors.length < 2) return this.#point(seen?.authors ?? []);
    const place = this.#of.view.posAtCoords({ left, top });
    this.#point(place ? this.#layer.at(place.pos) : seen.authors);
  };

  light(of: string | null): void {
    this.#lit = of;
    this.#layer.light(of);
  }

  toNews(byKey: boolean): void {
    const root = rootOf(this.#of.view);
    if (root) this.#news.show(root, byKey);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#list);
    clearTimeout(this.#again);
    this.#of.writers.onChanged = () => {};
    for (const stop of this.#stops) stop();
    this.#news.stop();
    this.#layer.clear();
  }
}
