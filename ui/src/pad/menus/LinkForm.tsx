/**
 * In place of BlockNote's form for a link's address, which writes any words as an address, and closes without a
 * word where they are none.
 */
import type { ComponentProps } from "@blocknote/react";
import { useLayoutEffect, useRef, useState, type FormEvent } from "react";
import { flushSync } from "react-dom";
import { linkTo } from "../../kit/links";
import { m } from "../../strings/menus";

/** What a form of BlockNote is given; other forms than a link's have no field of this name. */
type FormProps = ComponentProps["Generic"]["Form"]["Root"];
const ADDRESS = 'input[name="url"]';

/** Types into a field that React controls: its own setter is hidden by React's, which would notice no change. */
function type(field: HTMLInputElement, words: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, words);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function LinkForm({ children, onSubmit, submitButton }: FormProps) {
  const submit = useRef(onSubmit);
  useLayoutEffect(() => {
    submit.current = onSubmit;
  });
  const [wrong, setWrong] = useState(false);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault(); // it has no place to be sent to
    const field = event.currentTarget.querySelector<HTMLInputElement>(ADDRESS);
    const href = field && linkTo(field.value);
    if (field && !href) return setWrong(true);
    // what BlockNote reads when it makes the link is what it knew when it was last drawn
    if (field && href) flushSync(() => type(field, href));
    submit.current?.();
  };
  return (
    <form className="bn-form" onSubmit={send} onInput={() => setWrong(false)}>
      {children}
      {submitButton === "none" ? null : submitButton}
      {wrong && (
        <p className="bn-form-problem" role="alert">
          {m.noLink}
        </p>
      )}
    </form>
  );
}
