/** The kinds that our page knows beside BlockNote's own. */
import {
  BlockNoteSchema,
  createBlockSpec,
  createInlineContentSpec,
  defaultBlockSpecs,
  defaultInlineContentSpecs,
} from "@blocknote/core";
import {
  misfitConfig,
  misfitImplementation,
  misfitInLineConfig,
  misfitInLineImplementation,
} from "../../src/pad/misfit";
import { styles } from "../../src/pad/typing/styles";

const blockSpecs = {
  ...defaultBlockSpecs,
  misfit: createBlockSpec(misfitConfig as never, misfitImplementation as never)(),
};
const inlineContentSpecs = {
  ...defaultInlineContentSpecs,
  misfitInLine: createInlineContentSpec(
    misfitInLineConfig as never,
    misfitInLineImplementation as never,
  ),
};

export const withMisfits = BlockNoteSchema.create({
  blockSpecs: blockSpecs as never,
  inlineContentSpecs: inlineContentSpecs as never,
  styleSpecs: styles,
});
