/**
 * What somebody who wants a script to run on others' pages writes: into links, files, words, names, colours and presence,
 * each by its name.
 */
import { block, element, put, table, text, type Make } from "./malformed";

/** What the scripts would do; a page on which one ran has a dialog, and asks an address that is nobody's. */
const RUN = "alert('ran');fetch('http://elsewhere.invalid/ran')";
const TAG = `<img src=x onerror="${RUN}">`;
const AWAY = "http://elsewhere.invalid/seen";
const CSS = `red;background:url(${AWAY}.png)`;
/** Must be readable in every copy, beside whatever the script was written into. */
export const WORDS = "honest words";

const link = (value: unknown): Make =>
  put(text((line) => line.insert(0, WORDS, { link: value as never })));
const goes = (href: unknown): Make => link({ href });
const marked = (mark: string, value: unknown): Make =>
  put(text((line) => line.insert(0, WORDS, { [mark]: value as never })));
const words = (letters: string, name = "paragraph", attrs: Record<string, unknown> = {}): Make =>
  put(block(element(name, attrs, `${WORDS} ${letters}`)));
const file = (name: string, attrs: Record<string, unknown>): Make =>
  put(block(element(name, { name: WORDS, ...attrs })), block(element("paragraph", {}, WORDS)));
const styled = (attrs: Record<string, unknown>): Make =>
  put(block(element("paragraph", attrs, WORDS)));
const named = (id: string): Make =>
  put(element("blockContainer", { id }, element("paragraph", {}, WORDS)));

export const scripts = (): Record<string, Make> => ({
  "a link that runs": goes(`javascript:${RUN}`),
  "a link that runs, in other letters": goes(`JaVaScRiPt:${RUN}`),
  "a link that runs, with a tab": goes(`java\tscript:${RUN}`),
  "a link that runs, with a line break": goes(`java\nscript:${RUN}`),
  "a link that runs, behind a space": goes(` \u0001javascript:${RUN}`),
  "a link that runs, with something unseen": goes(`java\u200bscript:${RUN}`),
  "a link that runs, in entities": goes(`&#106;avascript&colon;${RUN}`),
  "a link that runs, in a page's other script": goes(`vbscript:${RUN}`),
  "a link to a page in itself": goes(`data:text/html,<script>${RUN}</script>`),
  "a link to a page in itself, coded": goes(
    `data:text/html;base64,${btoa(`<script>${RUN}</script>`)}`,
  ),
  "a link that ends its attribute": goes(
    `https://a.invalid/" onclick="${RUN}" autofocus onfocus="${RUN}`,
  ),
  "a link that ends its tag": goes(`https://a.invalid/">${TAG}`),
  "a link with more attributes": link({
    href: "https://a.invalid/",
    onclick: RUN,
    style: CSS,
    class: "bar",
    target: "_self",
    rel: "opener",
  }),
  "a link whose address is a list": goes([`javascript:${RUN}`]),
  "a script in words": words(`<script>${RUN}</script>`),
  "a picture that fails in words": words(TAG),
  "a drawing that loads in words": words(`<svg onload="${RUN}"><animate onbegin="${RUN}">`),
  "a frame in words": words(
    `<iframe srcdoc="<script>${RUN}</script>" src="javascript:${RUN}"></iframe>`,
  ),
  "a title that ends": words(`</title></style></textarea>--><script>${RUN}</script>`, "heading", {
    level: 1,
  }),
  "a heading with a level that is markup": words("", "heading", { level: `1 onload=${RUN}` }),
  "a link in Markdown's signs": words(
    `[click](javascript:${RUN}) <javascript:${RUN}> ![see](${AWAY}) [1]: javascript:${RUN}`,
  ),
  "a script in Markdown's code": words(`\`\`\`\n</code></pre>${TAG}`, "codeBlock", {
    language: "html",
  }),
  "a language that is markup": words("", "codeBlock", { language: `"><script>${RUN}</script>` }),
  "a language that every object has": words("", "codeBlock", { language: "__proto__" }),
  "a picture that runs": file("image", { url: `javascript:${RUN}` }),
  "a picture with a script in itself": file("image", {
    url: `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  }),
  "a picture that ends its attribute": file("image", { url: `x" onerror="${RUN}` }),
  "a picture from elsewhere": file("image", { url: `${AWAY}.png` }),
  "a picture with a caption and a name that are markup": file("image", {
    url: "data:image/png;base64,AAAA",
    caption: TAG,
    name: `"><script>${RUN}</script>`,
  }),
  "a picture as wide as a style": file("image", {
    url: `${AWAY}.png`,
    previewWidth: `1px;background:url(${AWAY})`,
  }),
  "a film that is a page": file("video", { url: `data:text/html,<script>${RUN}</script>` }),
  "a film from elsewhere": file("video", { url: `${AWAY}.mp4`, caption: TAG }),
  "a sound from elsewhere": file("audio", { url: `${AWAY}.mp3` }),
  "a sound that runs": file("audio", { url: `javascript:${RUN}`, caption: TAG }),
  "a file that runs": file("file", { url: `javascript:${RUN}`, name: TAG }),
  "a file from elsewhere with a caption": file("file", { url: AWAY, caption: TAG }),
  "a block's colour that is a style": styled({ textColor: CSS }),
  "a block's background that is an address": styled({ backgroundColor: `url(${AWAY}.png)` }),
  "a block's colour that ends its attribute": styled({
    textColor: `red" onmouseover="${RUN}`,
    backgroundColor: `red"]{}*{background:url(${AWAY})}`,
  }),
  "an alignment that is a style": styled({ textAlignment: `left;background:url(${AWAY}.png)` }),
  "a colour of words that is a style": marked("textColor", { stringValue: CSS }),
  "a background of words that is an address": marked("backgroundColor", {
    stringValue: `url(${AWAY}.png)`,
  }),
  "a colour of words that is a script": marked("textColor", {
    stringValue: `expression(${RUN})"><script>${RUN}</script>`,
  }),
  "a mark whose name is markup": marked(TAG, { stringValue: TAG }),
  "an id that is markup": named(`"><script>${RUN}</script>`),
  "an id that every object has": named("__proto__"),
  "an id that the page itself uses": named("root"),
  "an element of a page": put(element("script", { src: `${AWAY}.js` }, `${WORDS} ${RUN}`)),
  "a frame as a block": put(
    block(element("iframe", { src: `javascript:${RUN}`, srcdoc: TAG }, WORDS)),
  ),
  "an element in a line whose name is markup": put(
    block(
      element(
        "paragraph",
        {},
        `${WORDS} `,
        element(`img src=x onerror=${RUN}`, { onclick: RUN }, TAG),
      ),
    ),
  ),
  "a part that can't be shown, with markup": put(
    element("hologram", { style: CSS }, `${WORDS} ${TAG}`),
  ),
  "a part that says of itself that it can't be shown": put(
    block(element("misfit", { name: TAG, text: `${WORDS} ${TAG}` })),
  ),
  "a cell with a style": put(
    table(
      element(
        "tableRow",
        {},
        element(
          "tableCell",
          { backgroundColor: CSS, textColor: TAG, colwidth: [`1px;background:url(${AWAY})`] },
          element("tableParagraph", {}, WORDS),
        ),
      ),
    ),
  ),
});

/** What a client says of itself that others' pages show; some of it is no presence at all. */
export const presences = (): Record<string, Record<string, unknown>> => ({
  "a name that is markup": { user: { name: TAG, color: "#2f6bd8" } },
  "a name that ends its attribute": {
    user: { name: `" autofocus onfocus="${RUN}`, color: "#2f6bd8" },
  },
  "a name that clears a terminal": {
    user: { name: "\u001b[2J\u001b]0;owned\u0007Milo", color: "#2f6bd8" },
  },
  "a colour that is a style": { user: { name: "Mallory", color: CSS } },
  "a colour that is an address": { user: { name: "Mallory", color: `url(${AWAY}.png)` } },
  "an id that is markup": { user: { name: "Mallory", color: "#2f6bd8", id: TAG } },
  "an id that every object has": { user: { name: "Mallory", color: "#2f6bd8", id: "__proto__" } },
  "a name that is an object": { user: { name: { toString: TAG }, color: ["red"] } },
  "a user that is a list": { user: [TAG], cursor: [TAG] },
  "a caret that is nowhere": {
    user: { name: "Mallory", color: "#2f6bd8" },
    cursor: { anchor: { type: { client: -1, clock: 1e99 } }, head: { tname: TAG } },
  },
  "a caret in another root": {
    user: { name: "Mallory", color: "#2f6bd8" },
    cursor: { anchor: { tname: "__proto__", assoc: 0 }, head: { tname: "__proto__", assoc: 0 } },
  },
});

/** A document of nothing but links, to be clicked: a hand finds out what they do. */
export const isLink = (name: string): boolean => name.startsWith("a link");
