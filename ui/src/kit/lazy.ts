/** Parts of the page that come after what one needs at once. */
import { createElement, useEffect, useState, type ComponentType } from "react";

/** How long until a part that did not come is asked for again (ms). */
const AGAIN = 2000;

/** `null` until it is here. A part that does not come is asked for again, and takes nothing else from the page. */
export function useLazy<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let timer = 0;
    let wanted = true;
    const fetch = () =>
      load().then(
        (come) => wanted && setPart(() => come),
        () => {
          if (wanted) timer = window.setTimeout(fetch, AGAIN);
        },
      );
    void fetch();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [load]);
  return part;
}

/** A component that comes so: nothing stands in its place until it is here. */
export const later =
  <Props extends object>(
    load: () => Promise<{ default: ComponentType<Props> }>,
  ): ((props: Props) => ReturnType<typeof createElement> | null) =>
  (props) => {
    const part = useLazy(load);
    return part && createElement(part.default, props);
  };
