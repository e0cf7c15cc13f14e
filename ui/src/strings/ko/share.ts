/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "초대하기",
  write: "쓸 수 있음",
  read: "읽을 수 있음",
  mode: "들어온 사람이 할 수 있는 것",
  qr: (url: string) => `${url} QR 코드`,
  code: (code: string) => `코드 ${code.split("").join(" ")}`,
  readHint: "스캔한 사람은 함께 읽기만 하고 쓰지는 못해요.",
  readPin: "스캔한 사람은 함께 읽기만 하고 쓰지는 못해요. PIN은 코드로 들어올 때만 물어요.",
  proof: (device: string, ago: number) =>
    `${shortLeft(ago)} 전에 ${DEVICES[device] ?? "다른 기기"}에서 열었어요`,
  blocked: "아직 다른 기기에서 이 주소를 열지 못했어요. 이런 이유일 수 있어요:",
  noProof: "아직 다른 기기에서 이 주소를 열지 않았어요.",
  encrypted: "암호화됨. 브라우저가 한 번 경고해요",
  compare:
    "이 Fadepad는 인증서를 직접 만들었어요. 경고를 넘어가기 전에 SHA‑256을 비교해 보세요. " +
    "iPhone과 iPad는 이렇게 참가할 수 없어요.",
  pin: "그리고 PIN",
  door: "새로 오는 사람",
  doors: {
    open: ["바로 입장", "새로 오는 사람은 코드나 링크로 들어와요."],
    knock: ["노크", "새로 오는 사람은 허락받을 때까지 기다려요."],
    closed: ["입장 불가", "새로 오는 사람은 들어오지 못해요. 있던 사람은 그대로 있어요."],
  },
  pins: {
    none: {
      open: "코드가 있으면 PIN 없이 들어와요.",
      knock: "코드가 있으면 PIN 없이 노크해요.",
      closed: "PIN이 없어요.",
    },
    asked: {
      open: "코드가 있어도 PIN을 입력해야 해요.",
      knock: "코드가 있어도 PIN을 입력한 다음 노크해요.",
      closed: "PIN이 있어요.",
    },
    set: "PIN 정하기",
    another: "다른 PIN",
    away: "PIN 없애기",
    done: "사용하기",
    leave: "취소",
  },
  pinHint: "방에 있는 사람들에게 말로 알려 주세요. 어디에도 표시되지 않아요.",
  pinOdd: "PIN은 글자, 숫자, 기호로 4~64자예요.",
  doorFailed: "하지 못했어요. 잠시 후 다시 시도해 주세요.",
  copy: "링크 복사",
  copied: "복사했어요",
  cantCopy: "이 링크를 복사하세요",
  network: (name: string) => `네트워크 ${name}`,
  wall: "큰 화면에 띄우기",
  textOnWalls: "큰 화면에 본문도 띄우기",
  textOnWallsHint: "여기 있는 모두에게 알려져요. 큰 화면을 보는 사람은 본문을 읽어요.",
  failed: "지금은 주소를 표시할 수 없어요. 다시 연결되면 시도해 주세요.",
  loading: "주소를 가져오는 중…",
  device: "내 다른 기기에서도 쓰기",
};
