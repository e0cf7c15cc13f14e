/**
 * The lists that open while one types "/" or ":", as lists that have a name. The focus stays in the text, which names the
 * line that is meant.
 */
import {
  useComponentsContext,
  type DefaultReactGridSuggestionItem,
  type DefaultReactSuggestionItem,
  type GridSuggestionMenuProps,
  type SuggestionMenuProps,
} from "@blocknote/react";
import { useId, type CSSProperties, type ReactNode } from "react";
import { useTouch } from "../../kit/device";
import { useSeenWidth } from "../../kit/keyboard";
import { m } from "../../strings/menus";

/** The text refers to both lists and their lines by these names, whichever is open. */
const LIST = "bn-suggestion-menu";
const lineId = (at: number) => `bn-suggestion-menu-item-${at}`;

interface Line {
  item: DefaultReactSuggestionItem;
  at: number;
}

/** Neighbours of one group together, in their order. */
function groupsOf(items: readonly DefaultReactSuggestionItem[]): [name: string, lines: Line[]][] {
  const groups: [string, Line[]][] = [];
  items.forEach((item, at) => {
    const [name, lines] = groups[groups.length - 1] ?? [];
    if (lines && name === (item.group ?? "")) lines.push({ item, at });
    else groups.push([item.group ?? "", [{ item, at }]]);
  });
  return groups;
}

export function SlashMenu({
  items,
  loadingState,
  selectedIndex,
  onItemClick,
}: SuggestionMenuProps<DefaultReactSuggestionItem>) {
  const Components = useComponentsContext();
  if (!Components) return null;
  const { Item } = Components.SuggestionMenu;
  return (
    // it scrolls, so keys have to reach it
    <div id={LIST} className="bn-suggestion-menu" role="listbox" aria-label={m.slash} tabIndex={0}>
      {groupsOf(items).map(([name, lines]) => (
        <Group key={name} name={name}>
          {lines.map(({ item, at }) => (
            <Item
              key={item.title}
              id={lineId(at)}
              className="bn-suggestion-menu-item"
              item={item}
              isSelected={at === selectedIndex}
              onClick={() => onItemClick?.(item)}
            />
          ))}
        </Group>
      ))}
      {items.length === 0 && loadingState === "loaded" && <Nothing />}
    </div>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className="bn-suggestion-menu-label">
        {name}
      </div>
      {children}
    </div>
  );
}

/** A line that says so: a list without any is no list. */
const Nothing = () => (
  <div
    id={lineId(0)}
    className="bn-suggestion-menu-item"
    role="option"
    aria-selected="false"
    aria-disabled="true"
  >
    {m.none}
  </div>
);

/** An emoji with what is around it (px), as in menus.css: a finger needs more. */
const CELL_PX = { mouse: 36, touch: 44 };
/** What lies beside the emoji: the list's own edge, and the air between it and the window's (px). */
const EDGES_PX = 2 * (8 + 8);

/** As many as fit beside each other, at most ten. */
export function useEmojiColumns(): number {
  const cell = useTouch() ? CELL_PX.touch : CELL_PX.mouse;
  return Math.max(1, Math.min(10, Math.floor((useSeenWidth() - EDGES_PX) / cell)));
}

/** In rows to the eye and to the arrow keys; to a screen reader a list, since emoji have no columns. */
export function EmojiMenu({
  items,
  loadingState,
  selectedIndex,
  onItemClick,
  columns,
}: GridSuggestionMenuProps<DefaultReactGridSuggestionItem>) {
  const style: CSSProperties = { gridTemplateColumns: `repeat(${columns}, 1fr)` };
  const loaded = loadingState === "loaded";
  return (
    <div
      id={LIST}
      className="bn-grid-suggestion-menu"
      role="listbox"
      aria-label={m.emoji}
      aria-busy={!loaded}
      style={style}
      tabIndex={0}
    >
      {items.map((item, at) => (
        <div
          key={item.id}
          id={lineId(at)}
          ref={(line) =>
            at === selectedIndex ? line?.scrollIntoView({ block: "nearest" }) : undefined
          }
          className="bn-grid-suggestion-menu-item"
          role="option"
          aria-selected={at === selectedIndex}
          onClick={() => onItemClick?.(item)}
        >
          {item.icon}
        </div>
      ))}
      {items.length === 0 && loaded && <Nothing />}
    </div>
  );
}
