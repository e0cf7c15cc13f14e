/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "escrever", view: "ler", host: "organizar" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Novos links…",
  title: "Novos links",
  what: "Os que foram dados até agora deixam de funcionar.",
  which: "Quais links",
  of: { edit: "Para escrever", view: "Para ler", host: "Para organizar" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Quem entrou com o link ou o código antigo precisa escanear de novo. O código passa a ser outro, " +
      "aqui e no telão.",
    view: "Quem entrou com o link antigo para ler precisa do novo. O código não muda.",
    host:
      "Quem organiza com o link antigo precisa do novo, mas não você, " +
      "nem as pessoas que você deixou organizar nesta lista. O novo está no endereço desta página.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "A porta está fechada: ninguém volta a entrar antes que você a abra.",
  make: "Criar novos",
  keep: "Deixar os antigos",
  away: "Não há conexão. Dá para fazer isso quando ela voltar.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} criou novos links para ${WHAT[role]}. Os antigos não abrem mais nada.`
      : `Há novos links para ${WHAT[role]}. Os antigos não abrem mais nada.`,
};
