/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as english, left as englishLeft } from "../en/ended";
import { at, inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Você saiu",
  body: "Esta página não tem mais nenhum texto. Enquanto o pad viver, você pode voltar.",
  back: "Voltar ao pad",
};

export const ended: Said<typeof english> = {
  title: "Este pad se apagou",
  faded: (time: string, ttl: number) =>
    `Terminou ${at(time)}, ${inWords(ttl)} depois que a última pessoa saiu.`,
  fadedPlain: "Terminou algum tempo depois que a última pessoa saiu.",
  host: (time: string) => `Terminou ${at(time)}, por decisão de quem organiza.`,
  hostPlain: "Terminou por decisão de quem organiza.",
  stop: (time: string) =>
    `Terminou ${at(time)}, quando o programa foi fechado no computador de quem organiza.`,
  stopPlain: "Terminou quando o programa foi fechado no computador de quem organiza.",
  announced: (time: string) => `Terminou ${at(time)}, na hora definida por quem organiza.`,
  announcedPlain: "Terminou na hora definida por quem organiza.",
  maxLifetime: (time: string) => `Terminou ${at(time)}, quando se completou seu tempo máximo.`,
  afresh: (time: string) =>
    `Recomeçou ${at(time)}, por decisão de quem organiza. ` +
    "Ele continua: escaneie o código de novo ou peça o novo link.",
  afreshPlain:
    "Recomeçou por decisão de quem organiza. " +
    "Ele continua: escaneie o código de novo ou peça o novo link.",
  handedOn: (time: string) => `Passou para outro computador ${at(time)}.`,
  handedOnPlain: "Continua em outro computador.",
  at: (time: string) => `Terminou ${at(time)}.`,
  plain: "O texto foi apagado da memória, e o Fadepad não consegue recuperá-lo.",
  slept: "Este dispositivo estava sem conexão nessa hora. Nada foi enviado depois do fim.",
  held: "Você ainda tem uma cópia",
  heldLead: "Esta página tem o texto como você o viu por último. Ele some quando você a fechar.",
  anew: "Começar um novo pad com ela",
  anewFailed: "Não foi possível abrir o novo pad. Sua cópia continua aqui.",
  keep: "Salvar um arquivo",
  page: "Salvar uma página web",
  forget: "Esquecer",
  dropped: "Esta página não tem mais nenhum texto.",
  receipt: "Recibo",
  erased: "Apagado da memória",
  told: "Pessoas avisadas",
  copies: "Cópias descartadas pelos navegadores",
  files: "Arquivos guardados no fim",
  filesKept: (n: number) => `${n}, no computador de quem organiza`,
  honest: "Quem estava com ele aberto pode ter guardado cópias.",
  nobody: "ninguém estava aqui",
  nOf: (n: number, of: number) => `${n} de ${of}`,
  stands:
    "O código continua valendo: quem o escanear começa um novo pad, vazio, e esta página vai para lá.",
  again: (pad: string) => `${pad} vive de novo, vazio.`,
  goThere: "Ir para lá",
  newPad: "Novo pad",
  start: "Digitar outro código",
};
