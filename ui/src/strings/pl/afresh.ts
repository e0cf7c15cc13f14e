/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Zacznij od nowa…",
  title: "Zacznij od nowa",
  what: "Tekst zostaje. Znika to, co było usunięte.",
  whatOf:
    "Notatnik trwa dalej z tekstem, który teraz widzisz. Jego historia i wszystko, co było usunięte, zostaną wymazane. " +
    "Kod i linki będą inne. Wszyscy, którzy tu są, przejdą dalej sami, ale nie osoby wyproszone.",
  begin: "Zacznij od nowa",
  keep: "Nie teraz",
  away: "Brak połączenia. Będzie można to zrobić, gdy wróci.",
  busy: "Zaczynanie od nowa…",
  failed: "Nie udało się. Spróbuj ponownie.",
};
