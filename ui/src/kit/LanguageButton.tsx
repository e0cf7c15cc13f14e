/** The language of the page, by its own name; a press opens the list of all. */
import { Suspense, useState } from "react";
import { t } from "../strings";
import { nameOf, useLanguage } from "../strings/language";
import { Icon } from "./Icon";
import { lazy } from "./lazy";

const LanguageSheet = lazy(() => import("./LanguageSheet"));

export function LanguageButton({ className = "button button-quiet" }: { className?: string }) {
  const [open, setOpen] = useState(false);
  const name = nameOf(useLanguage());
  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-label={`${t.more.language}: ${name}`}
        onClick={() => setOpen(true)}
      >
        <Icon name="globe" />
        <span>{name}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <LanguageSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
