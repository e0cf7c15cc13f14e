/** What lies on a clipboard or is dropped: taken at once, since browsers forget it when their event is over. */

export interface Flavours {
  html: string;
  markdown: string;
  plain: string;
  /** What VS Code says of its text, as JSON. */
  vscode: string;
  /** Blocks of a pad's own page. */
  own: string;
  files: boolean;
}

export function flavoursOf(data: DataTransfer): Flavours {
  const get = (type: string) => (data.types.includes(type) ? data.getData(type) : "");
  return {
    html: get("text/html"),
    markdown: get("text/markdown"),
    plain: get("text/plain"),
    vscode: get("vscode-editor-data"),
    own: get("blocknote/html"),
    files: data.types.includes("Files"),
  };
}
