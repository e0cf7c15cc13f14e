/** Every sentence a person reads, in English: short, about the text, no technical nouns, no exclamation marks. */

import { ending } from "./ending";
import { DEVICES, inWords, long, longLeft, people, short, shortLeft } from "./spoken";

export const en = {
  app: "Fadepad",
  close: "Close",
  short,
  shortLeft,
  long,
  longLeft,
  lessThanAMinute: "less than a minute",
  /** "18:00", "18:00 tomorrow", "18:00 on Friday 27 November". */
  onDay: (time: string, days: number, at: Date) =>
    days <= 0
      ? time
      : days === 1
        ? `${time} tomorrow`
        : `${time} on ${at.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })}`,

  name: {
    title: "Who is writing?",
    lead: "Shown beside your cursor. Nothing else is asked.",
    label: "Name",
    colour: "Colour",
    colourN: (n: number) => `Colour ${n}`,
    join: (pad: string) => `Join ${pad}`,
    keep: "Keep this name",
    fine: (here: number, wiped: string) =>
      `${here === 0 ? "Nobody else is here yet." : `${people(here)} ${here === 1 ? "is" : "are"} here.`} ${wiped}`,
    wiped: (ttl: number) => `The text is wiped ${long(ttl)} after the last one leaves.`,
    wipedAt: (time: string) => `The text is wiped at ${time}, also when people are here.`,
    kept: (hardEnd: string) =>
      `The text stays until the host says, at the longest until ${hardEnd}. Then it is wiped.`,
    change: "Your name and colour",
  },

  pad: {
    share: "Share",
    more: "More",
    opening: "Opening the pad…",
    editor: (pad: string) => `Text of ${pad}`,
    placeholder: "Type “/” for headings, lists, tables…",
    emptyPlaceholder: "Write something. Everyone here sees it.",
    misfit: "This part can’t be shown here",
    misfitInLine: "can’t be shown here",
    misfitStays: "It stays in the pad and goes along in every copy.",
    misfitRemove: "Remove",
    misfitCopy: "(A part that can’t be shown)",
    readOnly: "You can read here. Writing is off.",
    tooMuch: "This is more than the pad can hold. Nothing was pasted.",
    noFiles: "Pictures and files can’t come into a pad yet.",
    notConnected: "Not connected. Keep writing, it will be sent.",
    notConnectedReading: "Not connected. What others write comes as soon as it is back.",
    blocked:
      "This network shows the page, but lets nothing through that is written. Ask the host for another way in.",
    blockedReading:
      "This network shows the page, but not what others write. Ask the host for another way in.",
    staysHere: (time: string) => `What you wrote since ${time} is in this page alone.`,
    waits: (time: string) => `What you wrote since ${time} waits in this page.`,
    allSent: "All you wrote before has arrived.",
    full: "This pad is full at the moment. You come in as soon as there is room.",
    held: (time: string) => [
      `What you typed since ${time} is `,
      "not going through",
      ". The others don’t see it.",
    ],
    guessing: (wrong: number) =>
      `Somebody is trying codes: ${wrong} wrong ${wrong === 1 ? "one" : "ones"} in ten minutes. They have to wait, and the code stays as it is.`,
    filling: (name: string) =>
      `${name} has put as much into this pad as one person may, and it takes no more from them.`,
    copyWords: "Copy my words",
    wordsCopied: "Your words are copied",
    openAgain: "Open the pad again",
    ending: (left: string) => `This pad ends in ${left}.`,
    takeCopy: "Take a copy",
    done: "Done",
    fold: "Show or hide what is inside",
    language: "Language of this code",
    /** For who only reads: a block of another program that nobody has given a file. */
    missing: {
      image: "A picture without an address",
      video: "A video without an address",
      audio: "A sound without an address",
      file: "A file without an address",
    },
  },

  templates: {
    label: "Start with",
    agenda: "Agenda",
    minutes: "Minutes",
    retro: "Retro",
  },

  thumb: {
    label: "Write",
    line: "Line",
    tick: "Tick",
    list: "List",
    heading: "Heading",
    undo: "Undo",
  },

  life: {
    label: "How long this pad lives",
    title: "How long this pad lives",
    alive: (ttl: number) => `Lives while someone is here, then ${short(ttl)}`,
    alivePhone: "Lives while someone is here",
    until: (time: string) => `Lives until ${time}`,
    kept: "Kept until the host says",
    ends: (left: string) => `Ends in ${left}`,
    fades: (left: string) => `Fades in ${left}`,
    connecting: "Opening…",
    lost: "Reconnecting…",
    ended: "Ended",
    what: (ttl: number) =>
      `When the last person has left, the text stays for ${long(ttl)}. Then it is wiped from memory, and Fadepad can’t bring it back.`,
    whatUntil: (time: string) =>
      `The pad is kept until ${time}, whether people are here or not. Then its text is wiped from memory, and Fadepad can’t bring it back.`,
    whatKept: (hardEnd: string | null) =>
      `The pad is kept until the host says otherwise, also when nobody is here. ${hardEnd ? `It ends at ${hardEnd}` : "When its longest time is over it ends"} in any case; everyone here is told before.`,
    hard: (time: string) => `It ends at ${time}, also when people are here.`,
    where:
      "The text is in the memory of the computer that shares this pad, and in the pages that show it. Fadepad writes it to no disk.",
    whoDecides: "The host decides how long it lives. Everyone here sees it at once.",
    saved: "All you wrote has arrived there.",
    sending: "Sending what you wrote…",
    held: "What you wrote last is not going through: it is in this page alone.",
    waiting: "What you wrote waits in this page until the connection is back.",
    reading: "You can read here. Writing is off.",
  },

  steer: {
    label: "Keep this pad",
    fade: "While in use",
    until: "Until a time",
    keep: "Until I say",
    graces: "After the last person has left",
    grace: (ttl: number) => `${long(ttl)} after the last person has left`,
    time: "Keep it until",
    set: "Set",
    untilHint: "It ends then, also when people are here.",
    tomorrow: "That is tomorrow.",
    tooLate: (hardEnd: string | null) =>
      `That is later than this pad can live. It is kept ${hardEnd ? `until ${hardEnd}` : "as long as it can be"}, and everyone is told before it ends.`,
    keepHint: (hardEnd: string | null) =>
      `It stays when everyone has left. It ends in any case ${hardEnd ? `at ${hardEnd}` : "when its longest time is over"}.`,
  },

  people: {
    title: "People here",
    open: (n: number) => `${people(n)} here`,
    you: "you",
    reads: "reads",
    devices: (n: number) => `${n} devices`,
    more: (n: number) => `+${n}`,
    change: "Change name or colour",
    device: "Use another device too",
    nameless: "Someone",
  },

  share: {
    title: "Let people in",
    write: "Can write",
    read: "Can read",
    mode: "What they can do",
    qr: (url: string) => `QR code for ${url}`,
    code: (code: string) => `Code ${code.split("").join(" ")}`,
    readHint: "Whoever scans this reads along and writes nothing.",
    proof: (device: string, ago: number) =>
      `${DEVICES[device] ?? "Another device"} got through, ${shortLeft(ago)} ago`,
    blocked: "No other device has opened this address yet. What may be in the way:",
    noProof: "No other device has opened this address yet.",
    encrypted: "Encrypted. Browsers warn of it once",
    compare:
      "This Fadepad made its certificate itself. Before going on past the warning, compare its SHA‑256. iPhones and iPads can’t join this way.",
    copy: "Copy link",
    copied: "Copied",
    cantCopy: "Copy this link",
    network: (name: string) => `Network ${name}`,
    wall: "Show on a wall",
    failed: "The address can’t be shown at the moment. Try again when the connection is back.",
    loading: "Getting the address…",
    device: "Another device of yours?",
  },

  more: {
    theme: "Look",
    system: "System",
    light: "Light",
    dark: "Dark",
    people: "People",
    copy: "Copy text as Markdown",
    copied: "Text copied",
    keep: "Keep a Markdown file",
    kept: "File kept",
    leave: "Leave",
    end: "End now…",
    newPad: "New pad…",
    pads: "Pads on this computer",
  },

  ...ending,

  left: {
    title: "You have left",
    body: "This page holds no text any more. As long as the pad lives, you can come back.",
    back: "Back to the pad",
  },

  ended: {
    title: "This pad has faded",
    faded: (time: string, ttl: number) =>
      `Ended at ${time}, ${inWords(ttl)} after the last person left.`,
    fadedPlain: "It ended some time after the last person left.",
    host: (time: string) => `The host ended it at ${time}.`,
    hostPlain: "The host ended it.",
    announced: (time: string) => `Ended at ${time}, as the host had set it.`,
    announcedPlain: "It ended at the time that the host had set.",
    maxLifetime: (time: string) => `Ended at ${time}, when its longest time was over.`,
    at: (time: string) => `Ended at ${time}.`,
    plain: "Its text is wiped from memory, and Fadepad can’t bring it back.",
    slept: "This device was away then. Nothing was sent after the end.",
    held: "You still hold a copy",
    heldLead: "This page has the text as you saw it last. It goes when you close the page.",
    anew: "Start a new pad with it",
    anewFailed: "The new pad could not be opened. Your copy is still here.",
    keep: "Keep a file",
    page: "Keep a web page",
    forget: "Forget it",
    dropped: "This page holds no text any more.",
    receipt: "Receipt",
    erased: "Erased from memory",
    told: "People told",
    copies: "Copies dropped by their browsers",
    files: "Files with its text",
    honest: "People who had it open may have kept copies.",
    nobody: "nobody was here",
    nOf: (n: number, of: number) => `${n} of ${of}`,
    newPad: "New pad",
    start: "Type another code",
  },

  trouble: {
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
      "The host’s own link opens the pad once, on the host’s own computer. The next one stands where Fadepad was started.",
    ],
    notHere: [
      "There is nothing at this address",
      "Pads open with a link, a QR code or a six-character code.",
    ],
    again: "Try again",
    start: "Type the code",
    load: "Open the pad again",
  },

  start: {
    title: "Fadepad",
    lead: "Type the code from the wall.",
    label: "Code",
    join: "Join",
    joining: "Opening…",
    notInAlphabet: (letters: string) =>
      `${letters} ${letters.length === 1 ? "is" : "are"} in no code, because O and 0, I, L and 1, U and V look alike. Look again at the wall.`,
    unknown: "That code is not known here. Codes have six characters, like K7Q PM3.",
    ended: "That pad has ended.",
    tooMany: "Too many tries. Wait a minute, then type it again.",
    offline: "Fadepad can’t be reached. Is this device still on the same network?",
    newPad: "New pad",
    near: "On this network",
    nearOn: (host: string) => `on ${host}`,
    nearFading: "fading",
    nearWaiting: "nobody yet",
    nearPeople: people,
  },

  fresh: {
    title: "New pad",
    lead: "It lives while someone is here. Nothing of it is stored.",
    label: "Name, if you like",
    hint: "Small letters, digits, - and _",
    create: "Open the pad",
    taken: "A pad with this name is alive. Choose another name.",
    hostOnly: "Only the host can open a new pad here.",
    badName: "Use small letters, digits, - and _, at most 64.",
  },
} as const;

/** The shape that every language fills. */
export type Strings = typeof en;
