/**
 * Callouts: quotes that say their kind. An element of their own would be taken out of the pad by a page of stock BlockNote,
 * as all that it does not know; a quote stays there, and is one.
 */
import type { Node } from "@tiptap/pm/model";
import { calloutOf } from "../forms/blocks";
import { x } from "../strings/inText";

/** Nothing is written of it to a quote that is none. */
const CALLOUT = { default: undefined, type: "string" } as const;

interface QuoteSpec {
  config: { propSchema: object };
}

/** The same block specs, of which a quote may be a callout. */
export function withCallouts<Specs extends { quote: QuoteSpec }>(specs: Specs): Specs {
  const { quote } = specs;
  const propSchema = { ...quote.config.propSchema, callout: CALLOUT };
  return { ...specs, quote: { ...quote, config: { ...quote.config, propSchema } } };
}

/** Who has the text read out hears what kind it is; the others see its sign. */
export function tellCallout(root: ParentNode, { type, attrs }: Node): void {
  const callout = calloutOf({ type: type.name, props: attrs });
  if (!callout) return;
  const quote = root.querySelector("blockquote");
  quote?.setAttribute("role", "note");
  quote?.setAttribute("aria-label", x.callouts[callout]);
}
