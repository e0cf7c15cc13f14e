/** "K7QPM3" as people read it: two groups of three. */
export const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
