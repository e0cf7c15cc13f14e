/** What must be answered whatever sheet is open. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Sheet } from "../src/kit/Sheet";
import { SheetNews } from "../src/kit/sheetNews";

afterEach(() => vi.unstubAllGlobals());

test.each(["card", "drawer"] as const)(
  "what must be answered stands inside an open %s, since all beside it is inert, and goes without closing it",
  async (kind) => {
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    const page = document.body.appendChild(document.createElement("main"));
    const root = createRoot(page);
    const onClose = vi.fn();
    const draw = (news: string) =>
      act(() =>
        root.render(
          <SheetNews value={news && <aside>{news}</aside>}>
            <Sheet title="Share" kind={kind} closeLabel="Close" onClose={onClose}>
              <p>words</p>
            </Sheet>
          </SheetNews>,
        ),
      );
    await draw("");
    await draw("Milo wants to come in");
    const news = page.querySelector("dialog[open] aside");
    expect(news?.textContent).toBe("Milo wants to come in");
    expect(news?.nextElementSibling?.textContent).toBe("words");
    await act(() => news?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true })));
    expect(onClose).not.toHaveBeenCalled();
    await draw("");
    expect(page.querySelector("dialog[open]")?.textContent).toContain("words");
    expect(page.querySelector("aside")).toBeNull();
    await act(() => root.unmount());
    page.remove();
  },
);
