/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going:
    "Este pad continua em outro computador. Esta página vai junto assim que você fizer uma pausa.",
  looking: "Este pad continua em outro computador. Esta página está a caminho.",
  unreached: (at: string) =>
    `Este pad continua em ${at}. Este dispositivo ainda não chega lá: digite esse endereço no navegador. ` +
    "O que você escreve aqui ainda chega.",
  go: "Ir para lá",
  title: "Este pad continua em outro lugar",
  there: (at: string) => `Agora ele está em ${at}. Esta página vai para lá sozinha.`,
  type: (at: string) =>
    `Agora ele está em ${at}, e este dispositivo ainda não chega lá. ` +
    "Entre na rede daquele computador e digite esse endereço no navegador.",
  erased: "No computador em que estava, o texto foi apagado.",
  words: "Algumas das suas palavras não chegaram mais. Continuam nesta página.",
};
