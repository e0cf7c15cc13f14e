/** Whether something between here and the server lets pages through and no sockets, such as a proxy that knows no WebSocket. */

export class UpgradeProbe {
  /** Attempts in a row that came to nothing. */
  #failed = 0;
  /** Something was heard by the socket there is: a proxy may open one that it brings nowhere. */
  isOpen = false;
  #asking = false;

  constructor(
    /** Asks over plain HTTP whether the server is there and sees no socket of ours. */
    private readonly lacksUpgrade: () => Promise<boolean>,
    private readonly tell: (blocked: boolean) => void,
  ) {}

  /** A socket was let through: something was heard by it. */
  opened(): void {
    this.isOpen = true;
    this.#failed = 0;
    this.tell(false);
  }

  /**
   * A socket is closed. One that nothing was heard by is asked about: the second, and then ever less often; at once where it
   * was waited for until it was `given up`.
   */
  closed(givenUp: boolean): void {
    if (this.isOpen) {
      this.isOpen = false;
      return;
    }
    this.#failed += 1;
    const due = (givenUp || this.#failed > 1) && Number.isInteger(Math.log2(this.#failed));
    if (due && !this.#asking) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const lacks = await this.lacksUpgrade();
    this.#asking = false;
    // Something may have been heard meanwhile, also by one that is closed again.
    if (this.#failed > 0) this.tell(lacks);
  }
}
