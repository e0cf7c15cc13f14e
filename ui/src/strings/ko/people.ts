/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "참가자",
  open: (n: number) => `${count(n)} 참가 중`,
  you: "나",
  roles: { host: "호스트", edit: "쓰기", view: "읽기" },
  named: (name: string, host: boolean) => (host ? `${name}(호스트)` : name),
  pencil: "펜을 들고 있음",
  devices: (n: number) => `기기 ${n}대`,
  more: (n: number) => `+${n}`,
  change: "이름이나 색 바꾸기",
  device: "다른 기기에서도 쓰기",
  nameless: "익명",
};
