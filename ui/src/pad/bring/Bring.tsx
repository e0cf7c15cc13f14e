/** Bringing a file into this pad: reading it, saying what was found, putting it where the person says. */
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../api";
import type { PlainBlock } from "../../forms/blocks";
import { wordsOf } from "../../forms/plain";
import { go } from "../../kit/navigation";
import { sizeText } from "../../kit/sizes";
import { toast } from "../../kit/Toast";
import { useNewPadKey } from "../../life/newPad";
import { padPath } from "../../routes";
import { b } from "../../strings/take";
import { BringIn, type Offer, type Where } from "../../take/BringIn";
import { takeWaiting } from "../../take/waiting";
import { weightOf } from "../clipboard/weight";
import { usePad, useSheets, useView } from "../context";
import type { PadText } from "../Editor";
import type { PadSession } from "../session";
import { carry } from "../keepsake";
import { carryState, kinOf, type Kin } from "./plant";
import { fileName } from "./fileName";
import { readFile, type Found } from "./read";
import { Refused } from "./refused";
import { missingIn } from "./state";

/** Bytes that a new pad holds. */
const FRESH_ROOM = 8 << 20;
/** One person's first sync fills at most half of what is free. */
const SHARE = 2;

const queue = () =>
  import("../pictures/queue").catch(() => {
    throw new Refused("away");
  });

const countOf = (blocks: readonly PlainBlock[], fits: (block: PlainBlock) => boolean): number =>
  blocks.reduce((sum, one) => sum + (fits(one) ? 1 : 0) + countOf(one.children ?? [], fits), 0);

interface Standing {
  /** How what it carries stands to this pad; `null` where it carries nothing. */
  kin: Kin | null;
  /** Blocks of what it carries that were here, and are deleted. */
  gone: number;
  /** Its words are those that stand here. */
  equal: boolean;
  empty: boolean;
  mayNew: boolean;
}

function placesFor({ kin, gone, equal, empty, mayNew }: Standing): Where[] {
  const fresh: Where[] = mayNew ? ["fresh"] : [];
  const back: Where[] = gone > 0 ? ["back"] : [];
  if (kin === "same") return equal ? fresh : [...back, ...fresh, "instead"];
  if (kin === "kin") return ["on", ...fresh];
  return empty ? ["here", ...fresh] : ["end", ...fresh, "instead"];
}

function historyOf({ kin, gone, equal, empty }: Standing): string {
  if (kin === "same") return equal ? b.same : gone > 0 ? b.gone(gone) : b.changed;
  return kin === "kin" || empty ? b.history : b.words;
}

const notesFor = ({ lost, state }: Found, standing: Standing): string[] => [
  ...(lost > 0 ? [b.lost(lost)] : []),
  ...(state ? [historyOf(standing)] : []),
];

function offerOf(found: Found, standing: Standing): Offer {
  const { name, sign, size, blocks } = found;
  const lines = countOf(blocks, () => true);
  const boxes = countOf(blocks, ({ type }) => type === "checkListItem");
  const pictures = countOf(blocks, ({ type }) => type === "image");
  return {
    name,
    sign: sign === "capsule" ? "" : sign,
    facts: b.found(sizeText(size), { lines: lines - pictures, boxes, pictures }),
    notes: notesFor(found, standing),
    places: placesFor(standing),
  };
}

const sentenceFor = (error: unknown, { name, size }: File): string =>
  b.refused[error instanceof Refused ? error.why : "fault"](fileName(name), sizeText(size));

interface Around {
  session: PadSession;
  text: () => PadText | null;
  /** What of the file's blocks is not in the text. */
  missing: () => PlainBlock[];
  newPadKey: string | null;
}

function standingOf(
  { state, blocks }: Found,
  { session, text, missing, newPadKey }: Around,
): Standing {
  const kin = state ? kinOf(state, session.doc) : null;
  const same = kin === "same";
  return {
    kin,
    gone: same ? missing().length : 0,
    equal: same && wordsOf(blocks) === wordsOf(text()?.blocks() ?? []),
    empty: text()?.empty() ?? false,
    mayNew: newPadKey !== null,
  };
}

/** Reads one file at a time; the last one counts. */
function useFound() {
  const [found, setFound] = useState<Found | null>(null);
  const [said, setSaid] = useState<{ problem: boolean; text: string } | null>(null);
  const last = useRef<File | null>(null);
  const read = useCallback((file: File) => {
    last.current = file;
    setFound(null);
    setSaid({ problem: false, text: b.reading(fileName(file.name)) });
    readFile(file).then(
      (found) => {
        if (last.current !== file) return;
        setFound(found);
        setSaid(null);
      },
      (error: unknown) => {
        if (last.current === file) setSaid({ problem: true, text: sentenceFor(error, file) });
      },
    );
  }, []);
  useEffect(() => {
    const look = () => {
      const file = takeWaiting();
      if (file) read(file);
    };
    look();
    addEventListener("fadepad:file", look);
    return () => removeEventListener("fadepad:file", look);
  }, [read]);
  return { found, said, read };
}

export function Bring() {
  const { pad, entry, session, text, again } = usePad();
  const { role, connection, ready } = useView();
  const { close } = useSheets();
  const { found, said, read } = useFound();
  const [busy, setBusy] = useState(false);
  const newPadKey = useNewPadKey(role === "host" ? entry.link : null);
  const missing = () =>
    found?.state ? missingIn(session.fragment, found.blocks, found.state.ids) : [];
  const standing = found && standingOf(found, { session, text, missing, newPadKey });
  const anew = async ({ state, blocks, files, sources }: Found) => {
    const { placesFor: places, startAlong, carryFiles } = await queue();
    const fresh = await api.create("", newPadKey ?? "");
    if (state) {
      carryFiles(fresh.pad, sources);
      carryState(fresh.pad, state);
    } else {
      const placed = places(fresh.pad, blocks, files);
      carry(fresh.pad, placed.blocks);
      startAlong(placed.along);
    }
    go(padPath(fresh.pad, fresh.host_key));
  };
  const put = async (where: Where) => {
    if (!found) return;
    const { name, state, blocks, files, sources } = found;
    const room = where === "fresh" ? FRESH_ROOM : session.room();
    const planted = state && (where === "fresh" || where === "here" || where === "on");
    if (planted ? state.update.length > room / SHARE : weightOf(blocks) > room)
      return toast(b.tooMuch(name));
    // somebody has begun meanwhile: what they wrote is not taken away unasked
    if (where === "here" && !text()?.empty()) return toast(b.begun);
    setBusy(true);
    try {
      const { placesFor: places, startAlong, carryFiles } = await queue();
      const putIn = async (placed: ReturnType<typeof places>, how: "end" | "instead") => {
        await text()?.put(placed.blocks, how);
        startAlong(placed.along);
      };
      if (where === "fresh") return await anew(found);
      if (state && (where === "here" || where === "on")) {
        carryFiles(pad, sources);
        if (!again(state)) return toast(b.opening);
      } else if (where === "end" || where === "back") {
        const fresh = state ? missing() : blocks;
        if (fresh.length === 0) return toast(b.same);
        await putIn(places(pad, fresh, files), "end");
      } else await putIn(places(pad, blocks, files), "instead");
      close();
      toast(b.done(name));
    } catch (error) {
      console.error("a file can't be put in", error);
      const isAway = error instanceof Refused && error.why === "away";
      toast(where === "fresh" ? b.failed : isAway ? b.offline : b.broken);
    } finally {
      setBusy(false);
    }
  };
  return (
    <BringIn
      offer={standing && offerOf(found, standing)}
      said={said}
      busy={busy}
      live={connection.is === "live" && ready}
      onFile={read}
      onPut={(where) => void put(where)}
      onClose={close}
    />
  );
}
