/** The six characters of a code, as typed or pasted. */

export const CODE_LENGTH = 6;
/** Letters and digits that nobody takes for another: no O and 0, I, L and 1, no U. */
const ALPHABET = new Set("ABCDEFGHJKMNPQRSTVWXYZ23456789");

export interface Typed {
  /** What of it can be in a code, at most six characters. */
  code: string;
  /** Letters and digits that are in no code, each once, in the order typed. */
  strange: string;
}

/** Reads what was typed: any case, any spaces and dashes; a pasted join link gives its code. */
export function readCode(text: string): Typed {
  const tail = text.match(/\/j\/([^/?#]+)/i)?.[1] ?? text;
  let code = "";
  const strange = new Set<string>();
  for (const char of tail.toUpperCase()) {
    if (ALPHABET.has(char)) code += char;
    else if (/[\p{L}\p{N}]/u.test(char)) strange.add(char);
  }
  return { code: code.slice(0, CODE_LENGTH), strange: [...strange].join("") };
}
