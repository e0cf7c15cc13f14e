/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves ? "호스트에게\u00a0사본이\u00a0남아요." : "아무것도\u00a0저장하지\u00a0않아요.";

export const wall: Said<typeof english> = {
  scan: "스캔하거나, 입력하세요",
  scanRead: "스캔하면 함께 읽을 수 있어요",
  after: "그다음 스캔하거나, 입력하세요",
  afterRead: "그다음 스캔하면 함께 읽을 수 있어요",
  here: (name: string) => `${name} 님이 왔어요`,
  isHere: "님이 왔어요",
  asks: "님이 쓰기를 요청해요",
  ask: (n: number) => `${n}명이 쓰기를 요청해요:`,
  nobody: "아직 아무도 없어요.",
  alive: (ttl: number, saves: boolean) =>
    `사람이 있는 동안 남고, 그 뒤 ${long(ttl)} 더 남아요. ${stored(saves)}`,
  stored,
  blocked:
    "이 네트워크에서는 큰 화면은 보이지만 누가 있는지는 보이지 않아요. 다른 방법으로 여세요.",
  fading: (left: number) =>
    `아무도 없어요. 이 패드는 ${left < 60 ? long(left) : shortLeft(left)} 뒤에 사라져요.`,
  knocks: (n: number) => `${n}명이 들어오려고 기다려요`,
  letsIn: "호스트가 입장을 허용해요.",
  pin: "그리고 PIN, 호스트에게 물어보세요",
  knockFirst: "새로 온 사람이 노크하면 호스트가 입장을 허용해요.",
  closed: "문이 닫혀 있어요. 지금은 새로 들어올 수 없어요.",
  tools: "큰 화면",
  /** A button that is pressed while it is shown. */
  text: "본문",
  theText: "본문",
  headings: "제목",
  empty: "아직 아무것도 쓰지 않았어요.",
  /** Whom it follows. */
  shows: (name: string) => `${name} 님이 보여 주고 있어요`,
  /** To everyone who writes. */
  told: "이제 본문이 큰 화면에 보여요. 방에 있는 모두가 읽을 수 있어요.",
  toldNoMore: "본문이 더 이상 큰 화면에 보이지 않아요.",
  full: "전체 화면",
  light: "밝게",
  dark: "어둡게",
  wifi: "Wi-Fi…",
  wifiTitle: "Wi-Fi 코드도 띄우기",
  wifiLead: "먼저 스캔하면 같은 네트워크에 연결돼요. 이 페이지에만 있고, 페이지를 닫으면 없어져요.",
  wifiName: "네트워크 이름",
  wifiPassword: "비밀번호(있다면)",
  wifiShow: "띄우기",
  wifiHide: "그만 띄우기",
  wifiQr: (name: string) => `Wi-Fi ‘${name}’ QR 코드`,
  wifiFirst: "먼저 Wi-Fi",
};
