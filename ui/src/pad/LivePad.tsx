/** The pad while it lives: bar, text, and what lies over or under it. */
import { useEffect, useMemo, useRef, useState } from "react";
import { useWay } from "./companion/choice";
import { useTouch } from "../kit/device";
import { onFileDrop } from "../kit/fileDrops";
import { useKeyboard } from "../kit/keyboard";
import { later } from "../kit/lazy";
import { SheetNews } from "../kit/sheetNews";
import { t } from "../strings";
import { isWaiting } from "../take/waiting";
import { SheetsContext, usePad, useTitle, useView, type Finding } from "./context";
import { PadBar } from "./PadBar";
import { PadSheets, type SheetName } from "./PadSheets";
import { PrintHead } from "./PrintHead";
import { ShownOutContext, useShownOut } from "./shownOut";
import { Lines } from "./Skeleton";
import { loadSheets } from "./taking";
import { TemplatePicker } from "./TemplatePicker";
import { TEMPLATE_NAMES } from "./templates";
import { useLastCall } from "./useLastCall";
import { loadEditor, Writing } from "./Writing";

/** Only those who type with their thumbs need it. */
const Bars = later(() => import("./Bars"));
/** Only those who have not chosen the full editor on a phone need it. */
const loadCompanion = () => import("./companion/Companion");
const Companion = later(loadCompanion);
/** Only hosts need it, when somebody knocks. */
const KnockCard = later(() => import("./KnockCard"));

export function LivePad() {
  const { entry, session, text } = usePad();
  const title = useTitle();
  const { connection, ready, role, life, people, knocks, shownOut: shown } = useView();
  const touch = useTouch();
  const keyboard = useKeyboard() && touch;
  const way = useWay();
  const [sheet, setSheet] = useState<SheetName>(null);
  const [empty, setEmpty] = useState(false);
  const [finding, find] = useState<Finding>(null);
  const sheets = useMemo(
    () => ({ sheet, open: setSheet, close: () => setSheet(null), finding, find }),
    [sheet, finding],
  );
  const shownOut = useShownOut(session.epoch, people, shown);
  const answers = useLastCall(life, setSheet, session, sheet === "name");
  const alive = connection.is !== "ended";
  const editable = role !== "view" && alive;
  const calm = editable && way === "companion";
  useEffect(() => {
    document.title = `${title} · ${t.app}`;
  }, [title]);
  const begun = useRef(false);
  const template = TEMPLATE_NAMES.find((name) => name === entry.info.template);
  const begins = ready && editable && empty && people.length === 1; // two would begin with two of it
  useEffect(() => {
    if (!begins || !template || begun.current) return;
    begun.current = true;
    text()?.begin(template);
  }, [begins, template, text]);
  useEffect(() => {
    if (calm) loadCompanion().catch(() => {}); // it is small, and one can write with it as soon as the text is here
  }, [calm]);
  useEffect(() => {
    // behind what one writes with: on a slow line they would come in front of it
    if (ready)
      loadEditor()
        .then(loadSheets, () => {})
        .catch(() => {}); // fetched again when they are wanted
  }, [ready]);

  useFiles(ready && editable, setSheet);
  const card = role === "host" && knocks && <KnockCard knocks={knocks} />;

  return (
    <SheetsContext value={sheets}>
      <div className={calm ? "pad calm" : "pad"}>
        <PadBar slim={keyboard} way={editable ? way : null} />
        <PrintHead pad={title} />
        <main className="paper">
          {!ready && <Lines />}
          {ready && <Writing editable={editable} calm={calm} onEmpty={setEmpty} />}
          {ready && editable && empty && <TemplatePicker onPick={(name) => text()?.begin(name)} />}
        </main>
        {touch &&
          ready &&
          alive &&
          (way === "companion" ? (
            <Companion keyboard={keyboard} reads={!editable} />
          ) : (
            editable && <Bars keyboard={keyboard} />
          ))}
        {!keyboard && sheet === null && card}
        <SheetNews value={card}>
          <ShownOutContext value={shownOut}>
            <PadSheets answers={answers} />
          </ShownOutContext>
        </SheetNews>
      </div>
    </SheetsContext>
  );
}

/** A file that is dropped on the page, or was chosen before the pad was there, opens the sheet for it. */
function useFiles(wanted: boolean, onSheet: (sheet: SheetName) => void): void {
  useEffect(() => {
    if (!wanted) return;
    if (isWaiting()) onSheet("bring");
    return onFileDrop((files, at) => {
      void import("./drops").then(({ takeDrop }) => takeDrop(files, at, () => onSheet("bring")));
      return true;
    });
  }, [wanted, onSheet]);
}
