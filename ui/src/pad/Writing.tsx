/** The place of the editor: with the text in it, before it has come, and when it fails. */
import { Suspense, useCallback, useRef } from "react";
import { Guard } from "../kit/Guard";
import { lazy } from "../kit/lazy";
import type { Draft } from "./salvage";
import { Lines } from "./Skeleton";

export const loadEditor = () => import("./Editor");
const Editor = lazy(loadEditor);
/** Nobody needs it, mostly. */
const Fallen = lazy(() => import("./Fallen"));

interface WritingProps {
  editable: boolean;
  calm: boolean;
  onEmpty: (empty: boolean) => void;
}

export function Writing({ editable, calm, onEmpty }: WritingProps) {
  const good = useRef<(() => Draft[]) | null>(null);
  const onDrawn = useCallback((draft: () => Draft[]) => void (good.current = draft), []);
  return (
    <Suspense fallback={<Lines />}>
      <Guard mends renderInstead={(again) => <Fallen good={good} onAgain={again} />}>
        <Editor editable={editable} calm={calm} onEmpty={onEmpty} onDrawn={onDrawn} />
      </Guard>
    </Suspense>
  );
}
