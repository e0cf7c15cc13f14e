/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as english } from "../en/start";
import { long, people } from "./numbers";

const waiting = (wait: number | null) => (wait === null ? "um minuto" : long(Math.max(1, wait)));

export const start: Said<typeof english> = {
  title: "Fadepad",
  lead: "Digite o código que está no telão.",
  label: "Código",
  join: "Entrar",
  joining: "Abrindo…",
  notInAlphabet: (letters: string) =>
    `${letters} não ${letters.length === 1 ? "aparece" : "aparecem"} em nenhum código, ` +
    "porque O e 0, I, L e 1, U e V são parecidos. Olhe o telão de novo.",
  unknown: "Esse código não é conhecido aqui. Os códigos têm seis caracteres, como K7Q\u00a0PM3.",
  ended: "Esse pad já terminou.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait: number | null) => `Muitas tentativas. Espere ${waiting(wait)} e tente de novo.`,
  notNow: (wait: number | null) =>
    `Agora não podem deixar você entrar. Tente de novo em ${waiting(wait)}.`,
  tryNow: "Você já pode tentar de novo.",
  closed: "Por enquanto ninguém novo entra nesse pad. Fale com quem organiza.",
  pin: "PIN",
  pinNeeded: "Este pad pede também um PIN. Fale com quem organiza.",
  pinWrong: "Esse não é o PIN deste pad. Olhe de novo ou fale com quem organiza.",
  offline: "Não há conexão com o Fadepad. Este dispositivo ainda está na mesma rede?",
  newPad: "Novo pad",
  near: "Nesta rede",
  nearOn: (host: string) => `em ${host}`,
  nearFading: "se apagando",
  nearWaiting: "ninguém ainda",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Novo pad",
  lead: "Vive enquanto houver alguém aqui.",
  lives: (ttl: number) => `Vive enquanto houver alguém aqui, e depois mais ${long(ttl)}.`,
  unkept: "Nada fica guardado.",
  unread: (said: readonly string[]) =>
    `O link diz ${said.join(", ")}, e isso não dá para entender. Nesse ponto, o pad fica como sempre.`,
  kept: "Quando termina, o computador de quem organiza guarda uma cópia.",
  label: "Nome, se quiser",
  hint: "Letras minúsculas, números, - e _",
  create: "Abrir o pad",
  withFile: "Começar com um arquivo…",
  beginsWith: (file: string) => `Começa com ${file}.`,
  without: "Sem o arquivo",
  taken: "Já existe um pad com este nome. Escolha outro.",
  hostOnly: "Aqui só quem organiza pode abrir um novo pad.",
  badName: "Use letras minúsculas, números, - e _, no máximo 64.",
};
