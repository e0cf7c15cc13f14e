/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Почати заново…",
  title: "Почати заново",
  what: "Текст лишається. Видалене зникає назавжди.",
  whatOf:
    "Блокнот живе далі з текстом, який ви зараз бачите. Його історію та все видалене буде стерто. " +
    "Код і посилання стануть іншими. Усі, хто тут є, перейдуть далі самі, але не ті, кого виведено.",
  begin: "Почати заново",
  keep: "Не зараз",
  away: "Немає зв’язку. Це можна буде зробити, коли він повернеться.",
  busy: "Починаємо заново…",
  failed: "Не вдалося. Спробуйте ще раз.",
};
