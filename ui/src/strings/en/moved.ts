/** What people read while their pad goes over to another machine; fetched only then. */

export const moved = {
  going: "This pad goes on at another computer. This page goes along as soon as you pause.",
  looking: "This pad goes on at another computer. This page is on its way.",
  unreached: (at: string) =>
    `This pad goes on at ${at}. This device does not get there yet: type that address into the browser. What you write here still arrives.`,
  go: "Go there",
  title: "This pad goes on elsewhere",
  there: (at: string) => `It is at ${at} now. This page goes there by itself.`,
  type: (at: string) =>
    `It is at ${at} now, and this device does not get there yet. Join that computer’s network, and type that address into the browser.`,
  erased: "On the computer where it was, its text is erased.",
  words: "Some of your words did not arrive any more. They are still in this page.",
} as const;
