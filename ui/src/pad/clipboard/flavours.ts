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

/**
 * The files of a copy that says nothing else: a screenshot, or what a file manager copies. A picture that is copied out of a page
 * comes with a page of nothing but it.
 */
export function filesAlone(data: DataTransfer): File[] {
  const files = [...data.files];
  if (files.length === 0 || data.types.includes("blocknote/html")) return [];
  const html = data.types.includes("text/html") ? data.getData("text/html") : "";
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const says = body.textContent.trim() || (html ? "" : data.getData("text/plain").trim());
  return says && !files.some(({ name }) => says.includes(name)) ? [] : files;
}
