/** The pad itself: its bar, its lines of state, the text. */

export const pad = {
  share: "Share",
  more: "More",
  fullEditor: "Full editor",
  companion: "Simple view",
  opening: "Opening the pad…",
  editor: (pad: string) => `Text of ${pad}`,
  placeholder: "Type “/” for headings, lists, tables…",
  emptyPlaceholder: "Write something. Everyone here sees it.",
  misfit: "This part can’t be shown here",
  misfitInLine: "can’t be shown here",
  misfitStays: "It stays in the pad and goes along in every copy.",
  misfitRemove: "Remove",
  misfitCopy: "(A part that can’t be shown)",
  saves: ["The host’s machine ", "keeps a copy", " of this pad when it ends."],
  readOnly: "You can read here.",
  isOff: "You can read here. Writing is off.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "You can write now.",
    host: "You are a host of this pad now.",
    noHost: "You are no host of this pad any more.",
  },
  tooMuch: "This is more than the pad can hold. Nothing was pasted.",
  noFiles: "Pictures of other pages don’t come in. Bring one from this device.",
  noWay: "The connection is lost. Try again in a moment.",
  notConnected: "Not connected. Keep writing, it will be sent.",
  notInYet: "Not connected. The pad opens as soon as Fadepad answers.",
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
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Some of what you typed since ${time} is `,
          "more than this pad can hold",
          ". It is not in the text any more.",
        ]
      : [
          `Some of what you typed since ${time} `,
          "can’t be kept in this pad",
          ". It is not in the text any more.",
        ],
  takenOut: (time: string) => [
    `What you typed since ${time} stood in a line that was `,
    "taken out meanwhile",
    ". It is not in the text any more.",
  ],
  begunAfresh: () => [
    "The host has begun this pad afresh. Your last words were ",
    "not taken along",
    ". Copy them: they are not in the text any more.",
  ],
  tooLate: (time: string) => [
    `Writing was turned off. Your last words, since ${time}, were `,
    "not taken",
    ". Copy them: they are not in the text any more.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [`What you did at ${time} was `, "more than this pad can hold", ". It is taken back."]
      : [`What you did at ${time} `, "can’t be kept in this pad", ". It is taken back."],
  guessing: (wrong: number) =>
    `Somebody is trying codes: ${wrong} wrong ${wrong === 1 ? "one" : "ones"} in ten minutes. ` +
    "They have to wait, and the code stays as it is.",
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
} as const;

/** What another host has decided: by name, where it was no program. */
export const decided = {
  writing: (host: string | null, on: boolean) => {
    const how = on ? "on" : "off";
    return host ? `${host} turned writing ${how}.` : `Writing was turned ${how}.`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} let ${name} write.` : `${name} writes now.`,
    view: (host: string | null, name: string) =>
      host ? `${host} let ${name} read only.` : `${name} reads only now.`,
    host: (host: string | null, name: string) =>
      host ? `${host} made ${name} a host.` : `${name} is a host now.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} opened the door.` : "The door is open."),
    knock: (host: string | null) =>
      host ? `${host} has new people knock.` : "New people have to knock now.",
    closed: (host: string | null) =>
      host ? `${host} closed the door: nobody new comes in.` : "Nobody new comes in now.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} took the PIN away.` : "There is no PIN any more.";
    return host ? `${host} set a PIN: the code alone lets nobody in.` : "There is a PIN now.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} passed the pencil to ${name}.` : `${name} has the pencil now.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "writing", view: "reading", host: "hosts" }[of];
    return host ? `${host} made new links for ${which}.` : `There are new links for ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} showed ${name} out.` : `${name} was shown out.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Not done: only who came by a host's link decides that.",
    oneself: "Not done: a host takes nothing away from themselves.",
    tooFast: "No new links: ten times a minute, and no oftener.",
    nobody: "They are not here any more.",
    tooMany: "Not done: too many people are out, or have a role of their own.",
  },
} as const;

/** Who reads and asks to write. */
export const hands = {
  ask: "Ask to write",
  asked: "You can read here. The hosts see that you ask to write.",
  askNoMore: "Ask no more",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) =>
    more === 0 ? `${name} asks to write.` : `${name} and ${more} more ask to write.`,
  answer: "Answer",
} as const;

export const templates = {
  label: "Start with",
  agenda: "Agenda",
  goal: "Goal",
  topics: "Topics",
  next: "Next steps",
  minutes: "Minutes",
  present: "Who is here",
  decisions: "Decisions",
  todo: "To do",
  open: "Open",
  retro: "Retro",
  well: "What went well",
  hard: "What was hard",
  tried: "What we try next",
} as const;

export const thumb = {
  label: "Write",
  line: "Line",
  tick: "Tick",
  list: "List",
  heading: "Heading",
  photo: "Photo",
  undo: "Undo",
} as const;

export const more = {
  theme: "Look",
  language: "Language",
  system: "System",
  light: "Light",
  dark: "Dark",
  people: "People",
  outline: "Outline",
  find: "Find…",
  copy: "Copy text as Markdown",
  copied: "Text copied",
  take: "Take it with you…",
  bring: "Bring something in…",
  kept: "File kept",
  keptWithout: "File kept. Some pictures or files could not be fetched and are not in it.",
  licenses: "Licences",
  leave: "Leave",
  end: "End now…",
  handOver: "Hand over…",
  newPad: "New pad…",
  pads: "Pads on this computer",
} as const;
