/** Parts of the page that come after what one needs at once, and are drawn when there are their sentences, too. */
import {
  createElement,
  lazy as suspended,
  useEffect,
  useState,
  type ComponentType,
  type LazyExoticComponent,
} from "react";
import { worded } from "../strings/language";

/** How long until a part that did not come is asked for again (ms). */
const AGAIN = 2000;

const withWords = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  const [part] = await Promise.all([load(), worded()]);
  return part;
};

/** React's, for such a part. */
export const lazy = <Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> => suspended(() => withWords(load));

/** `null` until it is here. A part that does not come is asked for again, and takes nothing else from the page. */
export function useLazy<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let timer = 0;
    let wanted = true;
    const fetch = () =>
      withWords(load).then(
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
