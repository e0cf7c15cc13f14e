/** After leaving. */

export const left = {
  title: "You have left",
  body: "This page holds no text any more. As long as the pad lives, you can come back.",
  back: "Back to the pad",
} as const;
