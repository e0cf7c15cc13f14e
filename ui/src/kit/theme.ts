/** Light or dark: what the person chose, else what the system says, written to `<html data-theme>`. */
import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

/** Where the choice is kept: one of three words, nothing else. */
const STORED = "fadepad.look";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let chosen: Theme = read();

function read(): Theme {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system"; // storage is switched off
  }
}

const shown = (): "light" | "dark" =>
  chosen === "system" ? (system.matches ? "dark" : "light") : chosen;

function apply() {
  document.documentElement.dataset.theme = shown();
  for (const listener of listeners) listener();
}

/** Takes a choice, keeps it and shows it at once. */
export function chooseTheme(theme: Theme): void {
  chosen = theme;
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
  apply();
}

/** Called once, before anything is drawn. */
export function startTheme(): void {
  system.addEventListener("change", apply);
  apply();
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The choice and what it comes to now. */
export function useTheme(): { chosen: Theme; shown: "light" | "dark" } {
  const theme = useSyncExternalStore(subscribe, () => chosen);
  return { chosen: theme, shown: useSyncExternalStore(subscribe, shown) };
}
