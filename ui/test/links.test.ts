/** What a link or a picture may point to. */
import { expect, test } from "vitest";
import { isAllowedLink, isLinkInText, ownPicture } from "../src/kit/links";

test("web, mail and phone addresses are links", () => {
  for (const href of ["https://a.example/x", "http://192.168.1.2", "mailto:a@b.example", "tel:+491", "a.example"]) expect(isAllowedLink(href), href).toBe(true);
});

test("everything that runs, opens programs or hides its scheme is not", () => {
  const bad = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\u0001javascript:x", " javascript:x", "java\u200bscript:x",
    "data:text/html,x", "vbscript:x", "blob:x", "file:///etc/passwd", "ms-msdt:x", "ftp://a", "http://[", "", null, undefined];
  for (const href of bad) expect(isAllowedLink(href), String(href)).toBe(false);
});

test("pictures come from here or from the text, never from elsewhere", () => {
  for (const url of ["/f/abc_-1", "blob:x", "data:image/png;base64,AA"]) expect(ownPicture(url)).toBe(url);
  for (const url of ["https://a.example/x.png", "//a.example/x.png", "/f/../x", "data:image/svg+xml;base64,AA", "data:text/html,x"]) expect(ownPicture(url)).toBe("");
});

test("a file's name in a text is no address, a host's name is", () => {
  for (const name of ["app.py", "main.rs", "README.md", "a.tar.sh"]) expect(isLinkInText(name), name).toBe(false);
  for (const name of ["www.example.com", "https://a.example/app.py", "example.org"]) expect(isLinkInText(name), name).toBe(true);
});
