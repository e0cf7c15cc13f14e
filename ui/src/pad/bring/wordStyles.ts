/** What the paragraphs and words of a Word file become, by the names of their styles, as mammoth takes it. */
import { CALLOUTS } from "../../forms/blocks";

export const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...Object.keys(CALLOUTS).map(
    (kind) =>
      `p[style-name='Callout ${kind.charAt(0).toUpperCase()}${kind.slice(1)}'] => blockquote.callout-${kind}:fresh`,
  ),
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='Image Caption'] => figcaption:fresh",
  "p[style-name='Horizontal Rule'] => hr:fresh",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "u => u",
  "strike => s",
];
