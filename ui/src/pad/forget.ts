/** What is kept in this page beside the text of a pad, and goes with it. */
const all = new Set<() => void>();

/** Calls this when a pad is over for good, or is left. */
export const whenOver = (forget: () => void): void => void all.add(forget);

/** A pad is over for good, or is left: nothing that was meant for it stays in memory. */
export const forgetAll = (): void => all.forEach((forget) => forget());
