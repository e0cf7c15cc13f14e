/** A further device of somebody who is in a pad: by a link that is good once it is the same person there, and goes on to the text. */
import { useCallback, useEffect, useState } from "react";
import { api, ApiError, type Paired } from "../api";
import { go } from "../kit/navigation";
import { Notice } from "../kit/Notice";
import { isColour } from "../people/colours";
import { cleanName } from "../people/names";
import { newMe, rememberedMe, rememberMe } from "../people/me";
import { keepPaired } from "../people/entry";
import { padPath } from "../routes";
import { t } from "../strings";
import { d } from "../strings/device";

/** Codes that this page has shown: a link is good once, and React may run an effect twice. */
const shown = new Map<string, Promise<Paired>>();

function show(code: string): Promise<Paired> {
  const asked = shown.get(code) ?? api.paired(code);
  shown.set(code, asked);
  return asked;
}

/** Name and colour come along. */
function become({ pad, name, color, ...own }: Paired): void {
  const me = rememberedMe() ?? newMe(0);
  rememberMe({
    ...me,
    ...(cleanName(name) ? { name: cleanName(name) } : {}),
    ...(isColour(color) ? { color, chosen: true } : {}),
  });
  keepPaired({ pad, ...own });
  go(padPath(pad, own.link_key));
}

export default function DevicePage({ code }: { code: string }) {
  const [trouble, setTrouble] = useState<"used" | "offline" | null>(null);
  const come = useCallback(() => {
    show(code).then(become, (error: unknown) => {
      const used = error instanceof ApiError && error.status !== 0;
      if (!used) shown.delete(code);
      setTrouble(used ? "used" : "offline");
    });
  }, [code]);
  useEffect(come, [come]);

  const again = () => {
    setTrouble(null);
    come();
  };

  if (!trouble)
    return (
      <p className="unseen" role="status">
        {t.pad.opening}
      </p>
    );
  const [title, body] = trouble === "used" ? d.used : t.trouble.offline;
  return (
    <Notice title={title} body={body}>
      {trouble === "offline" && (
        <button type="button" className="button button-main" onClick={again}>
          {t.trouble.again}
        </button>
      )}
      <a className={trouble === "used" ? "button button-main" : "button"} href="/">
        {t.trouble.start}
      </a>
    </Notice>
  );
}
