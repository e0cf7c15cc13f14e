/** Raised and lowered letters: a pad has no such mark, Unicode has many as letters of their own. Its twin: `src/render/scripts.rs`. */

export type Script = "sup" | "sub";

const PLAIN = "0123456789+-\u2212=()";
const LETTERS: Record<Script, [plain: string, script: string]> = {
  sup: [`${PLAIN}abcdefghijklmnoprstuvwxyz`, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"],
  sub: [`${PLAIN}aehijklmnoprstuvx`, "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"],
};
/** "4th" and its like are read, and found, as they are. */
const ORDINAL = /^(st|nd|rd|th)$/;

/** These words raised or lowered; `null` where not all of their letters are to be had so. */
export function inScript(words: string, script: Script): string | null {
  const [plain, letters] = LETTERS[script];
  if (!words || ORDINAL.test(words)) return null;
  const written = [...words].map((letter) => letters[plain.indexOf(letter)]);
  return written.every((letter) => letter !== undefined) ? written.join("") : null;
}
