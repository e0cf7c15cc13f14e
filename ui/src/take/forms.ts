/** The forms in which a text is taken out. */
import type { IconName } from "../kit/Icon";

export const FORMS = ["markdown", "docx", "odt", "pdf", "page", "text", "capsule", "yjs"] as const;
export type Form = (typeof FORMS)[number];

/** Whether something can stand above the text: a Yjs file is the document's own bytes. */
export const takesDigest = (form: Form): boolean => form !== "yjs";

/** What is copied beside it: with its looks, as Markdown, or the words alone. */
export type CopyForm = "rich" | "markdown" | "text";

export const copyFormOf = (form: Form): CopyForm =>
  form === "markdown" || form === "text" ? form : "rich";

export const keepIcon = (form: Form): IconName => (form === "pdf" ? "page" : "keep");

/** The digest alone: a table, days for a calendar. */
export type DigestForm = "csv" | "ics";
