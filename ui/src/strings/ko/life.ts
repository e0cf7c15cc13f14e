/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as lifeEnglish, steer as steerEnglish } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof lifeEnglish> = {
  label: "이 패드가 남아 있는 시간",
  title: "이 패드가 남아 있는 시간",
  alive: (ttl: number) => `사람이 있는 동안 남고, 그 뒤 ${short(ttl)}`,
  alivePhone: "사람이 있는 동안 남아요",
  until: (time: string) => `${time}까지 남아요`,
  kept: "호스트가 끝낼 때까지 남아요",
  ends: (left: string) => `종료까지 ${left}`,
  fades: (left: string) => `사라지기까지 ${left}`,
  connecting: "여는 중…",
  lost: "다시 연결하는 중…",
  ended: "끝남",
  what: (ttl: number, saves: boolean) =>
    `마지막 사람이 나가면 글은 ${long(ttl)} 동안 남아요. ` +
    `그 뒤 메모리에서 지워져요${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `사람이 있든 없든 패드는 ${time}까지 남아요. ` +
    `그 뒤 글은 메모리에서 지워져요${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "아무도 없어도, 호스트가 달리 정할 때까지 패드는 남아요. " +
    `다만 ${hardEnd ? `${hardEnd}에는` : "최대 시간이 다 되면"} 끝나요. 그 전에 여기 있는 모두에게 알려요.`,
  hard: (time: string) => `사람이 있어도 ${time}에 끝나요.`,
  where: (saves: boolean) =>
    "글은 이 패드를 공유하는 컴퓨터의 메모리와, 열려 있는 페이지에 있어요. " +
    (saves
      ? "Fadepad는 패드가 끝날 때만 디스크에 저장해요."
      : "Fadepad는 디스크에 저장하지 않아요."),
  whoDecides: "얼마나 남을지는 호스트가 정해요. 여기 있는 모두에게 바로 보여요.",
  saved: "쓴 글이 모두 전해졌어요.",
  sending: "쓴 글을 보내고 있어요…",
  held: "마지막에 쓴 글을 보내지 못해, 이 페이지에만 있어요.",
  waiting: "쓴 글은 다시 연결될 때까지 이 페이지에서 기다려요.",
  reading: "여기서는 읽을 수 있어요.",
};

export const steer: Said<typeof steerEnglish> = {
  detour: "이 네트워크에서는 실시간 연결이 되지 않아요. 조금 늦지만 모두 전해져요.",
  label: "이 패드를 남겨 두는 방식",
  fade: "쓰는 동안",
  until: "시각 지정",
  keep: "끝낼 때까지",
  graces: "마지막 사람이 나간 뒤",
  grace: (ttl: number) => `마지막 사람이 나간 뒤 ${long(ttl)}`,
  time: "남겨 둘 시각",
  set: "정하기",
  untilHint: "사람이 있어도 그때 끝나요.",
  tomorrow: "내일 시각이에요.",
  tooLate: (hardEnd: string | null) =>
    "이 패드가 남을 수 있는 시간을 넘어요. " +
    `${hardEnd ? `${hardEnd}까지` : "될 수 있는 한 오래"} 남고, 끝나기 전에 모두에게 알려요.`,
  keepHint: (hardEnd: string | null) =>
    `모두 나가도 남아요. 다만 ${hardEnd ? `${hardEnd}에는` : "최대 시간이 다 되면"} 끝나요.`,
};
