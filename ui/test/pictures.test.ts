/** What a block says of its file, what others tell of theirs, and which files of a copy come in. */
import { describe, expect, test } from "vitest";
import { ownPicture } from "../src/kit/links";
import { isOnItsWay, parseReference, writeReference } from "../src/pad/pictures/reference";
import { timeOfDay } from "../src/kit/device";
import { sizeText } from "../src/kit/sizes";
import { speak } from "../src/strings";
import { en } from "../src/strings/en";
import { cleanState } from "../src/people/presence";

const ID = "/f/0123456789abcdef0123456789abcdef";

describe("a reference to a file", () => {
  test("says who brought it, when and how large it is, and is read back the same", () => {
    const reference = {
      path: ID,
      by: 'Zoë & "K" <#>',
      at: 1_790_000_000,
      bytes: 120_034,
      width: 2560,
      height: 1441,
    };
    const url = writeReference(reference);
    expect(parseReference(url)).toEqual(reference);
    expect(ownPicture(url)).toBe(url);
    expect(isOnItsWay(url)).toBe(false);
  });

  test("of a file that is on its way shows nothing of anywhere", () => {
    const url = writeReference({ path: "", way: "a1", by: "Milo" });
    expect(isOnItsWay(url)).toBe(true);
    expect(ownPicture(url)).toBe("");
  });

  test("that others have written in any way is read without harm", () => {
    for (const url of ["", "#", `${ID}#t=x&s=-1&w=1e999`, `${ID}#%`, "https://a.example/#up=1"])
      expect(parseReference(url)).toMatchObject({ path: url.split("#")[0] });
    expect(ownPicture(`${ID}#"onerror=alert(1)`)).toBe("");
  });
});

test("of what others tell of their files only numbers are kept", () => {
  const sends = { a: [1, 2], b: ["<b>", 2], c: [1], d: null, e: [Number.NaN, 1] };
  expect(cleanState({ sends })?.sends).toEqual({ a: [1, 2] });
  expect(cleanState({ sends: "all" })).toEqual({});
});

test("bytes are told as people read them", () => {
  expect([0, 1, 99_500, 999_999, 2_900_000, 14_400_000].map(sizeText)).toEqual([
    "0 KB",
    "1 KB",
    "100 KB",
    "1000 KB",
    "2.9 MB",
    "14 MB",
  ]);
});

test("sizes and times of day are written as the language in use writes them", () => {
  const noon = new Date(2026, 10, 30, 14, 5);
  const told = (tag: string) => {
    speak(en, tag);
    return [sizeText(48_000), sizeText(2_900_000), timeOfDay(noon)].join(" · ");
  };
  expect(["en", "de", "fr", "uk", "ja", "ar"].map(told)).toEqual([
    "48 KB · 2.9 MB · 14:05",
    "48 KB · 2,9 MB · 14:05",
    "48\u202fko · 2,9\u202fMo · 14:05",
    "48 кБ · 2,9 МБ · 14:05",
    "48 KB · 2.9 MB · 14:05",
    "48 كيلوبايت · 2.9 م.ب · 14:05",
  ]);
  speak(en);
});
