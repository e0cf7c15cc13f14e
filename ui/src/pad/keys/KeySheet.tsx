/** All keys of the page on one sheet, as they are on this system. */
import { keysOf } from "../../kit/keyboardKeys";
import { Sheet } from "../../kit/Sheet";
import { t } from "../../strings";
import { keyName, y } from "../../strings/keys";
import { usePad, useSheets } from "../context";
import { groupsOf, type Group } from "./list";
import "./keys.css";

export default function KeySheet() {
  const { text } = usePad();
  const { close } = useSheets();
  const said = text()?.editor.dictionary.slash_menu; // without an editor there is nothing to press keys in
  return (
    <Sheet title={y.title} closeLabel={t.close} onClose={close}>
      <div className="key-groups">
        {said && groupsOf(said).map((group) => <Keys key={group.title} {...group} />)}
      </div>
    </Sheet>
  );
}

const Keys = ({ title, rows, typed = false }: Group) => (
  <section>
    <h3>{title}</h3>
    <dl>
      {rows.map(([what, ...shortcuts]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd dir="ltr">
            {shortcuts.flatMap((shortcut) =>
              shortcut.split(" ").map((each) => (
                <span key={each} className="keys-pressed">
                  {(typed ? [each] : keysOf(each, keyName)).map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              )),
            )}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
