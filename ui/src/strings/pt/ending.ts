/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as english } from "../en/ending";
import { as, at, long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". O computador de quem organiza guarda uma cópia em arquivos."
    : ", e o Fadepad não consegue recuperá-lo.";

const after = (saves: boolean): string =>
  saves
    ? "Depois, o computador de quem organiza tem uma cópia em arquivos."
    : "Depois, o Fadepad não consegue recuperá-lo.";

export const end: Said<typeof english> = {
  title: "Terminar este pad para todos?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `Há ${people(n)} aqui. Cada uma` : "Não há mais ninguém. Quem entrar"} ` +
    `tem ${long(seconds)} para levar uma cópia, ou menos, se todos responderem antes. Enquanto isso, ainda dá para parar. ` +
    `Depois o texto é apagado da memória e das páginas que o mostram${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `Há ${people(n)} aqui, e nenhuma cópia é oferecida` : "Não há mais ninguém"}: ` +
    `o texto é apagado na hora, da memória e das páginas que o mostram${afterwards(saves)}`,
  copy: "Salvar antes um arquivo Markdown",
  confirm: "Quero terminar",
  now: "Terminar agora",
  stay: "Agora não",
  failed: "Sem conexão. O pad pode ser terminado quando ela voltar.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Este pad termina em breve",
    leaving: "Só você ainda está aqui",
    unsent: "Nem tudo chegou",
  },
  ends: (name: string) => `${name} está terminando este pad`,
  youEnd: "Você está terminando este pad",
  why: {
    host: "Quem organiza está terminando este pad",
    stop: "O computador deste pad vai parar",
    announced: "Este pad termina agora, na hora definida por quem organiza",
    max_lifetime: "O tempo máximo deste pad se completou",
  },
  lead: "Depois o texto não existe mais. Leve uma cópia se precisar.",
  leadKept:
    "Depois ele é apagado aqui, e o computador de quem organiza guarda uma cópia. Leve uma se precisar.",
  seconds: (n: number) => plural(n, { one: "segundo", other: "segundos" }),
  minutes: "minutos",
  copied: "Copiado. Cole onde quiser",
  file: "Salvar um arquivo",
  fileHint: "Word, página web, cápsula e outros",
  fileForm: "Qual arquivo?",
  forms: { markdown: "Markdown", docx: "Word", page: "Página web", capsule: "Cápsula" },
  fileKept: "Salvo. Está nos seus downloads",
  none: "Não preciso",
  noneHint: "Nada fica neste dispositivo",
  fadeHint: "Termina pouco depois que todos responderem",
  another: "Pedir mais um minuto",
  anotherGiven: "Todos têm mais um minuto. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "Ninguém mais precisa responder. Termina em instantes.";
    if (of === 1) {
      if (n === of)
        return `${asked ? "Você já respondeu" : "A outra pessoa já respondeu"}. Termina em instantes.`;
      return `Termina pouco depois que ${asked ? "você" : "a outra pessoa"} responder.`;
    }
    if (n === of) return "Todos responderam. Termina em instantes.";
    const have = plural(n, { one: "respondeu", other: "responderam" });
    return `${n} de ${of} ${have}. Termina pouco depois que todos responderem.`;
  },
  back: "Voltar ao texto",
  soon: (time: string) =>
    `Ele termina ${at(time)}, mesmo que haja gente aqui. Leve uma cópia se precisar do texto.`,
  leaving: (ttl: number, saves: boolean) =>
    `Se você sair, este pad se apaga em ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Se você sair, este pad fica até ${as(time)}. ${after(saves)}`,
  leavingKept:
    "Se você sair, este pad fica até que quem organiza o termine ou se complete seu tempo máximo.",
  unsent: (time: string) =>
    `O que você escreveu desde ${as(time)} está só nesta página. Se você sair agora, isso se perde.`,
  leftOut: (time: string) =>
    `Uma parte do que você escreveu desde ${as(time)} não está no pad, só nesta página. ` +
    "Se você sair agora, ela se perde. Copie-a pela linha acima do texto.",
  copy: "Copiar o texto",
  copyHint: "Em Markdown, para colar onde quiser",
  keep: "Salvar um arquivo Markdown",
  keepHint: "Texto simples para notas e tarefas",
  page: "Salvar uma página web",
  pageHint: "Abre em qualquer navegador, sem rede",
  others: "Outras formas…",
  othersHint: "Word, PDF, uma cápsula para continuar",
  letFade: "Deixar que se apague",
  goOn: "Voltar ao texto",
  stop: "Manter vivo",
  stopped: "Este pad continua.",
  stay: "Ficar",
  leave: "Sair mesmo assim",
  foot: (pad: string, when: string) => `${pad}, salvo do Fadepad em ${when}.`,
};
