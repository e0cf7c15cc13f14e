/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as english, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof english> = {
  label: "Jak długo żyje ten notatnik",
  title: "Jak długo żyje ten notatnik",
  alive: (ttl: number) => `Żyje, dopóki ktoś tu jest, i jeszcze ${short(ttl)}`,
  alivePhone: "Żyje, dopóki ktoś tu jest",
  until: (time: string) => `Żyje do ${time}`,
  kept: "Zostaje do odwołania",
  ends: (left: string) => `Skończy się za ${left}`,
  fades: (left: string) => `Zniknie za ${left}`,
  connecting: "Otwieranie…",
  lost: "Łączenie…",
  ended: "Zakończony",
  what: (ttl: number, saves: boolean) =>
    `Gdy wyjdzie ostatnia osoba, tekst zostaje jeszcze przez ${long(ttl)}. ` +
    `Potem zostanie wymazany z pamięci${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `Notatnik zostaje do ${time}, czy ktoś tu jest, czy nie. ` +
    `Potem jego tekst zostanie wymazany z pamięci${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "Notatnik zostaje, dopóki osoba prowadząca nie zdecyduje inaczej, nawet gdy nikogo nie ma. " +
    `${hardEnd ? `Skończy się najpóźniej o ${hardEnd}` : "Skończy się, gdy upłynie jego maksymalny czas"}; ` +
    "wszyscy tutaj dowiedzą się o tym wcześniej.",
  hard: (time: string) => `Skończy się o ${time}, nawet jeśli ktoś tu będzie.`,
  where: (saves: boolean) =>
    "Tekst jest w pamięci komputera, który udostępnia ten notatnik, i na stronach, które go pokazują. " +
    (saves
      ? "Fadepad zapisze go na dysku, gdy notatnik się skończy, nie wcześniej."
      : "Fadepad nie zapisuje go na żadnym dysku."),
  whoDecides: "Jak długo żyje, decyduje osoba prowadząca. Wszyscy tutaj od razu to widzą.",
  saved: "Wszystkie twoje słowa tam dotarły.",
  sending: "Wysyłanie twoich słów…",
  held: "Twoje ostatnie słowa nie docierają: są tylko na tej stronie.",
  waiting: "Twoje słowa czekają na tej stronie, aż wróci połączenie.",
  reading: "Możesz tu czytać.",
};

export const steer: Said<typeof englishSteer> = {
  detour:
    "Ta sieć nie przepuszcza połączenia na żywo. Wszystko i tak dociera, tylko trochę później.",
  label: "Zachowaj ten notatnik",
  fade: "Gdy jest używany",
  until: "Do godziny",
  keep: "Do odwołania",
  graces: "Po wyjściu ostatniej osoby",
  grace: (ttl: number) => `${long(ttl)} po wyjściu ostatniej osoby`,
  time: "Zachowaj do",
  set: "Ustaw",
  untilHint: "Wtedy się skończy, nawet jeśli ktoś tu będzie.",
  tomorrow: "To już jutro.",
  tooLate: (hardEnd: string | null) =>
    "To dłużej, niż ten notatnik może żyć. Zostaje " +
    `${hardEnd ? `do ${hardEnd}` : "tak długo, jak może"}, a przed końcem wszyscy się o tym dowiedzą.`,
  keepHint: (hardEnd: string | null) =>
    "Zostaje, nawet gdy wszyscy wyjdą. Skończy się " +
    `${hardEnd ? `najpóźniej o ${hardEnd}` : "dopiero, gdy upłynie jego maksymalny czas"}.`,
};
