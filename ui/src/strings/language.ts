/** Which language the page speaks: the one that was chosen, else the first of the browser's that it has, else English. */
import { useSyncExternalStore } from "react";
import { speak, type First, type Rest } from ".";
import { en } from "./en";

/** What the folder of a language brings: what is said at once, and the way to what comes behind it. */
interface Language<More = Rest> {
  words: First;
  rest: () => Promise<More>;
}

/** A sentence that is missing in one of them is an error here. */
const OTHERS = {
  de: () => import("./de"),
  fr: () => import("./fr"),
  nl: () => import("./nl"),
  it: () => import("./it"),
  es: () => import("./es"),
  pt: () => import("./pt"),
  pl: () => import("./pl"),
  uk: () => import("./uk"),
  tr: () => import("./tr"),
  ar: () => import("./ar"),
  he: () => import("./he"),
  hi: () => import("./hi"),
  zh: () => import("./zh"),
  ja: () => import("./ja"),
  ko: () => import("./ko"),
} satisfies Record<string, () => Promise<Language>>;

export type Tag = "en" | keyof typeof OTHERS;
export const TAGS = ["en", ...Object.keys(OTHERS)] as Tag[];
const RIGHT_TO_LEFT: readonly string[] = ["ar", "he"];

/** Where the choice is kept: one of these tags, nothing else. */
const STORED = "fadepad.language";
/** What has not come by then (ms) is said in English until it is here. */
const WAIT_MS = 3000;
/** When that is asked for again which did not come (ms). */
const AGAIN_MS = 2000;

const after = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const english = async (): Promise<Language<Partial<Rest>>> => ({
  words: en,
  rest: async () => ({}),
});

let spoken: Tag = "en";
/** How often there was something new to say: a language comes in two pieces. */
let said = 0;
/** The one that was asked for last, maybe still on its way. */
let asked: Tag = "en";
let behind: Promise<unknown> = Promise.resolve();
const listeners = new Set<() => void>();

/** What has not come is said in English. */
function say(tag: Tag, words: First, rest?: Partial<Rest>): void {
  if (tag !== asked) return;
  spoken = tag;
  said += 1;
  speak({ ...en, ...words, ...rest }, tag);
  document.documentElement.lang = tag;
  document.documentElement.dir = RIGHT_TO_LEFT.includes(tag) ? "rtl" : "ltr";
  for (const listener of listeners) listener();
}

const fetched = (tag: Tag): Promise<Language<Partial<Rest>>> => ({ ...OTHERS, en: english })[tag]();

/** The language that a tag such as `pt-BR` means. */
const known = (tag: string | null): Tag | undefined =>
  TAGS.find((each) => each === tag?.split(/[-_]/)[0]?.toLowerCase());

function remembered(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null; // storage is switched off
  }
}

function remember(tag: Tag): void {
  try {
    localStorage.setItem(STORED, tag);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
}

/** `?lang=` of the address is a choice, and leaves it, so that a later one counts. */
function addressed(): Tag | undefined {
  const url = new URL(location.href);
  const tag = known(url.searchParams.get("lang"));
  if (!tag) return undefined;
  remember(tag);
  url.searchParams.delete("lang");
  history.replaceState(history.state, "", url);
  return tag;
}

/** Called once, and answers when there is a language to draw the page in: English, where another does not come. */
export async function startLanguage(): Promise<void> {
  say("en", en);
  asked =
    addressed() ?? known(remembered()) ?? navigator.languages.map(known).find(Boolean) ?? "en";
  if (asked === "en") return;
  await Promise.race([come(asked), after(WAIT_MS)]);
}

/** Speaks this language as soon as it is here; it is asked for again where it does not come. */
async function come(tag: Tag): Promise<void> {
  try {
    const { words, rest } = await fetched(tag);
    say(tag, words);
    behind = comeWhole(tag, words, rest);
  } catch {
    void after(AGAIN_MS).then(() => (tag === asked ? come(tag) : undefined));
  }
}

const comeWhole = (tag: Tag, words: First, rest: () => Promise<Partial<Rest>>): Promise<unknown> =>
  rest().then(
    (more) => say(tag, words, more),
    () => after(AGAIN_MS).then(() => (tag === asked ? comeWhole(tag, words, rest) : undefined)),
  );

/** When there are the sentences of a piece of the page that is fetched. */
export const worded = (): Promise<unknown> => Promise.race([behind, after(WAIT_MS)]);

/** Speaks another language from now on, as soon as all of it is here, and remembers it. Fails where it does not come. */
export async function chooseLanguage(tag: Tag): Promise<void> {
  const before = asked;
  asked = tag;
  try {
    const { words, rest } = await fetched(tag);
    say(tag, words, await rest());
    if (asked === tag) remember(tag);
  } catch (error) {
    if (asked === tag) asked = before;
    throw error;
  }
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** What a language calls itself: "Deutsch", "Français". */
export function nameOf(tag: Tag): string {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** The language in use. What asks for it is drawn anew when that changes, with all that stands in it. */
export function useLanguage(): Tag {
  useSyncExternalStore(subscribe, () => said);
  return spoken;
}
