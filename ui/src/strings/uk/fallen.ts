/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Зараз тут не вдається писати далі",
  body: "Текст і далі в блокноті. Нижче є його слова. Візьміть копію або спробуйте ще раз.",
  copy: "Скопіювати текст",
  text: "Слова тексту",
  host:
    "Якщо так і лишиться, можна почати заново з текстом, який ця сторінка востаннє показала добре. " +
    "Він стане текстом для всіх; пізніші зміни пропадуть.",
  afresh: "Почати з останнього доброго тексту",
};
