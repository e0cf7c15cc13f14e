/**
 * Where pictures and files stand in the text. How they look comes with the first of them (`views.ts`): a box of its size is here
 * before.
 */
import { isAllowedLink, ownPicture } from "../../kit/links";
import { isOnItsWay, parseReference, type FileReference } from "./reference";

export interface Shown {
  props: { url: string; name: string; caption: string; previewWidth?: number };
}

interface Drawn {
  dom: HTMLElement;
  destroy?: () => void;
}

/** The editor, as far as a view needs it. */
export interface Shows {
  isEditable: boolean;
}

/** What kind of file is on its way, and what is known of it. */
type Coming = readonly ["image" | "file", FileReference];

interface Spec {
  implementation: { render: (...args: never[]) => unknown };
}

type Views = typeof import("./views");

/** Has the looks put into what stands already; gives back how to stop. */
function fill(look: (views: Views) => (() => void) | void): () => void {
  let isOver = false;
  let stop: (() => void) | void;
  void import("./views").then(
    (views) => {
      if (!isOver) stop = look(views);
    },
    () => {}, // the connection is lost: it is fetched with the next
  );
  return () => {
    isOver = true;
    stop?.();
  };
}

/** What a block of this kind is drawn in: what BlockNote has put there is another's. */
const inside = ({ dom }: Drawn): HTMLElement =>
  dom.querySelector<HTMLElement>(".bn-file-block-content-wrapper") ?? dom;

const also = (drawn: Drawn, stop: () => void): Drawn => ({
  ...drawn,
  destroy: () => {
    stop();
    drawn.destroy?.();
  },
});

/** In the place of what BlockNote would show. */
function instead(drawn: Drawn, className: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = className;
  dom.contentEditable = "false";
  const wrapper = inside(drawn);
  wrapper.style.width = "100%";
  wrapper.replaceChildren(dom);
  return dom;
}

/** As wide as the picture will be: nothing moves when it comes. */
function sizeLike(dom: HTMLElement, { width, height }: FileReference): void {
  if (!width || !height) return;
  dom.style.width = `min(100%, ${width}px, calc(70vh * ${width / height}))`;
  dom.style.aspectRatio = `${width} / ${height}`;
}

function onItsWay(drawn: Drawn, [kind, reference]: Coming, editor: Shows): Drawn {
  const dom = instead(drawn, "coming");
  if (kind === "image") sizeLike(dom, reference);
  return also(
    drawn,
    fill((views) => views.fillComing(dom, [kind, reference], editor)),
  );
}

function card(drawn: Drawn, block: Shown, reference: FileReference): Drawn {
  const dom = instead(drawn, "file-card-block");
  return also(
    drawn,
    fill((views) => views.fillCard(dom, block, reference)),
  );
}

function picture(drawn: Drawn, block: Shown, reference: FileReference): Drawn {
  const wrapper = inside(drawn);
  const image = wrapper.querySelector("img");
  const { width, height } = reference;
  if (!block.props.previewWidth) sizeLike(wrapper, reference);
  wrapper.style.aspectRatio = "";
  if (image) {
    if (width && height) image.style.aspectRatio = `${width} / ${height}`;
    image.dataset.own = "";
  }
  return also(
    drawn,
    fill((views) => views.dressPicture(wrapper, reference)),
  );
}

/** The same block specs, whose pictures and files stand so. */
export function withFiles<Specs extends Record<string, Spec>>(specs: Specs): Specs {
  const dressed = (["image", "file"] as const).map((type) => {
    const spec = specs[type];
    const render = spec?.implementation.render;
    const draw = function (this: unknown, block: Shown, editor: Shows, ...more: never[]) {
      const { url } = block.props;
      const reference = parseReference(url);
      const drawn = render?.apply(this, [block as never, editor as never, ...more]) as Drawn;
      if (isOnItsWay(url)) return onItsWay(drawn, [type, reference], editor);
      if (type === "file" && (ownPicture(url) || isAllowedLink(url)) && url)
        return card(drawn, block, reference);
      return type === "image" && ownPicture(url) ? picture(drawn, block, reference) : drawn;
    };
    return [type, { ...spec, implementation: { ...spec?.implementation, render: draw } }];
  });
  return { ...specs, ...Object.fromEntries(dressed) } as Specs;
}
