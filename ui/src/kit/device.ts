/** What the browser gives us or keeps from us on plain http: copying, files, randomness, screen size. */
import { useEffect, useState, useSyncExternalStore } from "react";
import { locale } from "../strings";

/**
 * Copies text, and its HTML for whoever takes that; `false` where the browser refuses.
 * Works without a secure context, where `navigator.clipboard` is missing.
 */
export async function copyText(text: string, html = ""): Promise<boolean> {
  if (copyNow(text, html)) return true;
  try {
    await navigator.clipboard.writeText(text); // `undefined` on plain http, which throws as well
    return true;
  } catch {
    return false;
  }
}

/** The way that works everywhere, while a click or a key is being answered. */
function copyNow(text: string, html: string): boolean {
  const before = document.activeElement as HTMLElement | null;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "unseen";
  // inside an open dialog, everything outside it is inert and can't be selected
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("copy", give, true);
  const done = document.execCommand("copy");
  removeEventListener("copy", give, true);
  field.remove();
  before?.focus({ preventScroll: true });
  return done;
}

/** Hands a text, or bytes, to the person as a file. */
export function keepFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  type = "text/markdown",
): void {
  const whole = typeof content === "string" ? `${type};charset=utf-8` : type;
  const url = URL.createObjectURL(new Blob([content], { type: whole }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the download reads it after the click has returned
}

/** A random whole number from 0 up to, not including, `below`. */
export const randomBelow = (below: number): number =>
  (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below;

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Phone layout: the same line as in the style sheets. */
export const usePhone = (): boolean => useMedia("(max-width: 640px)");

/** No room for words in the bar: narrow, or low as a phone held across. */
export const useCompact = (): boolean =>
  useMedia("(max-width: 640px), (pointer: coarse) and (max-height: 480px)");

/** Fingers, not a mouse: phones and tablets of any size, held either way. */
export const useTouch = (): boolean => useMedia("(pointer: coarse)");

/** `performance.now()`, renewed every `everyMs`, for what counts down on the screen. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The time of day, as people here write it: "14:32". */
export const timeOfDay = (date: Date): string =>
  date.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The day of a date without its clock, in milliseconds that know no summer time. */
const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());

/** How many days of the calendar `at` lies after `today`: 0 is the same day. */
export const daysAhead = (at: Date, today: Date): number =>
  Math.round((dayOf(at) - dayOf(today)) / 86_400_000);
