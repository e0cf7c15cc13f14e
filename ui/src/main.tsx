/** Mounts the page. */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startBlank } from "./kit/blank";
import { startDrops } from "./kit/drop";
import { startLook } from "./kit/look";
import "./theme.css";
import "./page.css";

startLook();
startDrops();
const root = document.getElementById("app");
if (root) {
  const tree = createRoot(root);
  startBlank(() => tree.unmount());
  tree.render(<App />);
}
