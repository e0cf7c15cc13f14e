/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Przekaż notatnik",
  lead: "Musisz wyjść z tym komputerem? Uruchom to na innym komputerze w sali, na którym jest Fadepad:",
  copy: "Skopiuj polecenie",
  copied: "Skopiowano. Uruchom je na drugim komputerze.",
  cantCopy: "Twoja przeglądarka tu nie kopiuje. Zaznacz polecenie i skopiuj je ręcznie.",
  after:
    "Tekst, kod, linki i czas przechodzą razem. Strony wszystkich osób przejdą same, ekran też. " +
    "Potem wszystko zostanie wymazane z tego komputera i możesz wyjść.",
  secret: "Kto ma to polecenie, prowadzi notatnik: nie dawaj go nikomu innemu.",
};
