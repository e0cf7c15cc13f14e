/** What a file says of the text beside the text. */
export interface About {
  /** What it is called. */
  title: string;
  /** When it was taken, as people read it: "24 November 2026, 14:32". */
  when: string;
  /** Its language, as a tag of BCP 47. */
  language: string;
}
