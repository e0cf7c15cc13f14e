/** Mounts the page. */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startBlank } from "./kit/bfcache";
import { startDrops } from "./kit/fileDrops";
import { startTheme } from "./kit/theme";
import { arrive } from "./people/goOver";
import { speak } from "./strings";
import { en } from "./strings/en";
import "./theme.css";
import "./page.css";

speak(en); // one language so far; a further one is fetched here, before anything is drawn
startTheme();
arrive();
startDrops();
const root = document.getElementById("app");
if (root) {
  const tree = createRoot(root);
  startBlank(() => tree.unmount());
  tree.render(<App />);
}
