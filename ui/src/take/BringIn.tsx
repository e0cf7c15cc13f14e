/** A file, what was found in it, and where it goes. */
import { useRef, useState, type DragEvent } from "react";
import { useTouch } from "../kit/device";
import { Icon, type IconName } from "../kit/Icon";
import { b } from "../strings/take";
import { Option } from "./Option";
import { Sign } from "./TakeOut";

export type Where = "here" | "on" | "back" | "end" | "fresh" | "instead";

/** What was found in a file. */
export interface Offer {
  name: string;
  sign: string;
  /** "48 KB", "31 lines", "4 tick boxes" */
  facts: readonly string[];
  /** What stays out of it, and what becomes of its history. */
  notes: readonly string[];
  /** Where it may go; none where all of it is here already. */
  places: readonly Where[];
}

interface BringInProps {
  offer: Offer | null;
  /** What is being read, why it does not come in, or nothing. */
  said: { problem: boolean; text: string } | null;
  busy: boolean;
  /** Connected, with all that others have written: what takes the place of a first line asks for it. */
  live: boolean;
  onFile: (file: File) => void;
  onPut: (where: Where) => void;
  onClose: () => void;
}

const ICONS: Record<Where, IconName> = {
  here: "down",
  on: "on",
  back: "list",
  end: "list",
  fresh: "plus",
  instead: "again",
};

/** What is put there goes to the others later, as what one types does. */
const OFFLINE: readonly Where[] = ["back", "end", "instead"];

export function BringIn({ offer, said, busy, live, onFile, onPut, onClose }: BringInProps) {
  const [chosen, setChosen] = useState<Where | null>(null);
  const places = offer?.places ?? [];
  const where = chosen && places.includes(chosen) ? chosen : (places[0] ?? null);
  const away = !live && where !== null && !OFFLINE.includes(where);
  return (
    <>
      <div className="take-two bring-two">
        <Drop offer={offer} said={said} onFile={onFile} />
        {offer && (
          <div className="bring-where">
            {where && <h3>{b.where}</h3>}
            <div className="options" role="radiogroup" aria-label={b.where}>
              {places.map((place) => (
                <Option
                  key={place}
                  group="where"
                  sign={<Icon name={ICONS[place]} />}
                  {...b.places[place]}
                  chosen={place === where}
                  onChoose={() => setChosen(place)}
                />
              ))}
            </div>
            {offer.notes.map((note) => (
              <p key={note} className="quiet">
                {note}
              </p>
            ))}
          </div>
        )}
      </div>
      <div className="take-foot">
        <p className="quiet" role="status">
          {busy ? b.putting : away && b.away}
        </p>
        <button type="button" className="button" onClick={onClose}>
          {b.notNow}
        </button>
        {where && (
          <button
            type="button"
            className="button button-main"
            disabled={busy || away}
            onClick={() => onPut(where)}
          >
            {b.put[where]}
          </button>
        )}
      </div>
    </>
  );
}

/** Where a file is dropped or chosen, and what is known of it. */
function Drop({ offer, said, onFile }: Pick<BringInProps, "offer" | "said" | "onFile">) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const touch = useTouch();
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={over ? "drop drop-over" : "drop"}
      aria-label={b.title}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {offer && <Sign large text={offer.sign} />}
      <div role="status" className={said?.problem ? "hint-problem" : ""}>
        {offer && (
          <>
            <b>{offer.name}</b>
            <span className="quiet">{offer.facts.join(" · ")}</span>
          </>
        )}
        {said?.text}
      </div>
      <button
        type="button"
        className="button button-small"
        data-autofocus={offer ? undefined : true}
        onClick={() => input.current?.click()}
      >
        {offer || said ? b.another : b.choose}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="file"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ""; // the same one may be chosen again
        }}
      />
      <p className="quiet">{touch ? b.whatTouch : b.what}</p>
    </section>
  );
}
