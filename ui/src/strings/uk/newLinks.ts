/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "хто пише", view: "хто читає", host: "хто веде" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Нові посилання…",
  title: "Нові посилання",
  what: "Видані досі перестануть діяти.",
  which: "Які посилання",
  of: { edit: "Щоб писати", view: "Щоб читати", host: "Щоб вести" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Усім, хто ввійшов за старим посиланням чи кодом, треба відсканувати ще раз. Код стане іншим, " +
      "тут і на екрані.",
    view: "Усім, хто ввійшов за старим посиланням, щоб читати, потрібне нове. Код лишається.",
    host:
      "Усім, хто веде за старим посиланням, потрібне нове, але не вам і не тим, " +
      "кому ви дозволили вести в цьому списку. Нове є в адресі цієї сторінки.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "Двері зачинено: ніхто не повернеться, доки ви їх не відчините.",
  make: "Створити нові",
  keep: "Лишити старі",
  away: "Немає зв’язку. Це можна буде зробити, коли він повернеться.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} створює нові посилання для тих, ${WHAT[role]}. Старі вже нічого не відкривають.`
      : `Є нові посилання для тих, ${WHAT[role]}. Старі вже нічого не відкривають.`,
};
