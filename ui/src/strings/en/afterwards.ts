/** The end of several sentences about the end. */

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". The host’s machine keeps a copy of it in files."
    : ", and Fadepad can’t bring it back.";
