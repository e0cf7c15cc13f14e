/** Every language says all that English says: each sentence, with any value, in words of its own. */
import { expect, test, vi } from "vitest";
import type { First, Rest } from "../src/strings";
import type { Forms } from "../src/strings/grammar";
import { en } from "../src/strings/en";
import * as parts from "../src/strings/en/parts";

/** Forms that no number of a language asks for. */
const odd = vi.hoisted(() => new Map<string, Set<string>>());
vi.mock("../src/strings/grammar", async (original) => {
  const real = await original<typeof import("../src/strings/grammar")>();
  return {
    ...real,
    pluralOf: (language: string) => {
      const rules: string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const plural = real.pluralOf(language);
      return (n: number, forms: Forms) => {
        const given = Object.keys(forms);
        const wrong = given.filter((rule) => !rules.includes(rule));
        if (wrong.length > 0) {
          const of = odd.get(language) ?? new Set<string>();
          odd.set(language, of.add(`${wrong.join()}: ${Object.values(forms).join(" / ")}`));
        }
        return plural(n, forms);
      };
    },
  };
});

interface Brought {
  words: First;
  rest: () => Promise<Rest>;
}
const folders = import.meta.glob<Brought>(["../src/strings/??/index.ts", "!../src/strings/en/*"]);
const english: Record<string, unknown> = { ...en, ...parts };

/** What is the same word in this language, too, or in all of them: a name, a sign, a code. */
const ALIKE =
  /^(Fadepad|Wi-Fi…?|PIN|Markdown|Word|OpenDocument|PDF|md|docx|odt|html|txt|yjs|zip|example\.org|Text|Emoji|\+?\d+)$/;

/** What is handed to a sentence: by its place where it takes more than numbers and names. */
const GIVEN: Record<string, unknown[][]> = {
  onDay: [0, 1, 4].map((days) => ["18:00", days, new Date(2026, 10, 27)]),
  "share.code": [["K7QPM3"]],
  "start.nearOn": [["laptop"]],
  "pictures.of": [["3 MB", "8 MB"]],
  "pictures.tooLarge": [["14 MB", "10 MB"]],
  "bring.refused.large": [["notes.md", "14 MB"]],
  "start.notInAlphabet": [["O"], ["O, U"]],
  "fresh.unread": [[["ttl=soon", "name=Ä"]]],
  "bring.found": [1, 2, 5].map((n) => ["8 KB", { lines: n, boxes: n, pictures: n }]),
  "decided.newLinks": ["edit", "view", "host"].flatMap((of) => [
    [null, of],
    ["Jana", of],
  ]),
  "newLinks.made": ["edit", "view", "host"].flatMap((of) => [
    [of, null],
    [of, "Jana"],
  ]),
};
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 59, 60, 90, 100, 3600, 5400];

/** Values for a sentence of which only the number of values is known. */
function valuesFor(path: string, count: number): unknown[][] {
  const given = GIVEN[path];
  if (given) return given;
  return NUMBERS.flatMap((n) => [
    Array.from({ length: count }, () => n),
    Array.from({ length: count }, (_, at) => (at === 0 ? "Jana" : n)),
    Array.from({ length: count }, (_, at) => (at === count - 1 ? "18:00" : n)),
    Array.from({ length: count }, (_, at) => (at === 0 ? null : n)),
  ]);
}

/** What is wrong with what a language says, against English. */
function faultsOf(path: string, model: unknown, said: unknown): string[] {
  if (typeof model === "string") {
    if (typeof said !== "string" || (model.trim() && !said.trim())) return [`${path}: missing`];
    return /undefined|NaN|\[object/.test(said) && !/undefined|NaN|\[object/.test(model)
      ? [`${path}: ${said}`]
      : [];
  }
  if (typeof model === "function") {
    if (typeof said !== "function") return [`${path}: no function`];
    return valuesFor(path, model.length).flatMap((values) => {
      let told: unknown;
      try {
        told = model(...values);
      } catch {
        return []; // no value that it is made for
      }
      const at = `${path}(${values.join()})`;
      try {
        return faultsOf(at, told, said(...values));
      } catch {
        return faultsOf(at, told, said(...values.map(String))); // a time or a size, where a number means nothing
      }
    });
  }
  if (model === null || typeof model !== "object") return [];
  if (said === null || typeof said !== "object") return [`${path}: missing`];
  const [own, theirs] = [Object.keys(model), Object.keys(said)];
  // what is found in a file has as many sentences as there are kinds of it
  if (Array.isArray(model) && own.length !== theirs.length)
    return [`${path}: ${theirs.length} parts in the place of ${own.length}`];
  return own.flatMap((key) =>
    faultsOf(path ? `${path}.${key}` : key, Reflect.get(model, key), Reflect.get(said, key)),
  );
}

/** Sentences of more than a word that are the same in both. */
function alikeOf(path: string, model: unknown, said: unknown): string[] {
  if (typeof model === "string")
    return model === said && /\p{L}{3}/u.test(model) && / /.test(model.trim()) && !ALIKE.test(model)
      ? [`${path}: ${model}`]
      : [];
  if (model === null || typeof model !== "object" || !said) return [];
  return Object.keys(model).flatMap((key) =>
    alikeOf(path ? `${path}.${key}` : key, Reflect.get(model, key), Reflect.get(said, key)),
  );
}

test("sixteen languages are there", () => {
  expect(Object.keys(folders)).toHaveLength(15); // and English
});

for (const [file, load] of Object.entries(folders)) {
  const tag = /strings\/(\w+)\//.exec(file)?.[1] ?? "";

  test(`${tag} says every sentence, whatever the numbers and names, and none in English`, async () => {
    const { words, rest } = await load();
    const said: Record<string, unknown> = { ...words, ...(await rest()) };
    expect(faultsOf("", english, said)).toEqual([]);
    expect(alikeOf("", english, said)).toEqual([]);
    expect(Object.keys(said).filter((key) => !(key in english) && key !== "editor")).toEqual([]);
    expect([...(odd.get(tag) ?? [])], "forms of numbers").toEqual([]);
  });
}
