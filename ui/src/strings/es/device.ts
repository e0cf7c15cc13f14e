/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Usar también otro dispositivo",
  lead: (name: string) =>
    `Escanea esto con él, o abre allí el enlace. En los dos te llamas ${name}, y cuentas como una persona.`,
  once: (minutes: number) =>
    `Vale para un dispositivo, durante ${inWords(minutes * 60)}. No se lo enseñes a nadie más.`,
  over: "Este enlace ya ha caducado. No se ha abierto nada con él.",
  fresh: "Crear un enlace nuevo",
  here: "Tu otro dispositivo está aquí.",
  done: "Listo",
  used: [
    "Este enlace ya ha hecho su trabajo",
    "Hace tuyo un solo dispositivo, durante diez minutos. El siguiente está en la lista de " +
      "personas, en el dispositivo donde escribes.",
  ],
};
