/** Who wrote what, shown beside the text on demand. */
export const who = {
  show: "Who wrote what",
  hide: "Hide who wrote what",
  showing: "Showing who wrote what",
  close: "Hide",
  /** The list of who wrote. */
  authors: "Who wrote here",
  /** Under a name of that list, for who presses it: the words of that person alone stand out. */
  only: (name: string) => `Only what ${name} wrote`,
  /** Said of the place where one points, or where the caret is. */
  wrote: (names: readonly string[]) => `Written by ${names.join(", ")}`,
  /** Above the first that is new to whoever comes back, and on the way there. */
  since: (time: string) => `since you left, ${time}`,
  nameless: "No name",
  unknown: "Not known",
  why: "Brought along, or from before the server was started: nobody here knows who wrote it.",
  nothing: "Nothing is written yet",
} as const;
