/**
 * BlockNote's menus and toolbars with what they lack for keys and screen readers. It is done from outside: by the
 * contexts through which BlockNote takes its components, and by a property of Mantine's; BlockNote is as it came.
 */
import { components as plain } from "@blocknote/mantine";
import "@blocknote/mantine/style.css";
import {
  BlockNoteContext,
  ComponentsContext,
  ExtendButton,
  PortalElementOverride,
  TableHandle,
  TableHandlesController,
  useBlockNoteContext,
} from "@blocknote/react";
import type { Components, ExtendButtonProps, TableHandleProps } from "@blocknote/react";
import { MantineProvider } from "@mantine/core";
import {
  createContext,
  useContext,
  useMemo,
  useState,
  type ComponentProps,
  type ReactNode,
} from "react";
import { m } from "../../strings/menus";
import { LinkForm } from "./LinkForm";
import { Bar } from "./tools";
import "./menus.css";

/**
 * Mantine opens a menu with the focus on an empty element inside it, which is no line of a menu, keeps keys from lines
 * that scroll, and takes the focus back to the button from the text, where a choice has just led it.
 */
const THEME = {
  components: {
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        menuItemTabIndex: 0 as const,
        returnFocus: false,
      },
    },
  },
};

/** The menus and toolbars that are given to it, in Mantine's clothes and in a box beside the text, which does not wear them. */
export function Dressed({ children }: { children: ReactNode }) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  return (
    <MantineProvider theme={THEME} withCssVariables={false} getRootElement={() => undefined}>
      <ComponentsContext.Provider value={components}>
        <div ref={setBox} />
        <PortalElementOverride target={box ?? undefined}>
          {box && <AllowedOnly>{children}</AllowedOnly>}
        </PortalElementOverride>
      </ComponentsContext.Provider>
    </MantineProvider>
  );
}

type Attributes = Record<string, unknown> | undefined;

/** A text box can't be expanded (ARIA 1.2): what is open is told by `aria-controls` and the active line alone. */
function AllowedOnly({ children }: { children: ReactNode }) {
  const context = useBlockNoteContext();
  const value = useMemo(() => {
    const set = context?.setContentEditableProps;
    if (!set) return context;
    const setContentEditableProps: typeof set = (next) =>
      set((before) => {
        const { "aria-expanded": _, ...allowed }: NonNullable<Attributes> =
          (typeof next === "function" ? next(before) : next) ?? {};
        return allowed;
      });
    return { ...context, setContentEditableProps };
  }, [context]);
  return <BlockNoteContext.Provider value={value}>{children}</BlockNoteContext.Provider>;
}

/** What a handle or a button at a table's edge is for; BlockNote tells it to the part around it alone. */
const TablePart = createContext<string | null>(null);

const { Generic, TableHandle: table } = plain;
const components: Components = {
  ...plain,
  FormattingToolbar: { ...plain.FormattingToolbar, Root: Bar },
  LinkToolbar: { ...plain.LinkToolbar, Root: Bar },
  TableHandle: { Root: named(table.Root), ExtendButton: named(table.ExtendButton) },
  Generic: {
    ...Generic,
    Form: { ...Generic.Form, Root: LinkForm },
    Menu: { ...Generic.Menu, Button: named(Generic.Menu.Button) },
  },
};

/** The same button with a name, where it has none of its own. */
function named<Props extends object>(
  Plain: React.ComponentType<Props>,
): React.ComponentType<Props> {
  return function Named(props: Props) {
    const part = useContext(TablePart);
    const { label } = props as { label?: string };
    return <Plain {...props} aria-label={label ?? part ?? m.cell} />;
  };
}

const Handle = (props: TableHandleProps) => (
  <TablePart.Provider value={props.orientation === "row" ? m.row : m.column}>
    <TableHandle {...props} />
  </TablePart.Provider>
);

const Extend = (props: ExtendButtonProps & ComponentProps<typeof ExtendButton>) => (
  <TablePart.Provider value={props.orientation === "addOrRemoveRows" ? m.moreRows : m.moreColumns}>
    <ExtendButton {...props} />
  </TablePart.Provider>
);

export const TableHandles = () => (
  <TableHandlesController tableHandle={Handle} extendButton={Extend} />
);
