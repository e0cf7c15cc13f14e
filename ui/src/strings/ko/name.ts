/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "누구신가요?",
  lead: "커서 옆에 보여요. 다른 것은 묻지 않아요.",
  label: "이름",
  colour: "색",
  colourN: (n: number) => `색 ${n}`,
  join: (pad: string) => `‘${pad}’ 참가`,
  keep: "이 이름으로 하기",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "아직 다른 사람은 없어요." : `지금 ${people(here)}이 있어요.`} ${wiped}`,
  wiped: (ttl: number) => `글은 마지막 사람이 나가고 ${long(ttl)} 뒤에 지워져요.`,
  wipedAt: (time: string) => `글은 사람이 있어도 ${time}에 지워져요.`,
  kept: (hardEnd: string) =>
    `글은 호스트가 끝낼 때까지, 길어도 ${hardEnd}까지 남고 그 뒤에 지워져요.`,
  saves: "호스트 컴퓨터에 사본이 남아요.",
  change: "내 이름과 색",
};
