/** What a key says of the link that it comes from. */
import { expect, test } from "vitest";
import { roleOfKey } from "../src/kit/padKeys";

test("a key says which link it comes from, and what is none says nothing", () => {
  // as a server gives them out
  expect(roleOfKey("AQIAAESU3ErhIOtfaw6ENJ_4bX7fiSoEi5FNoP8O0jc")).toBe("host");
  expect(roleOfKey("AQEAAESU3ErhIOtfaw6ENA6gOvQBfHvPC59fnROe4Rs")).toBe("edit");
  expect(roleOfKey("AQAAAESU3ErhIOtfaw6ENE7DVqdfgFW8U1tviUlKWgY")).toBe("view");
  expect(roleOfKey("AQL_AESU")).toBe("host");
  for (const none of ["", "A", "not a key", "zzzz", "AQkA"]) expect(roleOfKey(none)).toBeNull();
});
