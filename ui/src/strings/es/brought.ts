/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { plural, short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    plural(n, {
      one: "Trajo una parte que no se puede mostrar",
      other: `Trajo ${n} partes que no se pueden mostrar`,
    }),
  show: "Mostrar",
  remove: "Quitar",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `lo que trajo ${name}`,
  sure: (n: number) =>
    plural(n, { one: "¿Quitarla para todos?", other: `¿Quitar las ${n} para todos?` }),
  keep: "Dejar",
  removed: "Quitado para todos.",
  bringBack: "Recuperar",
  fills: (percent: number) => `Ocupa el ${percent}\u00a0% del pad`,
  unseen: "casi todo donde ninguna página lo muestra",
  hasLeft: "ya ha salido",
  left: "Alguien que ya ha salido",
  nameless: "Alguien que no muestra su nombre",
  unknown: "Alguien, no se sabe quién",
  guessing: (wrong: number, ago: number) =>
    "Alguien ha probado códigos: " +
    `${wrong} ${plural(wrong, { one: "equivocado", other: "equivocados" })} en diez minutos, ` +
    `el último hace ${short(ago)}. Ahora tiene que esperar, y el código sigue igual.`,
  readers: (n: number) =>
    plural(n, { one: "1 programa sigue el texto", other: `${n} programas siguen el texto` }),
  more: (n: number) => `${n} más`,
};
