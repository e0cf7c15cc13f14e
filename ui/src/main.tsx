/** Mounts the page. */
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startLook } from "./kit/look";
import "./theme.css";
import "./page.css";

startLook();
const root = document.getElementById("app");
if (root) createRoot(root).render(<App />);
