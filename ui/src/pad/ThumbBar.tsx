/** The bar under the thumb on a touch device, while the keyboard is down. */
import { Icon, type IconName } from "../kit/Icon";
import { t } from "../strings";
import { underText } from "./insets";
import type { LineKind } from "./Editor";
import { pickAndBring } from "./pictures/pick";
import "./thumb.css";

const LINES: readonly (readonly [LineKind, IconName, "line" | "tick" | "list" | "heading"])[] = [
  ["paragraph", "plus", "line"],
  ["checkListItem", "tick", "tick"],
  ["bulletListItem", "list", "list"],
  ["heading", "heading", "heading"],
];

export const ThumbBar = ({
  onAdd,
  onUndo,
}: {
  onAdd: (kind: LineKind) => void;
  onUndo: () => void;
}) => (
  <nav ref={underText} className="thumb" aria-label={t.thumb.label}>
    {LINES.map(([kind, icon, label]) => (
      <button key={kind} type="button" onClick={() => onAdd(kind)}>
        <Icon name={icon} />
        <span>{t.thumb[label]}</span>
      </button>
    ))}
    <button type="button" onClick={() => pickAndBring("camera")}>
      <Icon name="camera" />
      <span>{t.thumb.photo}</span>
    </button>
    <button type="button" onClick={onUndo}>
      <Icon name="undo" />
      <span>{t.thumb.undo}</span>
    </button>
  </nav>
);
