/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Teraz nie da się tu dalej pisać",
  body: "Tekst nadal jest w notatniku. Poniżej są jego słowa. Zabierz kopię albo spróbuj ponownie.",
  copy: "Skopiuj tekst",
  text: "Słowa tekstu",
  host:
    "Jeśli tak zostanie, możesz zacząć od nowa z tekstem, który ta strona ostatnio pokazała poprawnie. " +
    "Będzie to tekst wszystkich; późniejsze zmiany przepadną.",
  afresh: "Zacznij od ostatniego dobrego tekstu",
};
