/** What stands in the place of an editor that fails; fetched only then. */
export const fallen = {
  title: "The text can’t be written on here at the moment",
  body: "It is still in the pad. Below are its words. Take a copy, or try again.",
  copy: "Copy the text",
  text: "The words of the text",
  host:
    "If it stays like this, you can begin again with the text as this page last showed it well. " +
    "Everyone’s text becomes that one; what came later goes.",
  afresh: "Start afresh from the last good text",
} as const;
