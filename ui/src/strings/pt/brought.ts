/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { plural, short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    plural(n, {
      one: "Trouxe uma parte que não pode ser mostrada",
      other: `Trouxe ${n} partes que não podem ser mostradas`,
    }),
  show: "Mostrar",
  remove: "Remover",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `o que ${name} trouxe`,
  sure: (n: number) =>
    plural(n, { one: "Remover para todos?", other: `Remover as ${n} para todos?` }),
  keep: "Deixar",
  removed: "Removido para todos.",
  bringBack: "Recuperar",
  fills: (percent: number) => `Ocupa ${percent}% do pad`,
  unseen: "quase tudo onde nenhuma página mostra",
  hasLeft: "já saiu",
  left: "Alguém que já saiu",
  nameless: "Alguém que não mostra o nome",
  unknown: "Alguém, não se sabe quem",
  guessing: (wrong: number, ago: number) =>
    "Alguém testou códigos: " +
    `${wrong} ${plural(wrong, { one: "errado", other: "errados" })} em dez minutos, ` +
    `o último há ${short(ago)}. Agora precisa esperar, e o código continua o mesmo.`,
  readers: (n: number) =>
    plural(n, { one: "1 programa acompanha o texto", other: `${n} programas acompanham o texto` }),
  more: (n: number) => `mais ${n}`,
};
