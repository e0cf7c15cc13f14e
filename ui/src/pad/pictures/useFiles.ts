/** The text in which one writes is where files go that one brings. */
import { useEffect } from "react";
import { usePad } from "../context";
import { stand } from "./stand";

export function useFiles(editor: unknown, editable: boolean): void {
  const { session, pad, entry } = usePad();
  const { key } = entry;
  useEffect(
    () => stand({ editor, session, pad, key, editable }),
    [editor, session, pad, key, editable],
  );
}
