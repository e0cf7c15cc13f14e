/** Mounts the page. */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startBlank } from "./kit/bfcache";
import { startDrops } from "./kit/fileDrops";
import { startTheme } from "./kit/theme";
import { arrive } from "./people/goOver";
import { startLanguage } from "./strings/language";
import "./theme.css";
import "./page.css";

const said = startLanguage();
startTheme();
arrive();
startDrops();
const root = document.getElementById("app");
if (root) {
  const tree = createRoot(root);
  startBlank(() => tree.unmount());
  void said.then(() => tree.render(<App />));
}
