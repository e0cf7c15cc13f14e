/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Traspasar el pad",
  lead: "¿Tienes que irte con este equipo? Ejecuta esto en otro de la sala que tenga Fadepad:",
  copy: "Copiar la orden",
  copied: "Copiada. Ejecútala en el otro equipo.",
  cantCopy: "Tu navegador no copia aquí. Selecciona la orden y cópiala a mano.",
  after:
    "El texto, el código, los enlaces y el tiempo van con él. La página de cada persona pasa allí sola, " +
    "y la pantalla también. Después todo se borra de este equipo, y ya puedes irte.",
  secret: "Quien tenga esta orden organiza el pad: no se la des a nadie más.",
};
