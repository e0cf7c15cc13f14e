/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Deze link opent het blad niet",
    "Misschien is hij afgebroken, of hoort hij bij een blad dat er niet meer is. " +
      "Vraag om een nieuwe, of typ de code.",
  ],
  noKey: [
    "Er ontbreekt iets aan deze link",
    "Het deel na ‘#’ laat je binnen. Vraag om de hele link, of typ de code.",
  ],
  unknown: [
    "Er is hier geen blad met deze naam",
    "Misschien is het afgelopen, of staat het op een andere computer.",
  ],
  full: ["Dit blad is vol", "Er moet iemand weg voordat je erin kunt."],
  forbidden: [
    "Je kunt er op dit moment niet in",
    "De host heeft de deur dichtgedaan of je verwijderd.",
  ],
  shownOut: ["De host heeft je verwijderd", "Je komt alleen terug als de host je binnenlaat."],
  newLinks: [
    "De host heeft nieuwe links gemaakt",
    "Die van jou is een oude. Scan de code nog eens, of typ hem, en ga verder waar je was.",
  ],
  wait: ["Nog niet", "Wacht een minuut, en probeer het dan nog eens."],
  closed: [
    "Bij dit blad komt nu niemand meer bij",
    "Vraag het de host. Wie er al eerder was, komt gewoon binnen.",
  ],
  broken: [
    "Iets is hier niet te tonen",
    "De tekst staat veilig waar hij is. Open het blad opnieuw om verder te gaan.",
  ],
  tooLarge: [
    "Dit was te groot voor het blad",
    "Het is niet aangenomen. De pagina is gestopt, zodat jouw tekst en die van de anderen gelijk blijven.",
  ],
  notKept: [
    "Iets hier kan niet op het blad blijven",
    "Niet iedereen had het kunnen zien. De pagina is gestopt, zodat jouw tekst en die van de anderen gelijk blijven.",
  ],
  malformed: [
    "Iets hier kan het blad niet lezen",
    "De pagina is gestopt, zodat jouw tekst en die van de anderen gelijk blijven.",
  ],
  offline: [
    "Fadepad is niet bereikbaar",
    "Zit dit apparaat nog op hetzelfde netwerk als de computer die het blad deelt?",
  ],
  used: [
    "Deze link is al gebruikt",
    "De eigen link van de host opent het blad één keer, op de computer van de host zelf. " +
      "De volgende staat waar Fadepad is gestart.",
  ],
  notHere: [
    "Er is niets op dit adres",
    "Een blad open je met een link, een QR-code of een code van zes tekens.",
  ],
  again: "Opnieuw proberen",
  knock: "Aankloppen",
  /** Where that can be asked for. */
  back: "Vragen om terug te komen",
  lastWords: "Wat je het laatst schreef, is niet aangenomen: kopieer het.",
  start: "De code typen",
  load: "Het blad opnieuw openen",
};
