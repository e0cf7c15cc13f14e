/** The bar under the thumb on a touch device, while the keyboard is down. */
import { Icon, type IconName } from "../kit/Icon";
import { t } from "../strings";
import { underText } from "./bars";
import type { LineKind } from "./Editor";

const LINES: readonly (readonly [LineKind, IconName, string])[] = [
  ["paragraph", "plus", t.thumb.line],
  ["checkListItem", "tick", t.thumb.tick],
  ["bulletListItem", "list", t.thumb.list],
  ["heading", "heading", t.thumb.heading],
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
        <span>{label}</span>
      </button>
    ))}
    <button type="button" onClick={onUndo}>
      <Icon name="undo" />
      <span>{t.thumb.undo}</span>
    </button>
  </nav>
);
