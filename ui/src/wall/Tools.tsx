/** The few things that a host does at a wall: out of sight until the mouse moves or a key leads to them. */
import { Icon } from "../kit/Icon";
import { LanguageButton } from "../kit/LanguageButton";
import { chooseTheme, useTheme } from "../kit/theme";
import { w } from "../strings/wall";
import { toggleFull, useFull } from "./screen";

interface ToolsProps {
  onWifi: (() => void) | null;
  /** Whether the text is wished for. */
  text: boolean;
  /** A host wishes for it, or no more. */
  onText: ((shown: boolean) => void) | null;
}

export function Tools({ onWifi, text, onText }: ToolsProps) {
  const { shown } = useTheme();
  const full = useFull();
  const other = shown === "dark" ? "light" : "dark";
  return (
    <div className="wall-tools" role="group" aria-label={w.tools}>
      {onText && (
        <button type="button" className="button" aria-pressed={text} onClick={() => onText(!text)}>
          <Icon name="page" />
          {w.text}
        </button>
      )}
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
