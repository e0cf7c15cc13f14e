/**
 * How a block refers to a file: `/f/ID`, and behind it, for pages alone, who brought it, when, and how large it is. A block whose
 * file is on its way has no path yet, but the number of that way.
 */

export interface FileReference {
  /** `/f/ID`; "" while it is on its way. */
  path: string;
  /** Which way in it is, on which page. */
  way?: string;
  by?: string;
  /** Seconds since 1970. */
  at?: number;
  bytes?: number;
  /** Of a picture (px). */
  width?: number;
  height?: number;
}

const NUMBERS = { t: "at", s: "bytes", w: "width", h: "height" } as const;

export function parseReference(url: string): FileReference {
  const cut = url.indexOf("#");
  const said = new URLSearchParams(cut < 0 ? "" : url.slice(cut + 1));
  const reference: FileReference = { path: cut < 0 ? url : url.slice(0, cut) };
  for (const [short, name] of Object.entries(NUMBERS)) {
    const number = Number(said.get(short));
    if (Number.isFinite(number) && number > 0) reference[name as "at"] = number;
  }
  const [by, way] = [said.get("b"), said.get("up")];
  if (by) reference.by = by.slice(0, 64);
  if (way) reference.way = way;
  return reference;
}

export function writeReference({ path, way, by, at, bytes, width, height }: FileReference): string {
  const said = new URLSearchParams();
  if (way) said.set("up", way);
  if (by) said.set("b", by);
  for (const [name, value] of Object.entries({ t: at, s: bytes, w: width, h: height }))
    if (value) said.set(name, String(Math.round(value)));
  return `${path}#${said.toString()}`;
}

/** Whether a file is on its way to where this stands. */
export const isOnItsWay = (url: string): boolean => url.startsWith("#") && url.includes("up=");
