/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Per il momento qui non si può scrivere",
  body: "Il testo è ancora nel foglio. Qui sotto ci sono le sue parole. Prendi una copia, o riprova.",
  copy: "Copia il testo",
  text: "Le parole del testo",
  host:
    "Se resta così, puoi ripartire dal testo come questa pagina lo ha mostrato bene l’ultima volta. " +
    "Diventa quello di tutti; quello che è venuto dopo sparisce.",
  afresh: "Riparti dall’ultimo testo buono",
};
