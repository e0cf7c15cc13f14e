/** The line icons of the page, drawn on a 24-unit grid, and the mark: three lines of writing that fade. */

const PATHS = {
  share: "M12 15V4m0 0L8 8m4-4 4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v10H9zM5 15V5h10",
  keep: "M12 4v10m0 0-4-4m4 4 4-4M5 19h14",
  again: "M19 12a7 7 0 1 1-2.3-5.2M19 4v4.5h-4.5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  wifi: "M5 10.5a10 10 0 0 1 14 0M8 14a6 6 0 0 1 8 0M12 18h.01",
  network: "M9 4h6v5H9zM3.5 15h6v5h-6zM14.5 15h6v5h-6zM12 9v3m-5.5 3v-3h11v3",
  wall: "M4 5h16v11H4zM12 16v4M8.5 20h7",
  full: "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5",
  globe:
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17z",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  phone:
    "M8 3.5h8A1.5 1.5 0 0 1 17.5 5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5zM11 17.5h2",
  laptop: "M5.5 5h13v9.5h-13zM3 18.5h18M9.5 9.8h5m0 0-1.8-1.8M14.5 9.8l-1.8 1.8",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.4M18 14a6.5 6.5 0 0 1 3.5 6",
  door: "M6 20V5.5A1.5 1.5 0 0 1 7.5 4h9A1.5 1.5 0 0 1 18 5.5V20M4 20h16M14.5 12h.01",
  end: "M12 4v8M7.5 6.8a7 7 0 1 0 9 0",
  leave:
    "M14 5H6.5A1.5 1.5 0 0 0 5 6.5v11A1.5 1.5 0 0 0 6.5 19H14M10 12h10m0 0-3.5-3.5M20 12l-3.5 3.5",
  page: "M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5",
  plus: "M12 5v14M5 12h14",
  picture: "M4 5h16v14H4zM8.5 10.5h.01M20 15.5l-4.5-4.5L5 19",
  camera: "M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  tick: "M4.5 4.5h15v15h-15zM8.5 12.2l2.6 2.6 4.6-5.2",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  heading: "M6 5v14M18 5v14M6 12h12",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  bold: "M7.5 5h5.2a3.4 3.4 0 0 1 0 6.8H7.5zM7.5 11.8h6a3.6 3.6 0 0 1 0 7.2h-6z",
  italic: "M10 5h7M7 19h7M13.5 5l-3 14",
  underline: "M7 4.5v6.5a5 5 0 0 0 10 0V4.5M6 20h12",
  strike:
    "M4 12h16M16.5 8c-.4-1.9-2-3-4.4-3-2.5 0-4.3 1.2-4.3 3.2 0 1 .4 1.8 1.2 2.4" +
    "M7.3 15.5c.4 2.2 2.2 3.5 4.8 3.5 2.7 0 4.5-1.3 4.5-3.4 0-.6-.1-1.1-.4-1.6",
  code: "M8.5 7.5 4 12l4.5 4.5M15.5 7.5 20 12l-4.5 4.5",
  mark: "M5 20h14M9 16l-2.5-2.5L15 5l4 4-7 7H9z",
  link: "M10.2 13.8a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7l-1.2 1.2M13.8 10.2a4 4 0 0 0-5.7 0l-3.3 3.3a4 4 0 0 0 5.7 5.7l1.2-1.2",
  indent: "M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5l3 2.5-3 2.5",
  outdent: "M4 5h16M11 10h9M11 14h9M4 19h16M7 9.5 4 12l3 2.5",
  slash: "M14.5 5l-5 14",
  pen: "M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19z",
  pass: "M3.5 20.5l.9-3.6L14 7.3a1.9 1.9 0 0 1 2.7 2.7l-9.6 9.6zM14 18.5h7m0 0-2.6-2.6M21 18.5l-2.6 2.6",
  on: "M9.5 6l6 6-6 6",
  back: "M14.5 6l-6 6 6 6",
  up: "M12 19V5m0 0-5.5 5.5M12 5l5.5 5.5",
  down: "M12 5v14m0 0 5.5-5.5M12 19l-5.5-5.5",
  left: "M19 12H5m0 0 5.5-5.5M5 12l5.5 5.5",
  right: "M5 12h14m0 0-5.5-5.5M19 12l-5.5 5.5",
  row: "M4.5 4.5h15v15h-15zM4.5 9.5h15M4.5 14.5h15",
  column: "M4.5 4.5h15v15h-15zM9.5 4.5v15M14.5 4.5v15",
  turn: "M4 8h13m0 0-3.5-3.5M17 8l-3.5 3.5M20 16H7m0 0 3.5-3.5M7 16l3.5 3.5",
  colour: "M12 3.5s6 6 6 10.5a6 6 0 0 1-12 0C6 9.5 12 3.5 12 3.5z",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7M10.5 11v5M13.5 11v5",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  eye: "M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  keys: "M4 7h16v10.5H4zM7.5 10.5h.01M10.5 10.5h.01M13.5 10.5h.01M16.5 10.5h.01M8.5 14h7",
  host: "M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.2L15.2 10",
  hand:
    "M8 12.5V6a1.4 1.4 0 0 1 2.8 0v5M10.8 10.5V4.4a1.4 1.4 0 0 1 2.8 0v6.1" +
    "M13.6 10.8V6a1.4 1.4 0 0 1 2.8 0v8.5a6 6 0 0 1-6 6c-2.4 0-3.8-.9-5-3L3.2 13.6a1.4 1.4 0 0 1 2.4-1.4L8 15",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5l4.5 4.5",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17M12 11.5v4.5M12 8h.01",
} as const;

export type IconName = keyof typeof PATHS | "more";

/** What points along the line turns round where that runs from right to left. */
const ALONG = /^(on|back|leave|undo|list|indent|outdent|pass)$/;

/** An icon beside or instead of a word; always hidden from screen readers, the button carries the name. */
export function Icon({ name }: { name: IconName }) {
  if (name === "more")
    return (
      <svg className="icon" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
        <circle cx="5.5" cy="12" r="1.7" />
        <circle cx="12" cy="12" r="1.7" />
        <circle cx="18.5" cy="12" r="1.7" />
      </svg>
    );
  return (
    <svg
      className={ALONG.test(name) ? "icon along" : "icon"}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of Fadepad. */
export const Mark = ({ large = false, gone = false }: { large?: boolean; gone?: boolean }) => (
  <svg
    className={`mark${large ? " mark-large" : ""}${gone ? " mark-gone" : ""}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    <rect x="4" y="6" width="16" height="2.6" rx="1.3" />
    <rect x="4" y="11" width="13" height="2.6" rx="1.3" opacity=".55" />
    <rect x="4" y="16" width="9" height="2.6" rx="1.3" opacity=".22" />
  </svg>
);
