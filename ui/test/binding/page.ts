/** The kinds that our page knows beside BlockNote's own. */
import { BlockNoteSchema, createBlockSpec, createInlineContentSpec, createStyleSpec, defaultBlockSpecs, defaultInlineContentSpecs, defaultStyleSpecs } from "@blocknote/core";
import { misfitConfig, misfitImplementation, misfitInLineConfig, misfitInLineImplementation, unknownConfig, unknownImplementation } from "../../src/pad/misfit";

const blockSpecs = { ...defaultBlockSpecs, misfit: createBlockSpec(misfitConfig as never, misfitImplementation as never)() };
const inlineContentSpecs = { ...defaultInlineContentSpecs, misfitInLine: createInlineContentSpec(misfitInLineConfig as never, misfitInLineImplementation as never) };
const styleSpecs = { ...defaultStyleSpecs, unknown: createStyleSpec(unknownConfig, unknownImplementation) };

export const withMisfits = BlockNoteSchema.create({ blockSpecs: blockSpecs as never, inlineContentSpecs: inlineContentSpecs as never, styleSpecs });
