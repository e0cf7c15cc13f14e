/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "Запросити інших",
  write: "Щоб писати",
  read: "Щоб читати",
  mode: "Що їм можна",
  qr: (url: string) => `QR-код для ${url}`,
  code: (code: string) => `Код ${code.split("").join(" ")}`,
  readHint: "Хто це відсканує, зможе читати, але не писати.",
  readPin: "Хто це відсканує, зможе читати, але не писати. PIN питають лише разом із кодом.",
  proof: (device: string, ago: number) =>
    `Є зв’язок: ${(DEVICES[device] ?? "інший пристрій").toLowerCase()}, ${shortLeft(ago)} тому`,
  blocked: "Жоден інший пристрій ще не відкривав цю адресу. Що може заважати:",
  noProof: "Жоден інший пристрій ще не відкривав цю адресу.",
  encrypted: "Зашифровано. Браузер один раз попередить",
  compare:
    "Цей Fadepad сам зробив свій сертифікат. Перш ніж іти далі попри попередження, порівняйте його SHA‑256. " +
    "З iPhone та iPad так увійти не можна.",
  /** Beside the code. */
  pin: "і PIN",
  door: "Нові люди",
  /** In two words, and what it means. */
  doors: {
    open: ["Входять", "Нові люди входять за кодом або посиланням."],
    knock: ["Стукають", "Нові люди чекають, доки ви їх впустите."],
    closed: ["Не входять", "Нові люди не ввійдуть, і ніхто не мусить виходити."],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "За кодом входять без PIN.",
      knock: "За кодом стукають без PIN.",
      closed: "PIN не задано.",
    },
    asked: {
      open: "До коду потрібен ще й PIN.",
      knock: "До коду потрібен PIN, а потім треба постукати.",
      closed: "PIN задано.",
    },
    set: "Задати PIN",
    another: "Інший PIN",
    away: "Без PIN",
    done: "Питати його",
    leave: "Не треба",
  },
  pinHint: "Скажіть його в кімнаті: його ніде не показано.",
  pinOdd: "PIN має від 4 до 64 літер, цифр чи знаків.",
  doorFailed: "Не вдалося. Спробуйте ще раз за мить.",
  copy: "Копіювати посилання",
  copied: "Скопійовано",
  cantCopy: "Скопіюйте це посилання",
  network: (name: string) => `Мережа ${name}`,
  wall: "Показати на екрані",
  textOnWalls: "Показувати там і текст",
  textOnWallsHint: "Усі тут про це дізнаються. Хто бачить екран, той читає текст.",
  failed: "Адресу зараз не показати. Спробуйте ще раз, коли повернеться зв’язок.",
  loading: "Дізнаємося адресу…",
  device: "Маєте ще один пристрій?",
};
