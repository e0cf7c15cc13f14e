/** Markdown, out and in. It is fetched once the text stands, so that it is here when it is wanted. */
export { blocksOfMarkdown, type Beside } from "./read";
export { markdownOf, markdownParts } from "./write";
