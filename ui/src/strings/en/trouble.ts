/** What went wrong, and the way on. */

export const trouble = {
  key: [
    "This link does not open the pad",
    "It may be cut off, or belong to a pad that has ended. Ask for a new one, or type the code.",
  ],
  noKey: [
    "Something is missing in this link",
    "The part after “#” lets you in. Ask for the whole link, or type the code.",
  ],
  unknown: [
    "There is no pad with this name here",
    "It may have ended, or it is on another computer.",
  ],
  full: ["This pad is full", "Someone has to leave before you can come in."],
  forbidden: [
    "You can’t come in at the moment",
    "The host has closed the door or has shown you out.",
  ],
  shownOut: ["The host has shown you out", "You come back only if the host lets you in."],
  newLinks: [
    "The host has made new links",
    "Yours is one of the old. Scan the code once more, or type it, and go on where you were.",
  ],
  wait: ["Not yet", "Wait a minute, then try again."],
  closed: [
    "This pad takes in nobody new at the moment",
    "Ask the host. Who was here before comes in as before.",
  ],
  broken: [
    "Something here can’t be shown",
    "The text is safe where it is. Open the pad again to go on.",
  ],
  tooLarge: [
    "This was too large for the pad",
    "It was not taken, so the page stopped before your text and the others’ text drift apart.",
  ],
  notKept: [
    "Something here can’t be kept by the pad",
    "Not everyone could have seen it. The page stopped before your text and the others’ text drift apart.",
  ],
  malformed: [
    "Something here can’t be read by the pad",
    "The page stopped before your text and the others’ text drift apart.",
  ],
  offline: [
    "Fadepad can’t be reached",
    "Is this device still on the same network as the computer that shares the pad?",
  ],
  used: [
    "This link has done its work",
    "The host’s own link opens the pad once, on the host’s own computer. " +
      "The next one stands where Fadepad was started.",
  ],
  notHere: [
    "There is nothing at this address",
    "Pads open with a link, a QR code or a six-character code.",
  ],
  again: "Try again",
  knock: "Knock",
  /** Where that can be asked for. */
  back: "Ask to come back",
  lastWords: "Your last words were not taken: copy them.",
  start: "Type the code",
  load: "Open the pad again",
} as const;
