/** The toolbars of a selection and of a link. */
import {
  BasicTextStyleButton,
  BlockTypeSelect,
  ColorStyleButton,
  CreateLinkButton,
  DeleteLinkButton,
  DesktopFormattingToolbarController,
  EditLinkButton,
  FormattingToolbar,
  LinkToolbar,
  LinkToolbarController,
  NestBlockButton,
  OpenLinkButton,
  TableCellMergeButton,
  UnnestBlockButton,
  type BlockTypeSelectItem,
  type LinkToolbarProps,
} from "@blocknote/react";
import { useMemo } from "react";
import { usePhone, useTouch } from "../../kit/device";
import { useFocusWithin, useKeyboard } from "../../kit/keyboard";
import { isAllowedLink } from "../../kit/links";

/** While one writes on the keyboard of a touch device, the bar on it takes the place of both; what is typed into one of them keeps it. */
export function Toolbars({ kinds }: { kinds: BlockTypeSelectItem[] }) {
  const keyboard = useKeyboard();
  const touch = useTouch();
  const inText = useFocusWithin(".bn-editor, .keybar");
  const bar = touch && keyboard && inText;
  const Format = useMemo(() => formatOf(kinds), [kinds]);
  return (
    <>
      {!bar && <DesktopFormattingToolbarController formattingToolbar={Format} />}
      {!bar && <LinkToolbarController linkToolbar={SafeLink} />}
    </>
  );
}

/** On a phone only what fits beside the thumb, each as large as that; the bar on the keyboard has the rest. */
const formatOf = (kinds: BlockTypeSelectItem[]) =>
  function Format() {
    const phone = usePhone();
    return (
      <FormattingToolbar>
        <BlockTypeSelect key="type" items={kinds} />
        <BasicTextStyleButton basicTextStyle="bold" key="bold" />
        <BasicTextStyleButton basicTextStyle="italic" key="italic" />
        {!phone && <BasicTextStyleButton basicTextStyle="underline" key="underline" />}
        <BasicTextStyleButton basicTextStyle="strike" key="strike" />
        {!phone && <BasicTextStyleButton basicTextStyle="code" key="code" />}
        {!phone && <ColorStyleButton key="colour" />}
        {!phone && <TableCellMergeButton key="merge" />}
        {!phone && <NestBlockButton key="nest" />}
        {!phone && <UnnestBlockButton key="unnest" />}
        <CreateLinkButton key="link" />
      </FormattingToolbar>
    );
  };

/** Offers to open only what `isAllowedLink` allows. */
const SafeLink = (props: LinkToolbarProps) => (
  <LinkToolbar {...props}>
    <EditLinkButton {...props} />
    {isAllowedLink(props.url) && <OpenLinkButton url={props.url} />}
    <DeleteLinkButton {...props} />
  </LinkToolbar>
);
