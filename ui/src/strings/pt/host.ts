/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people, plural } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Nenhuma cópia é oferecida."
    : ` Cada pessoa tem ${long(lastCall)} para levar uma cópia, ou menos, se todas responderem antes.`;
}

export const host: Said<typeof english> = {
  title: "Pads neste computador",
  newPad: "Novo pad",
  asking: "Procurando seus pads…",
  empty: "Nenhum pad está aberto aqui.",
  away: "Não há conexão com o Fadepad. O que você vê aqui pode ter mudado.",
  failed: "Não funcionou. Tente de novo daqui a pouco.",
  nobody: "ninguém aqui",
  elsewhere: "começado em outro lugar",
  knocks: (n: number) => `${people(n)} ${plural(n, { one: "quer", other: "querem" })} entrar`,
  letIn: "Responder",
  letInOne: (pad: string) => `Responder a quem quer entrar em ${pad}`,
  keep: "Manter",
  keepOne: (pad: string) => `Manter: ${pad}`,
  more: (pad: string) => `Mais sobre ${pad}`,
  open: "Abrir",
  rename: "Renomear…",
  renameTitle: (pad: string) => `Renomear ${pad}`,
  renameLabel: "O que todo mundo lê",
  renameHint: "Links e código não mudam. Deixe vazio para usar o nome original.",
  renameDone: "Renomear",
  join: "Entrar em outro pad",
  foot: (saves: boolean) =>
    saves
      ? "O texto fica na memória e, depois que o pad termina, em arquivos deste computador. " +
        "Quando o Fadepad é fechado, todos os pads terminam."
      : "O texto fica só na memória. Quando o Fadepad é fechado, todos os pads daqui terminam.",
  endTitle: (pad: string) => `Terminar ${pad} para todos?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Ninguém está aqui." : `Há ${people(n)} aqui.`}${offered(n, lastCall)} ` +
    `Depois o texto é apagado da memória e das páginas que o mostram${afterwards(saves)}` +
    (saves ? "" : " Para ficar com uma cópia, abra o pad antes."),
};
