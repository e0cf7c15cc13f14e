/** A person at a browser, whichever it is: a page that is looked into, a pointer, and real keys. */

/** The engines that people's browsers are made of. WebKitGTK is the nearest to Safari that runs on Linux. */
export type Engine = "chromium" | "firefox" | "webkit";

export interface Point {
  x: number;
  y: number;
}

/** A function that runs in the page. It closes over nothing: what it needs it is given. */
export type InPage<A extends unknown[], T> = (...args: A) => T;

/** One page of a browser of one's own. */
export interface Hands {
  readonly engine: Engine;
  go(url: string): Promise<void>;
  run<A extends unknown[], T>(inPage: InPage<A, T>, ...args: A): Promise<T>;
  /** Clicks at a point of the viewport. */
  clickAt(point: Point): Promise<void>;
  /** Holds the button down from one point to the other. */
  drag(from: Point, to: Point): Promise<void>;
  /** Types letter by letter; `\n` is Enter, `\t` is Tab. */
  type(words: string): Promise<void>;
  /** Presses keys together, by their names in `KeyboardEvent.key`: `press("Control", "End")`. */
  press(...keys: string[]): Promise<void>;
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that opens pages for as many people as a test needs. */
export interface Browser {
  open(): Promise<Hands>;
  close(): Promise<void>;
}
