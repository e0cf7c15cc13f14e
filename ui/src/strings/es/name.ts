/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { las, long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "¿Quién escribe?",
  lead: "Se ve junto a tu cursor. No se pide nada más.",
  label: "Nombre",
  colour: "Color",
  colourN: (n: number) => `Color ${n}`,
  join: (pad: string) => `Entrar en ${pad}`,
  keep: "Usar este nombre",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Aún no hay nadie más." : `Ya hay ${people(here)} aquí.`} ${wiped}`,
  wiped: (ttl: number) => `El texto se borra ${long(ttl)} después de que salga la última persona.`,
  wipedAt: (time: string) => `El texto se borra a ${las(time)}, aunque haya gente.`,
  kept: (hardEnd: string) =>
    `El texto se queda hasta que lo decida quien organiza, como mucho hasta ${las(hardEnd)}. Después se borra.`,
  saves: "El equipo de quien organiza guarda una copia.",
  change: "Tu nombre y tu color",
};
