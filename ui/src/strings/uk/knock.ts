/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short, wantIn } from "./numbers";

export const knock: Said<typeof english> = {
  title: "Зачекайте, доки вас впустять",
  told: (host: string | null) =>
    `${host ? `${host} вже про це знає` : "Ведучі вже про це знають"}. ` +
    "Не закривайте цю сторінку: далі вона перейде сама.",
  /** Below one's own name. */
  seen: (host: string | null) => (host ? `це бачить ${host}` : "це бачать ведучі"),
  change: "Змінити",
  leave: "Не чекати",
  fine: "На цьому пристрої ще немає нічого з тексту.",
  notNow: (host: string | null) =>
    host ? `${host} не може вас зараз впустити` : "Ведучі не можуть вас зараз впустити",
  later: "Незабаром ви зможете постукати знову.",
  again: "Постукати знову",
  againIn: (s: number) => `Постукати знову через ${short(s)}`,
  /** To a host. */
  door: "Біля дверей",
  somebody: "Хтось",
  /** After a name. */
  wants: { edit: "хоче ввійти", view: "хоче ввійти й читати" },
  wasOut: "Цю людину вже виводили",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "Пристрій"} · ${way === "code" ? "за кодом" : "за посиланням"} · ` +
    `${short(ago)} тому`,
  more: (n: number) => `і ще ${n}`,
  less: "Показати менше",
  /** At the door of another pad of this host. */
  elsewhere: (pad: string, n: number) => `${pad}: ${people(n)} ${wantIn(n)}.`,
  goThere: "Перейти туди",
  notYet: "Не зараз",
  letIn: "Впустити",
};
