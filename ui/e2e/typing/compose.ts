/**
 * What input methods send, as browsers pass it on: the events in their order, and between them the letters that the browser
 * changes itself.
 */
import type { Hands } from "../browsers/hands";

/** How the letters come that stand before the caret. */
export interface Input {
  /** `compositionstart` and `compositionend` stand around `insertCompositionText`. */
  type:
    | "compositionstart"
    | "compositionend"
    | "insertCompositionText"
    | "insertReplacementText"
    | "insertText";
  /** The new letters. */
  data?: string;
  /** How many letters before the caret they replace. */
  instead?: number;
}

/** One input, in the page. */
function inputHere({ type, data = "", instead = 0 }: Input): void {
  const editor = document.querySelector(".bn-editor") as HTMLElement;
  const selection = getSelection() as Selection;
  const { focusNode } = selection;
  const target = focusNode instanceof Element ? focusNode : (focusNode?.parentElement ?? editor);
  const composes = type === "insertCompositionText";
  if (type === "compositionstart" || type === "compositionend")
    return void target.dispatchEvent(
      new CompositionEvent(type, { bubbles: true, cancelable: type === "compositionstart", data }),
    );
  target.dispatchEvent(
    new KeyboardEvent("keydown", {
      bubbles: true,
      cancelable: true,
      key: composes ? "Process" : "Unidentified",
      keyCode: 229,
      isComposing: composes,
    }),
  );
  const given = {
    bubbles: true,
    cancelable: !composes,
    data,
    inputType: type,
    isComposing: composes,
  };
  if (!target.dispatchEvent(new InputEvent("beforeinput", given))) return;
  if (composes)
    target.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, data }));
  let { focusNode: node, focusOffset: at } = selection;
  if (!(node instanceof Text)) {
    const before = node?.childNodes[at - 1];
    const text = before instanceof Text ? before : document.createTextNode("");
    if (text !== before) {
      node?.insertBefore(text, node.childNodes[at] ?? null);
      for (const line of (node as Element).querySelectorAll("br.ProseMirror-trailingBreak"))
        line.remove();
    }
    [node, at] = [text, text.length];
  }
  const letters = node as Text;
  const from = at - instead;
  letters.replaceData(from, instead, data);
  selection.collapse(letters, from + data.length);
  target.dispatchEvent(new InputEvent("input", { ...given, cancelable: false }));
  target.dispatchEvent(
    new KeyboardEvent("keyup", { bubbles: true, key: "Unidentified", keyCode: 229 }),
  );
}

/** Lets the editor look at what has changed. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

/** Sends inputs one after the other; `between` is what others do meanwhile. */
export async function sendInputs(
  hands: Pick<Hands, "run">,
  inputs: readonly Input[],
  between: (nth: number) => Promise<unknown> = async () => {},
): Promise<void> {
  for (const [nth, input] of inputs.entries()) {
    await hands.run(inputHere, input);
    await settled();
    await between(nth);
  }
}

/** A composition in which each stage replaces the one before. */
export const composed = (
  stages: readonly string[],
  end = stages.at(-1) ?? "",
  instead = 0,
): Input[] => [
  { type: "compositionstart" },
  ...[...stages, ...(end === stages.at(-1) ? [] : [end])].map((data, i, all): Input => ({
    type: "insertCompositionText",
    data,
    instead: i === 0 ? instead : (all[i - 1] as string).length,
  })),
  { type: "compositionend", data: end },
];

/** Each with the word that comes of it behind "start ". */
export const METHODS: { name: string; inputs: Input[]; word: string }[] = [
  {
    name: "Gboard takes up the whole word with each key",
    inputs: composed(["h", "he", "hel", "hell", "hello"]),
    word: "hello",
  },
  {
    name: "Gboard goes on in a word that stands there",
    inputs: [{ type: "insertText", data: "wor" }, ...composed(["word", "words"], "words", 3)],
    word: "words",
  },
  {
    name: "Gboard corrects the word at its end",
    inputs: composed(["t", "te", "teh"], "the"),
    word: "the",
  },
  {
    name: "an input method for Japanese",
    inputs: composed(["m", "み", "みz", "みず", "みずう", "みずうみ"], "湖"),
    word: "湖",
  },
  { name: "a dead key", inputs: composed(["´"], "é"), word: "é" },
  {
    name: "an accent held on a Mac",
    inputs: [
      { type: "insertText", data: "e" },
      { type: "insertReplacementText", data: "é", instead: 1 },
    ],
    word: "é",
  },
  {
    name: "autocorrection on iOS",
    inputs: [..."teh"]
      .map((data): Input => ({ type: "insertText", data }))
      .concat({ type: "insertReplacementText", data: "the", instead: 3 }),
    word: "the",
  },
  {
    name: "dictation on iOS",
    inputs: [
      { type: "insertText", data: "I" },
      { type: "insertReplacementText", data: "I said", instead: 1 },
      { type: "insertReplacementText", data: "Ice and", instead: 6 },
    ],
    word: "Ice and",
  },
  {
    name: "a picker of emoji",
    inputs: [
      { type: "insertText", data: "👩‍🚀" },
      { type: "insertText", data: "🇨🇭" },
    ],
    word: "👩‍🚀🇨🇭",
  },
];
