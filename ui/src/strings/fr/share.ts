/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Inviter du monde",
  write: "Écrire",
  read: "Lire",
  mode: "Ce que l’on peut faire",
  qr: (url: string) => `QR code pour ${url}`,
  code: (code: string) => `Code ${code.split("").join(" ")}`,
  readHint: "Avec ce QR code, on lit et on n’écrit rien.",
  readPin: "Avec ce QR code, on lit et on n’écrit rien. Le PIN n’est demandé qu’avec le code.",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "Un autre appareil"} a trouvé le chemin, il y a ${shortLeft(ago)}`,
  blocked: "Aucun autre appareil n’a encore ouvert cette adresse. Ce qui peut gêner\u00a0:",
  noProof: "Aucun autre appareil n’a encore ouvert cette adresse.",
  encrypted: "Chiffré. Les navigateurs avertissent une fois",
  compare:
    "Ce Fadepad a fait son certificat lui-même. Avant de passer outre l’avertissement, comparez son SHA‑256. " +
    "Les iPhone et les iPad ne peuvent pas entrer ainsi.",
  /** Beside the code. */
  pin: "et le PIN",
  door: "Nouvelles arrivées",
  /** In two words, and what it means. */
  doors: {
    open: ["Entrer", "On entre avec le code ou le lien."],
    knock: ["Frapper", "On attend que vous ouvriez."],
    closed: ["Fermé", "On n’entre plus, et personne n’a à partir."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Avec le code, on entre sans PIN.",
      knock: "Avec le code, on frappe sans PIN.",
      closed: "Aucun PIN n’est défini.",
    },
    asked: {
      open: "Avec le code, le PIN est aussi demandé.",
      knock: "Avec le code, le PIN est demandé, puis il faut frapper.",
      closed: "Un PIN est défini.",
    },
    set: "Définir un PIN",
    another: "Autre PIN",
    away: "Sans PIN",
    done: "Le demander",
    leave: "Annuler",
  },
  pinHint: "Dites-le aux personnes dans la salle\u00a0: il n’est affiché nulle part.",
  pinOdd: "Un PIN a de 4 à 64 lettres, chiffres ou signes.",
  doorFailed: "Cela n’a pas marché. Réessayez dans un instant.",
  copy: "Copier le lien",
  copied: "Copié",
  cantCopy: "Copiez ce lien",
  network: (name: string) => `Réseau ${name}`,
  wall: "Afficher en grand",
  textOnWalls: "Y montrer aussi le texte",
  textOnWallsHint: "Tout le monde ici en est averti. Qui voit le grand écran lit le texte.",
  failed:
    "L’adresse ne peut pas être affichée pour le moment. Réessayez quand la connexion sera revenue.",
  loading: "Recherche de l’adresse…",
  device: "Un autre appareil à vous\u202f?",
};
