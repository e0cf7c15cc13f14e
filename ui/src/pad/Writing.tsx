/** The place of the editor: with the text in it, before it has come, and when it fails. */
import { lazy, Suspense, useCallback, useRef } from "react";
import { Guard } from "../kit/Guard";
import type { PadText } from "./Editor";
import type { Draft } from "./salvage";
import type { PadSession } from "./session";
import { Lines } from "./Skeleton";
import type { Taking } from "./taking";

const Editor = lazy(() => import("./Editor"));
/** Nobody needs it, mostly. */
const Fallen = lazy(() => import("./Fallen"));

interface WritingProps {
  session: PadSession;
  pad: string;
  editable: boolean;
  host: boolean;
  taking: Taking;
  onText: (text: PadText | null) => void;
  onEmpty: (empty: boolean) => void;
}

export function Writing({ session, pad, editable, host, taking, onText, onEmpty }: WritingProps) {
  const good = useRef<(() => Draft[]) | null>(null);
  const onDrawn = useCallback((draft: () => Draft[]) => void (good.current = draft), []);
  return (
    <Suspense fallback={<Lines />}>
      <Guard
        mends
        renderInstead={(again) => (
          <Fallen
            session={session}
            good={good}
            host={host}
            taking={taking}
            onText={onText}
            onAgain={again}
          />
        )}
      >
        <Editor
          session={session}
          pad={pad}
          editable={editable}
          onText={onText}
          onEmpty={onEmpty}
          onDrawn={onDrawn}
        />
      </Guard>
    </Suspense>
  );
}
