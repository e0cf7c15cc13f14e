/** Going along with somebody's caret. */
export const follow = {
  follow: (name: string) => `Follow ${name}`,
  /** Around the name. */
  following: ["You follow ", "."],
  stop: "Stop following",
} as const;
