/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going:
    "Ten notatnik trwa dalej na innym komputerze. Ta strona przejdzie tam, gdy tylko zrobisz przerwę.",
  looking: "Ten notatnik trwa dalej na innym komputerze. Ta strona jest w drodze.",
  unreached: (at: string) =>
    `Ten notatnik trwa dalej pod adresem ${at}. To urządzenie jeszcze tam nie dociera: ` +
    "wpisz ten adres w przeglądarce. To, co tu piszesz, nadal jest przesyłane.",
  go: "Przejdź tam",
  title: "Ten notatnik trwa dalej gdzie indziej",
  there: (at: string) => `Jest teraz pod adresem ${at}. Ta strona sama tam przejdzie.`,
  type: (at: string) =>
    `Jest teraz pod adresem ${at}, a to urządzenie jeszcze tam nie dociera. ` +
    "Połącz się z siecią tamtego komputera i wpisz ten adres w przeglądarce.",
  erased: "Na poprzednim komputerze jego tekst został wymazany.",
  words: "Część twoich słów już nie dotarła. Są nadal na tej stronie.",
};
