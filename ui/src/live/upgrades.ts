/** Whether something between here and the server lets pages through and no sockets, such as a proxy that knows no WebSocket. */

export class UpgradeProbe {
  /** Attempts in a row that came to nothing. */
  #failed = 0;
  #open = false;
  #asking = false;

  constructor(
    /** Asks over plain HTTP whether the server is there and sees no socket of ours. */
    private readonly lacksUpgrade: () => Promise<boolean>,
    private readonly tell: (blocked: boolean) => void,
  ) {}

  /** A socket was let through. */
  opened(): void {
    this.#open = true;
    this.#failed = 0;
    this.tell(false);
  }

  /** A socket is closed. One that never opened is asked about: the second, and then ever less often. */
  closed(): void {
    if (this.#open) {
      this.#open = false;
      return;
    }
    this.#failed += 1;
    const due = this.#failed > 1 && Number.isInteger(Math.log2(this.#failed));
    if (due && !this.#asking) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const lacks = await this.lacksUpgrade();
    this.#asking = false;
    if (!this.#open) this.tell(lacks);
  }
}
