/** Moving between screens without loading the page again. */

/** Shows another address in place of this one; the key in its fragment never leaves the browser. */
export function go(path: string): void {
  history.replaceState(null, "", path);
  dispatchEvent(new Event("fadepad:go"));
}

/** For `useSyncExternalStore`: tells when the address changes. */
export function onGo(changed: () => void): () => void {
  const events = ["fadepad:go", "hashchange", "popstate"];
  for (const name of events) addEventListener(name, changed);
  return () => events.forEach((name) => removeEventListener(name, changed));
}
