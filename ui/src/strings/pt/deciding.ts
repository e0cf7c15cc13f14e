/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Todos podem escrever",
  everyoneHint: "Só quem organiza e as pessoas que você escolher.",
  menu: (name: string) => `O que ${name} pode fazer`,
  write: "Deixar escrever",
  read: "Só ler",
  pass: "Passar o lápis",
  passHint:
    "No lugar de quem estava com ele. Quem organiza e as pessoas que você escolheu continuam escrevendo.",
  asks: (name: string, time: string) => `${name} quer escrever há ${time}`,
  makeHost: "Deixar organizar",
  takeHost: "Não deixar organizar",
  /** New links for hosts alone take a host's link back. */
  hostHint:
    "Com um link para organizar, qualquer pessoa volta a organizar, até você criar novos links.",
  showOut: "Retirar…",
  showOutHint: "Só volta se você deixar entrar.",
  /** The second question. */
  out: {
    title: (name: string) => `Retirar ${name}?`,
    body: (devices: number) =>
      `${devices > 2 ? `Os ${devices} dispositivos saem` : devices === 2 ? "Os dois dispositivos saem" : "Sai"} na hora. ` +
      "Com o mesmo nome, só volta se você deixar entrar. Quem guardou o código poderia entrar como " +
      "outra pessoa; com novos links, isso acaba.",
    address: "Quem chegar pela primeira vez do mesmo endereço precisa bater",
    now: "Retirar",
    keep: "Deixar ficar",
  },
  isOut: (name: string) => `${name} está fora.`,
  letIn: "Deixar entrar de novo",
};
