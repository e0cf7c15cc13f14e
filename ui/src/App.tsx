/** Which screen is shown: the URL decides. */
import { Suspense, useEffect, useMemo, useSyncExternalStore } from "react";
import { StartPage } from "./home/StartPage";
import { onGo } from "./kit/navigation";
import { Guard } from "./kit/Guard";
import { Notice } from "./kit/Notice";
import { Toasts } from "./kit/Toast";
import { lazy } from "./kit/lazy";
import { routeOf, withoutBlock } from "./routes";
import { t } from "./strings";
import { useLanguage } from "./strings/language";

/** The editor is most of the page's weight, so the start page does not wait for it. */
const loadPad = () => import("./pad/PadScreen");
const PadScreen = lazy(loadPad);
/** Only who hosts needs it. */
const NewPage = lazy(() => import("./home/NewPage"));
/** Only somebody's second device needs it. */
const DevicePage = lazy(() => import("./home/DevicePage"));
/** Only the one page on the projector needs it. */
const WallScreen = lazy(() => import("./wall/WallScreen"));

export function App() {
  useLanguage(); // all that is drawn says it anew
  const href = useSyncExternalStore(onGo, () => withoutBlock(location.href)); // a line of a pad is no other screen
  const route = useMemo(() => routeOf(new URL(href)), [href]);
  useEffect(() => {
    if (["start", "join", "device"].includes(route.screen)) void loadPad(); // while the code is being typed
  }, [route.screen]);
  return (
    <>
      <Guard key={href} renderInstead={() => <Broken />}>
        {screenOf(route)}
      </Guard>
      <Toasts />
    </>
  );
}

const Broken = () => (
  <Notice title={t.trouble.broken[0]} body={t.trouble.broken[1]}>
    <button type="button" className="button button-main" onClick={() => location.reload()}>
      {t.trouble.load}
    </button>
  </Notice>
);

function screenOf(route: ReturnType<typeof routeOf>) {
  switch (route.screen) {
    case "start":
      return <StartPage />;
    case "join":
      return <StartPage key={route.code} code={route.code} />;
    case "new":
      return (
        <Suspense
          fallback={
            <p className="unseen" role="status">
              {t.pad.opening}
            </p>
          }
        >
          <NewPage hostKey={route.key} wish={route.wish} />
        </Suspense>
      );
    case "device":
      return (
        <Suspense
          fallback={
            <p className="unseen" role="status">
              {t.pad.opening}
            </p>
          }
        >
          <DevicePage key={route.code} code={route.code} />
        </Suspense>
      );
    case "pad":
      return (
        <Suspense
          fallback={
            <p className="unseen" role="status">
              {t.pad.opening}
            </p>
          }
        >
          <PadScreen key={`${route.pad}#${route.key}`} pad={route.pad} link={route.key} />
        </Suspense>
      );
    case "wall":
      return (
        <Suspense
          fallback={
            <p className="unseen" role="status">
              {t.pad.opening}
            </p>
          }
        >
          <WallScreen key={`${route.pad}#${route.key}`} pad={route.pad} padKey={route.key} />
        </Suspense>
      );
    case "used":
      return (
        <Notice title={t.trouble.used[0]} body={t.trouble.used[1]}>
          <a className="button button-main" href="/">
            {t.trouble.start}
          </a>
        </Notice>
      );
    case "nothing":
      return (
        <Notice title={t.trouble.notHere[0]} body={t.trouble.notHere[1]}>
          <a className="button button-main" href="/">
            {t.trouble.start}
          </a>
        </Notice>
      );
  }
}
