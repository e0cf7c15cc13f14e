/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Fai entrare altri",
  write: "Scrivere",
  read: "Leggere",
  mode: "Che cosa possono fare",
  qr: (url: string) => `Codice QR per ${url}`,
  code: (code: string) => `Codice ${code.split("").join(" ")}`,
  readHint: "Chi lo scansiona legge, e non scrive nulla.",
  readPin: "Chi lo scansiona legge, e non scrive nulla. Il PIN si chiede solo con il codice.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Un altro dispositivo"} è arrivato fin qui, ${shortLeft(ago)} fa`,
  blocked: "Nessun altro dispositivo ha ancora aperto questo indirizzo. Che cosa può impedirlo:",
  noProof: "Nessun altro dispositivo ha ancora aperto questo indirizzo.",
  encrypted: "Cifrato. I browser avvisano una volta",
  compare:
    "Questo Fadepad ha fatto da sé il suo certificato. Prima di andare oltre l’avviso, confronta lo SHA‑256. " +
    "iPhone e iPad così non possono entrare.",
  /** Beside the code. */
  pin: "e il PIN",
  door: "Chi arriva",
  /** In two words, and what it means. */
  doors: {
    open: ["Entra", "Chi arriva entra con il codice o il link."],
    knock: ["Bussa", "Chi arriva aspetta che tu apra."],
    closed: ["Resta fuori", "Non entra più nessuno, e nessuno deve uscire."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Chi ha il codice entra senza PIN.",
      knock: "Chi ha il codice bussa senza PIN.",
      closed: "Non è impostato nessun PIN.",
    },
    asked: {
      open: "A chi ha il codice si chiede anche il PIN.",
      knock: "A chi ha il codice si chiede il PIN, poi bussa.",
      closed: "È impostato un PIN.",
    },
    set: "Imposta un PIN",
    another: "Altro PIN",
    away: "Nessun PIN",
    done: "Chiedilo",
    leave: "Annulla",
  },
  pinHint: "Dillo a chi è nella sala: non si vede da nessuna parte.",
  pinOdd: "Un PIN ha da 4 a 64 lettere, cifre o segni.",
  doorFailed: "Non ha funzionato. Riprova tra un momento.",
  copy: "Copia il link",
  copied: "Copiato",
  cantCopy: "Copia questo link",
  network: (name: string) => `Rete ${name}`,
  wall: "Mostra in grande",
  textOnWalls: "Mostra lì anche il testo",
  textOnWallsHint: "Tutti qui ne sono avvisati. Chi vede lo schermo legge il testo.",
  failed: "L’indirizzo ora non si può mostrare. Riprova quando torna la connessione.",
  loading: "Ricerca dell’indirizzo…",
  device: "Un altro tuo dispositivo?",
};
