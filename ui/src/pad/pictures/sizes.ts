/** Bytes as people read them: "2.9 MB". */
const MB = 1_000_000;

export function sizeText(bytes: number): string {
  if (bytes < MB) return `${Math.ceil(bytes / 1000)} KB`;
  const size = bytes / MB;
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} MB`;
}
