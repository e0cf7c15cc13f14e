/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, people, plural, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves
    ? "No\u00a0fim\u00a0fica\u00a0guardada\u00a0uma\u00a0cópia."
    : "Nada\u00a0fica\u00a0guardado.";

export const wall: Said<typeof english> = {
  scan: "Escaneie ou digite",
  scanRead: "Escaneie para ler",
  after: "Depois escaneie ou digite",
  afterRead: "Depois escaneie para ler",
  here: (name: string) => `${name} está aqui`,
  /** After a name. */
  isHere: "está aqui",
  /** After the name of the only one; after how many, where they are more. */
  asks: "quer escrever",
  ask: (n: number) => `${n} querem escrever:`,
  nobody: "Ainda não há ninguém aqui.",
  alive: (ttl: number, saves: boolean) =>
    `Vive enquanto houver alguém aqui, e depois mais ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "Esta rede mostra a página, mas não quem está aqui. Abra-a por outro caminho.",
  fading: (left: number) =>
    `Ninguém está aqui. Este pad se apaga em ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n: number) =>
    `${people(n)} ${plural(n, { one: "espera", other: "esperam" })} para entrar`,
  letsIn: "Quem organiza deixa entrar.",
  pin: "e o PIN, de quem organiza",
  knockFirst: "Quem chega bate, e quem organiza deixa entrar.",
  closed: "A porta está fechada: ninguém novo entra agora.",
  tools: "Este telão",
  /** A button that is pressed while it is shown. */
  text: "Texto",
  theText: "O texto",
  headings: "Títulos",
  empty: "Ainda não há nada escrito.",
  /** Whom it follows. */
  shows: (name: string) => `${name} mostra`,
  /** To everyone who writes. */
  told: "O texto está agora no telão: toda a sala pode lê-lo.",
  toldNoMore: "O texto não está mais no telão.",
  full: "Tela cheia",
  light: "Claro",
  dark: "Escuro",
  wifi: "Wi-Fi…",
  wifiTitle: "Mostrar também um código do Wi-Fi",
  wifiLead:
    "Ele é escaneado primeiro, para estar na mesma rede. Fica só nesta página e some quando ela é fechada.",
  wifiName: "Nome da rede",
  wifiPassword: "Senha, se tiver",
  wifiShow: "Mostrar",
  wifiHide: "Não mostrar mais",
  wifiQr: (name: string) => `Código QR da rede Wi-Fi ${name}`,
  wifiFirst: "Primeiro o Wi-Fi",
};
