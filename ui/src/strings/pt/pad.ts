/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as english,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";
import { as, at, plural } from "./numbers";

export const pad: Said<typeof english> = {
  share: "Compartilhar",
  more: "Mais",
  fullEditor: "Editor completo",
  companion: "Modo simples",
  opening: "Abrindo o pad…",
  editor: (pad: string) => `Texto de ${pad}`,
  placeholder: "Digite “/” para títulos, listas, tabelas…",
  emptyPlaceholder: "Escreva algo. Todo mundo aqui vê.",
  misfit: "Esta parte não pode ser mostrada aqui",
  misfitInLine: "não pode ser mostrado aqui",
  misfitStays: "Continua no pad e vai junto em cada cópia.",
  misfitRemove: "Remover",
  misfitCopy: "(Uma parte que não pode ser mostrada)",
  saves: ["Quando este pad termina, o computador de quem organiza ", "guarda uma cópia", "."],
  readOnly: "Aqui você pode ler.",
  isOff: "Aqui você pode ler. Agora não dá para escrever.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Agora você pode escrever.",
    host: "Agora você também organiza este pad.",
    noHost: "Você não organiza mais este pad.",
  },
  tooMuch: "Isso é mais do que cabe no pad. Nada foi colado.",
  noFiles: "Imagens de outras páginas não entram. Traga uma deste dispositivo.",
  noWay: "A conexão caiu. Tente de novo daqui a pouco.",
  notConnected: "Sem conexão. Continue escrevendo, tudo será enviado.",
  notInYet: "Sem conexão. O pad abre assim que o Fadepad responder.",
  notConnectedReading: "Sem conexão. O que os outros escrevem chega assim que ela voltar.",
  blocked:
    "Esta rede mostra a página, mas não deixa passar nada do que se escreve. " +
    "Peça a quem organiza outro jeito de entrar.",
  blockedReading:
    "Esta rede mostra a página, mas não o que os outros escrevem. " +
    "Peça a quem organiza outro jeito de entrar.",
  staysHere: (time: string) => `O que você escreveu desde ${as(time)} está só nesta página.`,
  waits: (time: string) => `O que você escreveu desde ${as(time)} espera nesta página.`,
  allSent: "Tudo o que você tinha escrito já chegou.",
  full: "Este pad está cheio agora. Você entra assim que houver lugar.",
  held: (time: string) => [
    `O que você escreveu desde ${as(time)} `,
    "não está chegando",
    ". Os outros não veem.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Uma parte do que você escreveu desde ${as(time)} é `,
          "mais do que cabe neste pad",
          ". Não está mais no texto.",
        ]
      : [
          `Uma parte do que você escreveu desde ${as(time)} `,
          "não pode ficar neste pad",
          ". Não está mais no texto.",
        ],
  takenOut: (time: string) => [
    `O que você escreveu desde ${as(time)} estava em uma linha que, nesse meio-tempo, `,
    "foi retirada",
    ". Não está mais no texto.",
  ],
  begunAfresh: () => [
    "O pad recomeçou, por decisão de quem organiza. Suas últimas palavras ",
    "ficaram de fora",
    ". Copie-as: não estão mais no texto.",
  ],
  tooLate: (time: string) => [
    `Não dá mais para escrever. Suas últimas palavras, desde ${as(time)}, `,
    "não entraram",
    ". Copie-as: não estão mais no texto.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [`O que você fez ${at(time)} é `, "mais do que cabe neste pad", ". Foi desfeito."]
      : [`O que você fez ${at(time)} `, "não pode ficar neste pad", ". Foi desfeito."],
  guessing: (wrong: number) =>
    "Alguém está testando códigos: " +
    `${wrong} ${plural(wrong, { one: "errado", other: "errados" })} em dez minutos. ` +
    "Agora precisa esperar, e o código continua o mesmo.",
  filling: (name: string) =>
    `${name} já colocou neste pad tudo o que uma pessoa pode colocar. Nada mais dessa pessoa cabe.`,
  copyWords: "Copiar minhas palavras",
  wordsCopied: "Suas palavras foram copiadas",
  openAgain: "Abrir o pad de novo",
  ending: (left: string) => `Este pad termina em ${left}.`,
  takeCopy: "Levar uma cópia",
  done: "Pronto",
  fold: "Mostrar ou ocultar o que está dentro",
  language: "Linguagem deste código",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Uma imagem sem endereço",
    video: "Um vídeo sem endereço",
    audio: "Um som sem endereço",
    file: "Um arquivo sem endereço",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof englishDecided> = {
  writing: (host: string | null, on: boolean) => {
    if (on) return host ? `${host} liberou a escrita.` : "A escrita foi liberada.";
    return host ? `${host} desligou a escrita.` : "A escrita foi desligada.";
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} deixou ${name} escrever.` : `${name} agora escreve.`,
    view: (host: string | null, name: string) =>
      host ? `${host} deixou ${name} só lendo.` : `${name} agora só lê.`,
    host: (host: string | null, name: string) =>
      host ? `${host} deixou ${name} organizar.` : `${name} agora também organiza.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} abriu a porta.` : "A porta está aberta."),
    knock: (host: string | null) =>
      host
        ? `${host} decidiu: quem chega bate antes de entrar.`
        : "Agora quem chega bate antes de entrar.",
    closed: (host: string | null) =>
      host ? `${host} fechou a porta: ninguém novo entra.` : "Agora ninguém novo entra.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} tirou o PIN.` : "Não há mais PIN.";
    return host ? `${host} definiu um PIN: só com o código não se entra.` : "Agora há um PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} passou o lápis para ${name}.` : `${name} está agora com o lápis.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "escrever", view: "ler", host: "organizar" }[of];
    return host ? `${host} criou novos links para ${which}.` : `Há novos links para ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} retirou ${name}.` : `${name} teve que sair.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Não foi feito: só quem entrou com um link para organizar decide isso.",
    oneself: "Não foi feito: quem organiza não tira nada de si.",
    tooFast: "Sem novos links: no máximo dez vezes por minuto.",
    nobody: "Essa pessoa não está mais aqui.",
    tooMany: "Não foi feito: há gente demais fora, ou com permissões próprias.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "Quero escrever",
  asked: "Aqui você pode ler. Quem organiza vê que você quer escrever.",
  askNoMore: "Não quero mais",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) =>
    more === 0 ? `${name} quer escrever.` : `${name} e mais ${more} querem escrever.`,
  answer: "Responder",
};

export const templates: Said<typeof englishTemplates> = {
  label: "Começar com",
  agenda: "Pauta",
  goal: "Objetivo",
  topics: "Assuntos",
  next: "Próximos passos",
  minutes: "Ata",
  present: "Quem está aqui",
  decisions: "Decisões",
  todo: "Tarefas",
  open: "Em aberto",
  retro: "Retrospectiva",
  well: "O que deu certo",
  hard: "O que foi difícil",
  tried: "O que vamos testar",
};

export const thumb: Said<typeof englishThumb> = {
  label: "Escrever",
  line: "Linha",
  tick: "Caixa",
  list: "Lista",
  heading: "Título",
  photo: "Foto",
  undo: "Desfazer",
};

export const more: Said<typeof englishMore> = {
  theme: "Aparência",
  language: "Idioma",
  system: "Sistema",
  light: "Claro",
  dark: "Escuro",
  people: "Pessoas",
  outline: "Estrutura",
  find: "Buscar…",
  copy: "Copiar o texto em Markdown",
  copied: "Texto copiado",
  take: "Levar o texto…",
  bring: "Trazer algo…",
  kept: "Arquivo salvo",
  keptWithout:
    "Arquivo salvo. Algumas imagens ou arquivos não puderam ser trazidos e não estão nele.",
  licenses: "Licenças",
  leave: "Sair",
  end: "Terminar agora…",
  handOver: "Transferir…",
  newPad: "Novo pad…",
  pads: "Pads neste computador",
};
