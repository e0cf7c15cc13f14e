/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Deixar entrar",
  write: "Para escrever",
  read: "Para ler",
  mode: "O que podem fazer",
  qr: (url: string) => `Código QR de ${url}`,
  code: (code: string) => `Código ${code.split("").join(" ")}`,
  readHint: "Quem escanear isto pode ler, mas não escrever.",
  readPin: "Quem escanear isto pode ler, mas não escrever. O PIN só é pedido com o código.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Outro dispositivo"} chegou aqui há ${shortLeft(ago)}`,
  blocked: "Nenhum outro dispositivo abriu este endereço ainda. O que pode estar atrapalhando:",
  noProof: "Nenhum outro dispositivo abriu este endereço ainda.",
  encrypted: "Criptografado. Os navegadores avisam uma vez",
  compare:
    "Este Fadepad criou o próprio certificado. Antes de seguir depois do aviso, compare o SHA‑256 dele. " +
    "iPhones e iPads não conseguem entrar assim.",
  /** Beside the code. */
  pin: "e o PIN",
  door: "Quem chega",
  /** In two words, and what it means. */
  doors: {
    open: ["Entra", "Quem chega entra com o código ou o link."],
    knock: ["Bate", "Quem chega espera até você deixar entrar."],
    closed: ["Não entra", "Ninguém novo entra, e ninguém precisa sair."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Com o código se entra sem PIN.",
      knock: "Com o código se bate sem PIN.",
      closed: "Não há PIN.",
    },
    asked: {
      open: "Com o código se pede também o PIN.",
      knock: "Com o código se pede o PIN, e depois se bate.",
      closed: "Há um PIN.",
    },
    set: "Definir um PIN",
    another: "Outro PIN",
    away: "Sem PIN",
    done: "Pedir",
    leave: "Deixar",
  },
  pinHint: "Diga-o na sala: ele não aparece em lugar nenhum.",
  pinOdd: "Um PIN tem de 4 a 64 letras, números ou sinais.",
  doorFailed: "Não funcionou. Tente de novo daqui a pouco.",
  copy: "Copiar link",
  copied: "Copiado",
  cantCopy: "Copie este link",
  network: (name: string) => `Rede ${name}`,
  wall: "Mostrar no telão",
  textOnWalls: "Mostrar lá também o texto",
  textOnWallsHint: "Todos aqui são avisados. Quem vê o telão lê o texto.",
  failed: "Agora não dá para mostrar o endereço. Tente de novo quando a conexão voltar.",
  loading: "Buscando o endereço…",
  device: "Outro dispositivo seu?",
};
