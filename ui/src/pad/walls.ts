/** Whether the text is on walls, as the server says it to each connection: this person is told each change once. */
export class TextOnWalls {
  #told = false;
  /** This connection has said it; it says nothing where no text is on walls. */
  #isSaid = false;

  /** Another connection begins. True: what this person was told may hold no more, so an answer must be asked for. */
  begin(): boolean {
    this.#isSaid = false;
    return this.#told;
  }

  hear(text: boolean): void {
    this.#isSaid = true;
    this.#tell(text);
  }

  /** Something was answered: what is to be said to who comes has been said before. */
  answered(): void {
    if (!this.#isSaid) this.#tell(false);
  }

  #tell(text: boolean): void {
    if (text === this.#told) return;
    this.#told = text;
    void import("./wallsTold").then(({ tell }) => tell(text));
  }
}
