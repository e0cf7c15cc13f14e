/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Додати в блокнот",
  line: "Додайте рядок",
  send: "Надіслати рядок",
  where: (name: string) => `Рядок у кінці, підпис: ${name}`,
  later: (name: string) => `Надішлеться, коли повернеться зв’язок, підпис: ${name}`,
  away: "Тексту тут ще немає. Спробуйте ще раз за мить.",
  unsent: "Не надіслано: тепер ви можете тут лише читати",
  photo: "Фото",
  tick: "Позначити",
  undo: "Скасувати",
  follow: "Стежити",
  boxes: "Прапорці в цьому блокноті",
  noBoxes: "У цьому блокноті ще немає прапорців.",
  noWords: "(без слів)",
};
