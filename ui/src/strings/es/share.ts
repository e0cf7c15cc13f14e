/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Dejar entrar",
  write: "Para escribir",
  read: "Para leer",
  mode: "Qué pueden hacer",
  qr: (url: string) => `Código QR de ${url}`,
  code: (code: string) => `Código ${code.split("").join(" ")}`,
  readHint: "Quien lo escanee puede leer, pero no escribir.",
  readPin:
    "Quien lo escanee puede leer, pero no escribir. El PIN se pide solo al entrar con el código.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Otro dispositivo"} llegó hasta aquí hace ${shortLeft(ago)}`,
  blocked: "Ningún otro dispositivo ha abierto aún esta dirección. Puede que lo impida esto:",
  noProof: "Ningún otro dispositivo ha abierto aún esta dirección.",
  encrypted: "Cifrado. Los navegadores avisan una vez",
  compare:
    "Este Fadepad ha creado su propio certificado. Antes de seguir tras el aviso, compara su SHA‑256. " +
    "Con iPhone y iPad no se puede entrar así.",
  /** Beside the code. */
  pin: "y el PIN",
  door: "Personas nuevas",
  /** In two words, and what it means. */
  doors: {
    open: ["Entran", "Las personas nuevas entran con el código o el enlace."],
    knock: ["Llaman", "Las personas nuevas esperan hasta que las dejes entrar."],
    closed: ["No entran", "No entra nadie nuevo, y nadie tiene que irse."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Con el código se entra sin PIN.",
      knock: "Con el código se llama sin PIN.",
      closed: "No hay PIN.",
    },
    asked: {
      open: "Con el código se pide también el PIN.",
      knock: "Con el código se pide el PIN y después se llama.",
      closed: "Hay un PIN.",
    },
    set: "Poner un PIN",
    another: "Otro PIN",
    away: "Sin PIN",
    done: "Pedirlo",
    leave: "Dejarlo",
  },
  pinHint: "Dilo en la sala: no se muestra en ningún sitio.",
  pinOdd: "Un PIN tiene de 4 a 64 letras, números o signos.",
  doorFailed: "No ha funcionado. Prueba de nuevo en un momento.",
  copy: "Copiar enlace",
  copied: "Copiado",
  cantCopy: "Copia este enlace",
  network: (name: string) => `Red ${name}`,
  wall: "Mostrar en la pantalla",
  textOnWalls: "Mostrar allí también el texto",
  textOnWallsHint: "Se avisa a todos los presentes. Quien ve la pantalla lee el texto.",
  failed: "Ahora no se puede mostrar la dirección. Prueba otra vez cuando vuelva la conexión.",
  loading: "Buscando la dirección…",
  device: "¿Otro dispositivo tuyo?",
};
