/** The sentences of the language in use. One language so far; another one is one file more. */
import { en, type Strings } from "./en";

export const t: Strings = en;
