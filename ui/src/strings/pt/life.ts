/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as english, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { as, at, long, short } from "./numbers";

export const life: Said<typeof english> = {
  label: "Quanto vive este pad",
  title: "Quanto vive este pad",
  alive: (ttl: number) => `Vive enquanto houver alguém, e mais ${short(ttl)}`,
  alivePhone: "Vive enquanto houver alguém",
  until: (time: string) => `Vive até ${as(time)}`,
  kept: "Fica até segunda ordem",
  ends: (left: string) => `Termina em ${left}`,
  fades: (left: string) => `Apaga-se em ${left}`,
  connecting: "Abrindo…",
  lost: "Reconectando…",
  ended: "Terminou",
  what: (ttl: number, saves: boolean) =>
    `Depois que a última pessoa sai, o texto fica mais ${long(ttl)}. ` +
    `Depois é apagado da memória${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `O pad fica até ${as(time)}, com ou sem gente aqui. ` +
    `Depois o texto é apagado da memória${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "O pad fica até quem organiza decidir outra coisa, mesmo sem ninguém aqui. De todo modo, " +
    `${hardEnd ? `termina ${at(hardEnd)}` : "termina quando se completa seu tempo máximo"}; ` +
    "antes disso, todo mundo aqui é avisado.",
  hard: (time: string) => `Termina ${at(time)}, mesmo que haja gente aqui.`,
  where: (saves: boolean) =>
    "O texto está na memória do computador que compartilha este pad, e nas páginas que o mostram. " +
    (saves
      ? "O Fadepad o grava em um disco quando o pad termina, e não antes."
      : "O Fadepad não o grava em nenhum disco."),
  whoDecides: "Quem organiza decide quanto ele vive. Todo mundo aqui vê na hora.",
  saved: "Tudo o que você escreveu chegou lá.",
  sending: "Enviando o que você escreveu…",
  held: "O que você escreveu por último não está chegando: está só nesta página.",
  waiting: "O que você escreveu espera nesta página até a conexão voltar.",
  reading: "Aqui você pode ler.",
};

export const steer: Said<typeof englishSteer> = {
  detour:
    "Esta rede não deixa passar conexões ao vivo. Mesmo assim tudo chega, só um pouco depois.",
  label: "Manter este pad",
  fade: "Durante o uso",
  until: "Até uma hora",
  keep: "Até eu dizer",
  graces: "Depois que a última pessoa sair",
  grace: (ttl: number) => `${long(ttl)} depois que a última pessoa sair`,
  time: "Manter até as",
  set: "Definir",
  untilHint: "Então ele termina, mesmo que haja gente aqui.",
  tomorrow: "Isso é amanhã.",
  tooLate: (hardEnd: string | null) =>
    "Isso é mais do que este pad pode viver. Ele fica " +
    `${hardEnd ? `até ${as(hardEnd)}` : "o quanto puder"}, e todo mundo é avisado antes do fim.`,
  keepHint: (hardEnd: string | null) =>
    "Ele fica mesmo depois que todos saem. De todo modo, termina " +
    `${hardEnd ? at(hardEnd) : "quando se completa seu tempo máximo"}.`,
};
