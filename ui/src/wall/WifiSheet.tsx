/** The host types the room's Wi-Fi once: it goes into a code on this page, and nowhere else. */
import { useState, type FormEvent } from "react";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { w } from "../strings/wall";
import type { Wifi } from "./wifi";

/** What 802.11 and WPA allow: a name of 32 bytes, a passphrase of 63 characters. */
const LONGEST = { name: 32, password: 63 };

interface WifiSheetProps {
  wifi: Wifi | null;
  /** `null`: it is shown no more, and forgotten. */
  onDone: (wifi: Wifi | null) => void;
  onClose: () => void;
}

export function WifiSheet({ wifi, onDone, onClose }: WifiSheetProps) {
  const [name, setName] = useState(wifi?.name ?? "");
  const [password, setPassword] = useState(wifi?.password ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name) onDone({ name, password });
  };
  const typed = {
    autoComplete: "off",
    autoCapitalize: "none",
    autoCorrect: "off",
    spellCheck: false,
  } as const;
  return (
    <Sheet title={w.wifiTitle} closeLabel={t.close} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="quiet">{w.wifiLead}</p>
        <label className="field">
          <span>{w.wifiName}</span>
          <input
            data-autofocus
            {...typed}
            value={name}
            maxLength={LONGEST.name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{w.wifiPassword}</span>
          {/* no password field: a browser would offer to keep it */}
          <input
            className="masked"
            {...typed}
            value={password}
            maxLength={LONGEST.password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <button type="submit" className="button button-main button-big" disabled={!name}>
          {w.wifiShow}
        </button>
        {wifi && (
          <button type="button" className="button button-quiet" onClick={() => onDone(null)}>
            {w.wifiHide}
          </button>
        )}
      </form>
    </Sheet>
  );
}
