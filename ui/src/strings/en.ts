/** Every sentence a person reads, in English: short, about the text, no technical nouns, no exclamation marks. */

/** "1 person", "4 people". */
const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);
/** From here on (seconds), or where it is a whole number of them, time is told in hours. */
const HOURS_FROM_S = 7200;
const inHours = (s: number) => s >= HOURS_FROM_S || (s > 0 && s % 3600 === 0);
/** "15 min", "2 h", "40 s": for the chip, where room is short. */
const short = (s: number) => (s < 60 ? `${s} s` : inHours(s) ? `${Math.round(s / 3600)} h` : `${Math.round(s / 60)} min`);
/** "15 minutes", "1 hour": for sentences. */
const long = (s: number) => {
  const [n, unit] = s < 60 ? [s, "second"] : inHours(s) ? [Math.round(s / 3600), "hour"] : [Math.round(s / 60), "minute"];
  return `${n} ${unit}${n === 1 ? "" : "s"}`;
};
/** Kinds of devices, as the server tells them apart. */
const DEVICES: Record<string, string> = { phone: "A phone", tablet: "A tablet", laptop: "A laptop" };
/** Numbers that graces often have, as words. */
const WORDS: Record<number, string> = { 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 8: "eight", 10: "ten", 15: "fifteen", 20: "twenty", 30: "thirty" };
/** "fifteen minutes", "45 seconds": inside a sentence that is read once. */
const inWords = (s: number) => long(s).replace(/^\d+/, (n) => WORDS[Number(n)] ?? n);

export const en = {
  app: "Fadepad",
  close: "Close",
  short,
  long,
  lessThanAMinute: "less than a minute",
  /** "18:00", "18:00 tomorrow", "18:00 on Friday 27 November". */
  onDay: (time: string, days: number, at: Date) =>
    days <= 0 ? time : days === 1 ? `${time} tomorrow` : `${time} on ${at.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" })}`,

  name: {
    title: "Who is writing?",
    lead: "Shown beside your cursor. Nothing else is asked.",
    label: "Name",
    colour: "Colour",
    colourN: (n: number) => `Colour ${n}`,
    join: (pad: string) => `Join ${pad}`,
    keep: "Keep this name",
    fine: (here: number, ttl: number) =>
      `${here === 0 ? "Nobody else is here yet." : `${people(here)} ${here === 1 ? "is" : "are"} here.`} The text is wiped ${long(ttl)} after the last one leaves.`,
    change: "Your name and colour",
  },

  pad: {
    share: "Share",
    more: "More",
    opening: "Opening the pad…",
    editor: (pad: string) => `Text of ${pad}`,
    placeholder: "Type “/” for headings, lists, tables…",
    emptyPlaceholder: "Write something. Everyone here sees it.",
    readOnly: "You can read here. Writing is off.",
    notConnected: "Not connected. Keep writing, it will be sent.",
    notConnectedReading: "Not connected. What others write comes as soon as it is back.",
    waits: (time: string) => `What you wrote since ${time} waits in this page.`,
    allSent: "All you wrote before has arrived.",
    full: "This pad is full at the moment. You come in as soon as there is room.",
    ending: (left: string) => `The host ends this pad in ${left}.`,
    done: "Done",
    fold: "Show or hide what is inside",
    language: "Language of this code",
  },

  templates: {
    label: "Start with",
    agenda: "Agenda",
    minutes: "Minutes",
    retro: "Retro",
  },

  thumb: { label: "Write", line: "Line", tick: "Tick", list: "List", heading: "Heading", undo: "Undo" },

  life: {
    label: "How long this pad lives",
    title: "How long this pad lives",
    alive: (ttl: number) => `Lives while someone is here, then ${short(ttl)}`,
    alivePhone: "Lives while you are here",
    until: (time: string) => `Lives until ${time}`,
    kept: "Kept until the host says",
    ends: (left: string) => `Ends in ${left}`,
    fades: (left: string) => `Fades in ${left}`,
    connecting: "Opening…",
    lost: "Reconnecting…",
    ended: "Ended",
    what: (ttl: number) => `When the last person has left, the text stays for ${long(ttl)}. Then it is wiped from memory, and Fadepad can’t bring it back.`,
    whatUntil: (time: string) => `The pad is kept until ${time}, whether people are here or not. Then its text is wiped from memory, and Fadepad can’t bring it back.`,
    whatKept: (hardEnd: string | null) =>
      `The pad is kept until the host says otherwise, also when nobody is here. ${hardEnd ? `It ends at ${hardEnd}` : "When its longest time is over it ends"} in any case; everyone here is told before.`,
    hard: (time: string) => `It ends at ${time}, also when people are here.`,
    where: "The text is in the memory of the computer that shares this pad, and in the pages that show it. Fadepad writes it to no disk.",
    whoDecides: "The host decides how long it lives. Everyone here sees it at once.",
    saved: "All you wrote has arrived there.",
    sending: "Sending what you wrote…",
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
    keepHint: (hardEnd: string | null) => `It stays when everyone has left. It ends in any case ${hardEnd ? `at ${hardEnd}` : "when its longest time is over"}.`,
  },

  people: {
    title: "People here",
    open: (n: number) => `${people(n)} here`,
    you: "you",
    reads: "reads",
    devices: (n: number) => `${n} devices`,
    more: (n: number) => `+${n}`,
    change: "Change name or colour",
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
    proof: (device: string, ago: number) => `${DEVICES[device] ?? "Another device"} got through, ${short(ago)} ago`,
    blocked: "No other device has opened this address yet. What may be in the way:",
    noProof: "No other device has opened this address yet.",
    encrypted: "Encrypted. Browsers warn of it once",
    compare: "This Fadepad made its certificate itself. Before going on past the warning, compare its SHA‑256. iPhones and iPads can’t join this way.",
    copy: "Copy link",
    copied: "Copied",
    cantCopy: "Copy this link",
    network: (name: string) => `Network ${name}`,
    wall: "Show on a wall",
    failed: "The address can’t be shown at the moment. Try again when the connection is back.",
    loading: "Getting the address…",
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
  },

  end: {
    title: "End this pad for everyone?",
    body: (n: number, seconds: number) =>
      `Everyone sees a countdown of ${long(seconds)}; you can stop it. Then the text is wiped from memory and from the pages that show it, and Fadepad can’t bring it back. ${n > 1 ? `${people(n)} are here.` : "Nobody else is here."}`,
    copy: "Keep a Markdown file first",
    confirm: "I want to end it",
    now: "End now",
    stay: "Not now",
    stop: "Stop",
    failed: "Not connected. The pad can be ended when the connection is back.",
  },

  call: {
    title: {
      countdown: "The host ends this pad",
      soon: "This pad ends soon",
      leaving: "You are the last one here",
      unsent: "Not all has arrived",
    },
    countdown: "Its text goes from the pad and from this page. Take a copy now if you need it.",
    soon: (time: string) => `It ends at ${time}, also when people are here. Take a copy if you need the text.`,
    leaving: (ttl: number) => `When you leave, this pad fades in ${long(ttl)}. After that Fadepad can’t bring it back.`,
    leavingUntil: (time: string) => `When you leave, this pad stays until ${time}. After that Fadepad can’t bring it back.`,
    leavingKept: "When you leave, this pad stays until the host ends it, or until its longest time is over.",
    unsent: (time: string) => `What you wrote since ${time} is only in this page. When you leave now, it is lost.`,
    copy: "Copy the text",
    copyHint: "Markdown, to paste anywhere",
    keep: "Keep a Markdown file",
    keepHint: "Plain text for notes and tickets",
    page: "Keep a web page",
    pageHint: "Opens in any browser, without a network",
    letFade: "Let it fade",
    letEnd: "Let it end",
    stop: "Keep it alive",
    stopped: "The host keeps this pad alive.",
    stay: "Stay",
    leave: "Leave all the same",
    foot: (pad: string, when: string) => `${pad}, kept from Fadepad on ${when}.`,
  },

  left: {
    title: "You have left",
    body: "This page holds no text any more. As long as the pad lives, you can come back.",
    back: "Back to the pad",
  },

  ended: {
    title: "This pad has faded",
    faded: (time: string, ttl: number) => `Ended at ${time}, ${inWords(ttl)} after the last person left.`,
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
    key: ["This link does not open the pad", "It may be cut off, or belong to a pad that has ended. Ask for a new one, or type the code."],
    noKey: ["Something is missing in this link", "The part after “#” lets you in. Ask for the whole link, or type the code."],
    unknown: ["There is no pad with this name here", "It may have ended, or it is on another computer."],
    full: ["This pad is full", "Someone has to leave before you can come in."],
    forbidden: ["You can’t come in at the moment", "The host has closed the door or has shown you out."],
    broken: ["Something here can’t be shown", "The text is safe where it is. Open the pad again to go on."],
    tooLarge: ["This was too large for the pad", "It was not taken, so the page stopped before your text and the others’ text drift apart."],
    malformed: ["Something here can’t be read by the pad", "The page stopped before your text and the others’ text drift apart."],
    offline: ["Fadepad can’t be reached", "Is this device still on the same network as the computer that shares the pad?"],
    notHere: ["There is nothing at this address", "Pads open with a link, a QR code or a six-character code."],
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
    notInAlphabet: (letters: string) => `${letters} ${letters.length === 1 ? "is" : "are"} in no code, because O and 0, I, L and 1, U and V look alike. Look again at the wall.`,
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
