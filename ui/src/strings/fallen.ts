/** An editor that fails: the sentences of the language in use. */
export { fallen as f } from "./en/fallen";
