/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { as, at, long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "Quem está escrevendo?",
  lead: "Aparece ao lado do seu cursor. Nada mais é pedido.",
  label: "Nome",
  colour: "Cor",
  colourN: (n: number) => `Cor ${n}`,
  join: (pad: string) => `Entrar em ${pad}`,
  keep: "Usar este nome",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Ainda não há mais ninguém." : `Já há ${people(here)} aqui.`} ${wiped}`,
  wiped: (ttl: number) => `O texto é apagado ${long(ttl)} depois que a última pessoa sair.`,
  wipedAt: (time: string) => `O texto é apagado ${at(time)}, mesmo que haja gente aqui.`,
  kept: (hardEnd: string) =>
    `O texto fica até quem organiza decidir, no máximo até ${as(hardEnd)}. Depois é apagado.`,
  saves: "O computador de quem organiza guarda uma cópia.",
  change: "Seu nome e sua cor",
};
