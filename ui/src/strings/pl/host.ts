/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { are, long, people, want } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Kopia nie będzie nikomu proponowana."
    : ` Każda osoba może zabrać kopię: ma na to ${long(lastCall)}, chyba że wszyscy odpowiedzą wcześniej.`;
}

export const host: Said<typeof english> = {
  title: "Notatniki na tym komputerze",
  newPad: "Nowy notatnik",
  asking: "Szukanie twoich notatników…",
  empty: "Nie ma tu otwartego notatnika.",
  away: "Nie ma połączenia z Fadepadem. To, co tu widać, mogło się zmienić.",
  failed: "Nie udało się. Spróbuj ponownie za chwilę.",
  nobody: "nikogo tu nie ma",
  elsewhere: "otwarty gdzie indziej",
  knocks: (n: number) => `${people(n)} ${want(n)} wejść`,
  letIn: "Odpowiedz",
  letInOne: (pad: string) => `Odpowiedz na pukanie: ${pad}`,
  keep: "Zachowaj",
  keepOne: (pad: string) => `Zachowaj: ${pad}`,
  more: (pad: string) => `Więcej: ${pad}`,
  open: "Otwórz",
  rename: "Zmień nazwę…",
  renameTitle: (pad: string) => `Zmień nazwę: ${pad}`,
  renameLabel: "Co wszyscy przeczytają",
  renameHint: "Linki i kod się nie zmienią. Puste pole przywraca pierwotną nazwę.",
  renameDone: "Zmień",
  join: "Dołącz do innego notatnika",
  foot: (saves: boolean) =>
    saves
      ? "Tekst jest w pamięci, a po zakończeniu notatnika w plikach na tym komputerze. " +
        "Gdy Fadepad zostanie zamknięty, skończą się wszystkie notatniki."
      : "Tekst jest tylko w pamięci. Gdy Fadepad zostanie zamknięty, skończą się wszystkie notatniki na tym komputerze.",
  endTitle: (pad: string) => `Zakończyć dla wszystkich: ${pad}?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Nikogo tu nie ma." : `${are(n)} tu ${people(n)}.`}${offered(n, lastCall)} ` +
    `Po zakończeniu tekst zostanie wymazany z pamięci i ze stron, które go pokazują${afterwards(saves)}` +
    (saves ? "" : " Jeśli chcesz mieć kopię, najpierw otwórz notatnik."),
};
