/** What Fadepad adds to the editor so that every word lands where one types it. */
import { besideBlocks } from "./besideBlocks";
import { caret } from "./caret";
import { cells } from "./cells";
import { code } from "./code";
import { copies } from "./copies";
import { divider, REPLACED } from "./divider";
import { emptyPage } from "./emptyPage";
import { everything } from "./everything";
import { folds } from "./folds";
import { joining } from "./joining";
import { ESCAPE, leaving } from "./leaving";
import { redo } from "./redo";
import { stars } from "./stars";
import { takeBack } from "./takeBack";
import { tickBoxes } from "./tickBoxes";
import { waysOut } from "./waysOut";

export { mishaps, type Mishaps } from "./mishaps";
export { putDivider } from "./divider";

/**
 * For the editor's options. The line below the text is ours (`emptyPage`), so BlockNote's is off; and so is the cursor
 * between two blocks: nobody sees it, and Delete at it takes a block further below away.
 */
export const typing = {
  extensions: [
    leaving(),
    everything,
    caret,
    stars,
    divider,
    code,
    folds,
    cells,
    waysOut(),
    takeBack,
    besideBlocks,
    joining,
    redo,
    copies,
    tickBoxes(),
    emptyPage,
  ],
  disableExtensions: [REPLACED, ESCAPE, "gapCursor"],
  trailingBlock: false,
};
