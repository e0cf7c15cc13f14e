/** What a link or a picture may point to. */
import { expect, test } from "vitest";
import { isAllowedLink, isLinkInText, linkTo, ownPicture } from "../src/kit/links";

test("web, mail and phone addresses are links", () => {
  for (const href of [
    "https://a.example/x",
    "http://192.168.1.2",
    "mailto:a@b.example",
    "tel:+491",
    "a.example",
  ])
    expect(isAllowedLink(href), href).toBe(true);
});

test("everything that runs, opens programs or hides its scheme is not", () => {
  const bad = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:x",
    " javascript:x",
    "java\u200bscript:x",
    "data:text/html,x",
    "vbscript:x",
    "blob:x",
    "file:///etc/passwd",
    "ms-msdt:x",
    "ftp://a",
    "http://[",
    "",
    null,
    undefined,
  ];
  for (const href of bad) expect(isAllowedLink(href), String(href)).toBe(false);
});

test("pictures come from here or from the text, never from elsewhere", () => {
  for (const url of ["/f/abc_-1", "blob:x", "data:image/png;base64,AA"])
    expect(ownPicture(url)).toBe(url);
  for (const url of [
    "https://a.example/x.png",
    "//a.example/x.png",
    "/f/../x",
    "data:image/svg+xml;base64,AA",
    "data:text/html,x",
  ])
    expect(ownPicture(url)).toBe("");
});

test("a file's name in a text is no address, a host's name is", () => {
  for (const name of ["app.py", "main.rs", "README.md", "a.tar.sh"])
    expect(isLinkInText(name), name).toBe(false);
  for (const name of ["www.example.com", "https://a.example/app.py", "example.org"])
    expect(isLinkInText(name), name).toBe(true);
});

test("an address that somebody wrote becomes the link that they mean, or none", () => {
  const links = {
    "example.org/plan": "https://example.org/plan",
    " https://a.example ": "https://a.example",
    "HTTP://a.example": "HTTP://a.example",
    "printer:631": "https://printer:631",
    "anna@a.example": "mailto:anna@a.example",
    "mailto:anna@a.example": "mailto:anna@a.example",
    "tel:+491": "tel:+491",
  };
  for (const [typed, href] of Object.entries(links)) expect(linkTo(typed), typed).toBe(href);
  for (const typed of [
    "",
    "  ",
    "two words",
    "javascript:alert(1)",
    "JavaScript:x",
    "data:text/html,x",
    "file:///etc/passwd",
  ])
    expect(linkTo(typed), typed).toBeNull();
});
