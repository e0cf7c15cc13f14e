/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

const leaving = (devices: number): string => {
  if (devices > 2) return `Усі пристрої цієї людини (${devices}) вийдуть`;
  return devices === 2 ? "Обидва пристрої цієї людини вийдуть" : "Ця людина вийде";
};

export const deciding: Said<typeof english> = {
  everyone: "Усі можуть писати",
  everyoneHint: "Лише ведучі й ті, кому ви дозволите.",
  menu: (name: string) => `Що можна: ${name}`,
  write: "Дозволити писати",
  read: "Лише читати",
  pass: "Передати олівець",
  passHint: "Замість того, хто його мав. Ведучі й ті, кому ви дозволите, пишуть далі.",
  asks: (name: string, time: string) => `${name} просить дозволу писати вже ${time}`,
  makeHost: "Дозволити вести",
  takeHost: "Не дозволяти вести",
  /** New links for hosts alone take a host's link back. */
  hostHint:
    "За посиланням для ведучих кожен знову веде, доки ви не створите для ведучих нові посилання.",
  showOut: "Вивести…",
  showOutHint: "Повернеться, лише якщо ви впустите.",
  /** The second question. */
  out: {
    title: (name: string) => `Вивести: ${name}?`,
    body: (devices: number) =>
      `${leaving(devices)} одразу. ` +
      "Під тим самим ім’ям вона повернеться, лише якщо ви впустите. Хто зберіг код, може ввійти як хтось новий; " +
      "нові посилання це зупинять.",
    address: "Нові люди з цієї адреси мають постукати",
    now: "Вивести",
    keep: "Хай лишається",
  },
  isOut: (name: string) => `Виведено: ${name}.`,
  letIn: "Впустити знову",
};
