/** The few things that a host does at a wall: out of sight until the mouse moves or a key leads to them. */
import { Icon } from "../kit/Icon";
import { LanguageButton } from "../kit/LanguageButton";
import { chooseTheme, useTheme } from "../kit/theme";
import { w } from "../strings/wall";
import { toggleFull, useFull } from "./screen";

export function Tools({ onWifi }: { onWifi: (() => void) | null }) {
  const { shown } = useTheme();
  const full = useFull();
  const other = shown === "dark" ? "light" : "dark";
  return (
    <div className="wall-tools" role="group" aria-label={w.tools}>
      {onWifi && (
        <button type="button" className="button" onClick={onWifi}>
          <Icon name="wifi" />
          {w.wifi}
        </button>
      )}
      <button type="button" className="button" onClick={() => chooseTheme(other)}>
        <Icon name="moon" />
        {w[other]}
      </button>
      <LanguageButton className="button" />
      {full !== null && (
        <button type="button" className="button" aria-pressed={full} onClick={toggleFull}>
          <Icon name="full" />
          {w.full}
        </button>
      )}
    </div>
  );
}
