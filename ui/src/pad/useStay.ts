/** One's stay in a pad, and the next one where words don't go through or are refused: it takes the place of the first when it has them. */
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { socketUrl } from "../live/socket";
import type { Me } from "../people/me";
import type { Entry } from "../people/entry";
import type { Brought } from "./bring/state";
import { Refusals } from "./edits";
import type { Caret } from "./rebase";
import { PadSession, type Legacy, type SessionOptions } from "./session";

interface Coming {
  pad: string;
  entry: Entry;
  me: Me;
  /** Where the person writes. */
  caret: () => Caret | null;
}

/** Opens the pad again, with what is written here and with a document that goes on there. `false`: it is just being opened again. */
export type Again = (brought?: Brought) => boolean;

export function useStay({ pad, entry, me, caret }: Coming): {
  session: PadSession | null;
  again: Again;
} {
  const [session, setSession] = useState<PadSession | null>(null);
  const again = useRef<Again>(() => false);
  const now = useRef(me); // a rename does not begin a new stay
  useEffect(() => {
    now.current = me;
  }, [me]);

  useEffect(() => {
    const { key, info } = entry;
    const { epoch, role, ttl_s } = info;
    const where = { url: socketUrl(), pad, key, epoch, role, ttl_s };
    const stays = new Stays({
      open: (more) => new PadSession({ ...where, me: now.current, ...more }),
      show: setSession,
      caret,
    });
    again.current = (brought) => stays.again(null, brought);
    return () => stays.dispose();
  }, [pad, entry, caret]);

  return { session, again: useCallback((brought?: Brought) => again.current(brought), []) };
}

interface Around {
  open: (more?: Pick<SessionOptions, "words" | "brought">) => PadSession;
  show: (session: PadSession) => void;
  caret: () => Caret | null;
}

/** One after the other. */
class Stays {
  readonly #around: Around;
  #stay: PadSession;
  #next: PadSession | null = null;
  readonly #refusals = new Refusals();
  #wait: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Around) {
    this.#around = around;
    this.#stay = this.#begun(around.open());
  }

  #begun(stay: PadSession): PadSession {
    this.#around.show(stay);
    const stop = stay.subscribe(() => {
      const { refused } = stay.view();
      if (!refused) return;
      stop();
      // whether anything was too late shows in the next stay: it has all that was taken
      if (refused === "read_only") return this.#later({ why: refused, skip: 0 }, 0);
      const skip = this.#refusals.next(refused, stay.standing);
      if (skip === null) return stay.end(refused);
      this.#later({ why: refused, skip }, this.#refusals.wait);
    });
    return stay;
  }

  #later(refused: Legacy["refused"], wait: number): void {
    this.#wait = setTimeout(() => void this.again(refused), wait);
  }

  /** Opens the pad again, with what is written here. */
  again(refused: Legacy["refused"], brought: Brought | null = null): boolean {
    if (this.#next) return false;
    const before = this.#stay;
    const caret = () => this.#around.caret();
    const words = () => ({ ...before.words(), before, refused, caret: caret() });
    const coming = this.#around.open({ words, brought });
    this.#next = coming;
    const stop = coming.subscribe(() => {
      const { ready, connection } = coming.view();
      if (!ready && connection.is !== "ended") return;
      stop();
      this.#next = null;
      if (!ready) {
        coming.dispose(); // what is here stays as it is
        if (before.view().refused && connection.is === "ended") before.end(connection.why);
        return;
      }
      flushSync(() => (this.#stay = this.#begun(coming))); // no editor stands on a document that is gone
      before.dispose();
    });
    return true;
  }

  dispose(): void {
    clearTimeout(this.#wait);
    this.#stay.dispose();
    this.#next?.dispose();
  }
}
