/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

const called = (host: string | null) => (host === null ? "호스트" : `${host} 님`);

export const knock: Said<typeof english> = {
  title: "호스트의 허락을 기다리고 있어요",
  told: (host: string | null) =>
    `${called(host)}에게 알렸어요. 이 페이지를 열어 두면 자동으로 이어져요.`,
  seen: (host: string | null) => `${called(host)}에게 이렇게 보여요`,
  change: "바꾸기",
  leave: "그만 기다리기",
  fine: "글은 아직 이 기기에 오지 않았어요.",
  notNow: (host: string | null) =>
    host === null
      ? "지금은 호스트가 입장을 허용할 수 없어요"
      : `지금은 ${host} 님이 입장을 허용할 수 없어요`,
  later: "잠시 후 다시 노크할 수 있어요.",
  again: "다시 노크하기",
  againIn: (s: number) => `${short(s)} 뒤에 다시 노크`,
  door: "문 앞",
  somebody: "익명",
  wants: { edit: "님이 들어오려고 해요", view: "님이 읽으러 들어오려고 해요" },
  wasOut: "전에 내보낸 사람이에요",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "기기"} · ${way === "code" ? "코드" : "링크"}로 · ${short(ago)} 전`,
  more: (n: number) => `외 ${n}명`,
  less: "접기",
  elsewhere: (pad: string, n: number) => `${people(n)}이 ‘${pad}’ 패드에 들어오려고 해요.`,
  goThere: "이동하기",
  notYet: "나중에",
  letIn: "입장 허용",
};
