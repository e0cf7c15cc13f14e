/** A text as a file of any form: what it is called, and what is in it. */
import type { About } from "../forms/about";
import type { PlainBlock } from "../forms/blocks";
import { titleOf } from "../forms/digest";
import { htmlOf } from "../forms/html/write";
import { wordsOf } from "../forms/plain";
import { keepFile } from "../kit/device";
import { t } from "../strings";
import type { CallForm } from "../take/FinalCall";
import type { Form } from "../take/forms";
import { rest } from "./bring/portions";
import { keptFile } from "./clipboard/clearly";
import { besideText, toldFiles, withPictures } from "./pictures/gather";
import { officePictures } from "./pictures/office";
import { Office } from "../take/office";

export interface Content {
  pad: string;
  about: About;
  blocks: readonly PlainBlock[];
  /** What stands above them, where that is wanted: `blocks` begins with it. */
  digest: readonly PlainBlock[];
  /** The text alone. */
  own: readonly PlainBlock[];
  /** The document's bytes. */
  state: () => Uint8Array<ArrayBuffer>;
  office: Office;
}

interface Making extends Content {
  /** Some of the pad's files could not be fetched. */
  onLost: () => void;
}

interface File {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
  type: string;
}

const OFFICE = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
};

const footOf = ({ pad, about }: Content): string => t.call.foot(pad, about.when);

async function markdownIn(blocks: readonly PlainBlock[], foot: string): Promise<string> {
  const { markdownParts } = await import("../forms/markdown");
  const parts: string[] = [];
  for (const part of markdownParts(blocks)) {
    parts.push(part);
    await rest();
  }
  return keptFile(parts.join("\n"), foot);
}

const MAKE: Record<Exclude<Form, "pdf">, (content: Making) => Promise<File> | File> = {
  markdown: async (content) => {
    const { pad, office, onLost } = content;
    const { blocks, files } = await besideText(content.blocks, { onLost });
    const text = await markdownIn(blocks, footOf(content));
    if (Object.keys(files).length === 0)
      return { name: `${pad}.md`, content: text, type: "text/markdown" };
    const all = { [`${pad}.md`]: new TextEncoder().encode(text), ...files };
    const zip = await office.make({ form: "zip", files: all });
    return { name: `${pad}.zip`, content: zip, type: "application/zip" };
  },
  docx: (content) => office("docx", content),
  odt: (content) => office("odt", content),
  page: async (content) => {
    const { pageOf } = await import("../take/page");
    const { pad, about, blocks, onLost } = content;
    const html = htmlOf(await withPictures(blocks, { onLost }));
    const page = pageOf(about.title, html, footOf(content));
    return { name: `${pad}.html`, content: page, type: "text/html" };
  },
  capsule: async (content) => {
    const [{ pageOf }, { capsuleElement }] = await Promise.all([
      import("../take/page"),
      import("../take/capsule"),
    ]);
    const { pad, about, own, digest, state, onLost } = content;
    const capsule = capsuleElement(state());
    await rest(); // each half of the work is a tenth of a second for thousands of lines
    const page = pageOf(
      about.title,
      htmlOf(await withPictures(own, { named: true, onLost })),
      footOf(content),
      {
        top: digest.length > 0 ? htmlOf(digest) : "",
        capsule,
      },
    );
    return { name: `${pad}.capsule.html`, content: page, type: "text/html" };
  },
  text: ({ pad, blocks }) => ({
    name: `${pad}.txt`,
    content: `${wordsOf(blocks)}\n`,
    type: "text/plain",
  }),
  yjs: ({ pad, state }) => ({
    name: `${pad}.yjs`,
    content: state(),
    type: "application/octet-stream",
  }),
};

async function office(
  form: "docx" | "odt",
  { pad, about, blocks, office, onLost }: Making,
): Promise<File> {
  const pictures = await officePictures(blocks, onLost);
  const content = await office.make({ form, blocks: toldFiles(blocks), about, pictures });
  return { name: `${pad}.${form}`, content, type: OFFICE[form] };
}

/** `whole`: all of the pad's files that it shows are in it. */
export async function fileOf(
  form: Exclude<Form, "pdf">,
  content: Content,
): Promise<File & { whole: boolean }> {
  let whole = true;
  const file = await MAKE[form]({ ...content, onLost: () => void (whole = false) });
  return { ...file, whole };
}

export async function printed({ about, blocks }: Content): Promise<void> {
  const { printSheet } = await import("../take/print");
  printSheet(about.title, htmlOf(await withPictures(blocks)), about.when);
}

interface Whole {
  pad: string;
  blocks: readonly PlainBlock[];
  bytes: Uint8Array<ArrayBuffer> | undefined;
  when: string;
}

/** Keeps a text as it stands, by itself: without the sheet, and with a workshop that closes behind it. `true`: with all of its files. */
export async function keepAs(
  form: CallForm,
  { pad, blocks, bytes, when }: Whole,
): Promise<boolean> {
  const office = new Office();
  const title = titleOf(blocks) ?? pad;
  const about = { title, when, language: document.documentElement.lang || "en" };
  const state = () => {
    if (!bytes) throw new Error("no document stands any more");
    return bytes;
  };
  try {
    const file = await fileOf(form, { pad, about, blocks, own: blocks, digest: [], state, office });
    keepFile(file.name, file.content, file.type);
    return file.whole;
  } finally {
    office.close();
  }
}
