/** The rest: look, people, taking the text, and for the host the end. */
import { chooseTheme, useTheme, type Theme } from "../kit/theme";
import { MenuItem } from "../kit/Menu";
import { roleOfKey } from "../kit/padKeys";
import { t } from "../strings";
import { nameOf, useLanguage } from "../strings/language";
import { usePad, useSheets, useView } from "./context";
import { KeysItem } from "./keys/KeysItem";
import type { SheetName } from "./PadSheets";
import type { SessionView } from "./session";
import { taken } from "./taken";
import { WhoItem } from "./who/WhoItem";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** An answer of the server that takes longer than this (ms) is one that the person who leaves has to hear of. */
const TAKEN_WITHIN_MS = 1500;

/** Which sheet it takes to leave: the last person gets the last call, and who wrote what has not arrived hears of it. */
function callOnLeaving({ people, unsaved, left }: SessionView): SheetName {
  if (unsaved || left?.words) return "unsent";
  const [first, ...others] = people;
  return others.length === 0 && (first?.devices ?? 1) === 1 ? "leaving" : null;
}

export function MoreLines() {
  const { entry, session, taking, leave } = usePad();
  const view = useView();
  const { open, find } = useSheets();
  const host = view.role === "host";
  // other pads and the whole of this one are given to no host by another's hand
  const owner = host && roleOfKey(entry.key) === "host";
  const onLeave = async () => {
    await taken(session, TAKEN_WITHIN_MS);
    const call = callOnLeaving(session.view());
    if (call) open(call);
    else leave();
  };
  const theme = useTheme();
  const language = useLanguage();
  return (
    <>
      <MenuItem icon="people" onClick={() => open("people")}>
        {t.more.people}
      </MenuItem>
      <MenuItem icon="heading" onClick={() => open("outline")}>
        {t.more.outline}
      </MenuItem>
      <MenuItem icon="search" onClick={() => find({ field: "words" })}>
        {t.more.find}
      </MenuItem>
      <WhoItem />
      <MenuItem icon="copy" onClick={() => void taking.copy()}>
        {t.more.copy}
      </MenuItem>
      <MenuItem icon="keep" onClick={() => open("take")}>
        {t.more.take}
      </MenuItem>
      {view.role !== "view" && (
        <MenuItem icon="page" onClick={() => open("bring")}>
          {t.more.bring}
        </MenuItem>
      )}
      <div className="menu-looks" role="group" aria-label={t.more.theme}>
        {THEMES.map((value) => (
          <button
            key={value}
            type="button"
            role="menuitemradio"
            aria-checked={theme.chosen === value}
            className={theme.chosen === value ? "segment segment-on" : "segment"}
            onClick={() => chooseTheme(value)}
          >
            {t.more[value]}
          </button>
        ))}
      </div>
      <MenuItem icon="globe" onClick={() => open("language")}>
        {t.more.language}
        <span className="menu-end menu-now">{nameOf(language)}</span>
      </MenuItem>
      {owner && (
        <MenuItem icon="list" onClick={() => location.assign("/")}>
          {t.more.pads}
        </MenuItem>
      )}
      {owner && (
        <MenuItem
          icon="plus"
          onClick={() => window.open(`/new#${entry.link}`, "_blank", "noopener")}
        >
          {t.more.newPad}
        </MenuItem>
      )}
      {owner && (
        <MenuItem icon="laptop" onClick={() => open("handOver")}>
          {t.more.handOver}
        </MenuItem>
      )}
      <KeysItem />
      <MenuItem icon="info" onClick={() => window.open("/licenses", "_blank", "noopener")}>
        {t.more.licenses}
      </MenuItem>
      <MenuItem icon="leave" onClick={() => void onLeave()}>
        {t.more.leave}
      </MenuItem>
      {host && (
        <MenuItem icon="end" danger onClick={() => open("end")}>
          {t.more.end}
        </MenuItem>
      )}
    </>
  );
}
