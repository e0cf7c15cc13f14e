/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Wpuść innych",
  write: "Do pisania",
  read: "Do czytania",
  mode: "Co mogą robić",
  qr: (url: string) => `Kod QR do ${url}`,
  code: (code: string) => `Kod ${code.split("").join(" ")}`,
  readHint: "Kto to zeskanuje, może czytać, ale nie pisać.",
  readPin: "Kto to zeskanuje, może czytać, ale nie pisać. PIN jest potrzebny tylko przy kodzie.",
  proof: (device: string, ago: number) =>
    `Jest połączenie: ${(DEVICES[device] ?? "inne urządzenie").toLowerCase()}, ${shortLeft(ago)} temu`,
  blocked: "Żadne inne urządzenie nie otworzyło jeszcze tego adresu. Co może przeszkadzać:",
  noProof: "Żadne inne urządzenie nie otworzyło jeszcze tego adresu.",
  encrypted: "Szyfrowane. Przeglądarka raz ostrzeże",
  compare:
    "Ten Fadepad sam wystawił sobie certyfikat. Zanim przejdziesz dalej mimo ostrzeżenia, porównaj jego SHA‑256. " +
    "iPhone i iPad nie mogą tak dołączyć.",
  /** Beside the code. */
  pin: "i PIN",
  door: "Nowe osoby",
  /** In two words, and what it means. */
  doors: {
    open: ["Wchodzą", "Nowe osoby wchodzą z kodem lub linkiem."],
    knock: ["Pukają", "Nowe osoby czekają, aż je wpuścisz."],
    closed: ["Nie wchodzą", "Nikt nowy nie wejdzie i nikt nie musi wychodzić."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "Z kodem wchodzi się bez PIN-u.",
      knock: "Z kodem puka się bez PIN-u.",
      closed: "PIN nie jest ustawiony.",
    },
    asked: {
      open: "Do kodu potrzebny jest też PIN.",
      knock: "Do kodu potrzebny jest PIN, potem się puka.",
      closed: "PIN jest ustawiony.",
    },
    set: "Ustaw PIN",
    another: "Inny PIN",
    away: "Bez PIN-u",
    done: "Ustaw",
    leave: "Zostaw",
  },
  pinHint: "Podaj go na sali: nigdzie nie jest pokazywany.",
  pinOdd: "PIN ma od 4 do 64 liter, cyfr lub znaków.",
  doorFailed: "Nie udało się. Spróbuj ponownie za chwilę.",
  copy: "Kopiuj link",
  copied: "Skopiowano",
  cantCopy: "Skopiuj ten link",
  network: (name: string) => `Sieć ${name}`,
  wall: "Pokaż na ekranie",
  textOnWalls: "Pokazuj tam też tekst",
  textOnWallsHint: "Wszyscy tutaj się o tym dowiedzą. Kto widzi ekran, ten czyta.",
  failed: "Adresu nie można teraz pokazać. Spróbuj ponownie, gdy wróci połączenie.",
  loading: "Ustalanie adresu…",
  device: "Masz tu inne urządzenie?",
};
