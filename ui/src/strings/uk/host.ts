/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people, wantIn } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Копію нікому не буде запропоновано."
    : ` Кожна людина може взяти копію: чекаємо ${long(lastCall)} або до останньої відповіді.`;
}

export const host: Said<typeof english> = {
  title: "Блокноти на цьому комп’ютері",
  newPad: "Новий блокнот",
  asking: "Шукаємо ваші блокноти…",
  empty: "Відкритих блокнотів тут немає.",
  away: "Немає зв’язку з Fadepad. Те, що тут показано, могло змінитися.",
  failed: "Не вдалося. Спробуйте ще раз за мить.",
  nobody: "тут нікого",
  elsewhere: "відкрито деінде",
  knocks: (n: number) => `${people(n)} ${wantIn(n)}`,
  letIn: "Відповісти",
  letInOne: (pad: string) => `Відповісти тим, хто хоче ввійти: ${pad}`,
  keep: "Зберегти",
  keepOne: (pad: string) => `Зберегти: ${pad}`,
  more: (pad: string) => `Більше: ${pad}`,
  open: "Відкрити",
  rename: "Перейменувати…",
  renameTitle: (pad: string) => `Перейменувати: ${pad}`,
  renameLabel: "Що всі прочитають",
  renameHint: "Посилання й код не зміняться. Порожнє поле поверне початкову назву.",
  renameDone: "Перейменувати",
  join: "Увійти в інший блокнот",
  foot: (saves: boolean) =>
    saves
      ? "Текст є в пам’яті, а після завершення блокнота — у файлах на цьому комп’ютері. " +
        "Коли Fadepad закриють, завершаться всі блокноти."
      : "Текст є лише в пам’яті. Коли Fadepad закриють, завершаться всі блокноти на цьому комп’ютері.",
  endTitle: (pad: string) => `Завершити для всіх: ${pad}?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Тут нікого немає." : `Тут ${people(n)}.`}${offered(n, lastCall)} ` +
    `Після завершення текст буде стерто з пам’яті та зі сторінок, що його показують${afterwards(saves)}` +
    (saves ? "" : " Якщо хочете мати копію, спершу відкрийте блокнот."),
};
