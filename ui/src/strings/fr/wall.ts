/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, longLeft, plural } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves ? "L’hôte\u00a0en\u00a0garde\u00a0une\u00a0copie." : "Rien\u00a0n’est\u00a0enregistré.";

export const wall: Said<typeof english> = {
  scan: "Scannez, ou saisissez",
  scanRead: "Scannez pour lire",
  after: "Puis scannez, ou saisissez",
  afterRead: "Puis scannez pour lire",
  here: (name: string) => `${name} est là`,
  /** After a name. */
  isHere: "est là",
  /** After the name of the only one; after how many, where they are more. */
  asks: "demande à écrire",
  ask: (n: number) => `${n} demandent à écrire\u00a0:`,
  nobody: "Il n’y a encore personne.",
  alive: (ttl: number, saves: boolean) =>
    `Reste tant que quelqu’un est là, puis ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "Ce réseau montre cette page, mais pas qui est là. Ouvrez-la par un autre chemin.",
  fading: (left: number) => `Il n’y a personne. Ce pad s’efface dans ${longLeft(left)}.`,
  knocks: (n: number) =>
    plural(n, {
      one: `${n} personne attend à la porte`,
      other: `${n} personnes attendent à la porte`,
    }),
  letsIn: "L’hôte laisse entrer.",
  pin: "et le PIN, auprès de l’hôte",
  knockFirst: "Pour entrer, on frappe, et l’hôte ouvre.",
  closed: "La porte est fermée\u00a0: on n’entre plus.",
  tools: "Ce grand écran",
  /** A button that is pressed while it is shown. */
  text: "Texte",
  theText: "Le texte",
  headings: "Titres",
  empty: "Rien n’est encore écrit.",
  /** Whom it follows. */
  shows: (name: string) => `${name} présente`,
  /** To everyone who writes. */
  told: "Le texte est maintenant sur le grand écran : toute la salle peut le lire.",
  toldNoMore: "Le texte n’est plus sur le grand écran.",
  full: "Plein écran",
  light: "Clair",
  dark: "Sombre",
  wifi: "Wi-Fi…",
  wifiTitle: "Afficher aussi un code Wi-Fi",
  wifiLead:
    "On le scanne d’abord, pour être sur le même réseau. Il ne quitte pas cette page et disparaît quand elle est fermée.",
  wifiName: "Nom du réseau",
  wifiPassword: "Mot de passe, s’il y en a un",
  wifiShow: "Afficher",
  wifiHide: "Ne plus afficher",
  wifiQr: (name: string) => `QR code pour le Wi-Fi ${name}`,
  wifiFirst: "D’abord le Wi-Fi",
};
