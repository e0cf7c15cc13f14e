/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Empezar de nuevo…",
  title: "Empezar de nuevo",
  what: "El texto se queda. Lo eliminado desaparece.",
  whatOf:
    "El pad sigue con el texto tal como lo ves ahora. Se borran su historial y todo lo que se eliminó. " +
    "El código y los enlaces pasan a ser otros. Todas las personas que están aquí siguen sin hacer " +
    "nada, salvo aquellas a las que se hizo salir.",
  begin: "Empezar de nuevo",
  keep: "Ahora no",
  away: "No hay conexión. Se podrá hacer cuando vuelva.",
  busy: "Empezando de nuevo…",
  failed: "No se ha hecho. Prueba otra vez.",
};
