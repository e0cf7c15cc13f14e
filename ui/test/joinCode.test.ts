/** Codes as people type and paste them. */
import { expect, test } from "vitest";
import { readCode } from "../src/home/joinCode";

test("a code is read in any case and with any spaces", () => {
  expect(readCode("k7q pm3")).toEqual({ code: "K7QPM3", strange: "" });
  expect(readCode(" K7Q-PM3 ")).toEqual({ code: "K7QPM3", strange: "" });
});

test("a pasted join link gives its code", () => {
  expect(readCode("HTTP://192.168.1.20:7780/J/K7QPM3").code).toBe("K7QPM3");
});

test("letters that are in no code are left out and named", () => {
  expect(readCode("kO0Il1u7")).toEqual({ code: "K7", strange: "O0IL1U" });
});

test("more than six characters are cut", () => {
  expect(readCode("ABCDEFGH").code).toBe("ABCDEF");
});
