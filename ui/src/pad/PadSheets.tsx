/** The sheets that lie over the text, one at a time. */
import type { Me } from "../people/me";
import { NameDialog } from "../people/NameDialog";
import { PeopleList } from "../people/PeopleList";
import type { Person } from "../people/presence";
import { ShareSheet } from "../share/ShareSheet";
import { t } from "../strings";
import { EndSheet } from "./EndSheet";

export type SheetName = "share" | "people" | "name" | "end" | null;

interface PadSheetsProps {
  sheet: SheetName;
  pad: string;
  padKey: string;
  people: Person[];
  me: Me;
  onSheet: (sheet: SheetName) => void;
  onMe: (me: Me) => void;
  onKeep: () => void;
  onEnd: () => Promise<void>;
}

export function PadSheets({ sheet, pad, padKey, people, me, onSheet, onMe, onKeep, onEnd }: PadSheetsProps) {
  const close = () => onSheet(null);
  switch (sheet) {
    case "share":
      return <ShareSheet pad={pad} padKey={padKey} onClose={close} />;
    case "people":
      return <PeopleList people={people} onRename={() => onSheet("name")} onClose={close} />;
    case "name": {
      const take = (next: Me) => {
        onMe(next);
        close();
      };
      return <NameDialog me={me} title={t.name.change} action={t.name.keep} onClose={close} onDone={take} />;
    }
    case "end":
      return <EndSheet others={people.length} onKeep={onKeep} onEnd={onEnd} onClose={close} />;
    case null:
      return null;
  }
}
