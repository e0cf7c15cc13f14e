/** What `main.tsx` does before the page is drawn. */
import { speak } from "../src/strings";
import { en } from "../src/strings/en";

speak(en);
