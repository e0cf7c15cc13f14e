/** The address of a link, in the place of the tools on the keyboard: made, changed, or taken away. */
import { useEffect, useState, type FormEvent } from "react";
import { Icon } from "../kit/Icon";
import { linkTo } from "../kit/links";
import { k } from "../strings/keybar";
import type { LinkTool } from "./linkTool";

interface LinkFieldProps {
  link: LinkTool;
  /** The tools come back. */
  onClose: () => void;
}

export function LinkField({ link, onClose }: LinkFieldProps) {
  const [before] = useState(link.href);
  const [address, setAddress] = useState(before);
  const [wrong, setWrong] = useState(false);
  useEffect(() => link.hold(), [link]);

  // the text has the focus again before this field goes: the keyboard stays up
  const close = (act: () => void) => {
    act();
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const href = linkTo(address);
    if (href) close(() => link.set(href));
    else setWrong(true);
  };
  return (
    <form className="keybar-link" onSubmit={onSubmit}>
      <button type="button" aria-label={k.back} onClick={() => close(link.leave)}>
        <Icon name="back" />
      </button>
      <input
        type="text"
        inputMode="url"
        enterKeyHint="done"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        aria-label={k.address}
        aria-invalid={wrong}
        placeholder={k.example}
        value={address}
        onChange={(event) => {
          setAddress(event.target.value);
          setWrong(false);
        }}
        onBlur={() => document.hasFocus() && onClose()} // not while one fetches the address from another program
      />
      {before && (
        <button type="button" aria-label={k.unlink} onClick={() => close(() => link.set(null))}>
          <Icon name="bin" />
        </button>
      )}
      <button className="keybar-done">{k.set}</button>
      {wrong && (
        <p className="keybar-problem" role="alert">
          {k.noLink}
        </p>
      )}
    </form>
  );
}
