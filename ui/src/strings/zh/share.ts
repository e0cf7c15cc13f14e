/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "邀请加入",
  write: "可编辑",
  read: "可阅读",
  mode: "进来的人能做什么",
  qr: (url: string) => `${url} 的二维码`,
  code: (code: string) => `加入码 ${code.split("").join(" ")}`,
  readHint: "扫码的人可以跟着阅读，不能编辑。",
  readPin: "扫码的人可以跟着阅读，不能编辑。用加入码时才需要 PIN。",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "另一台设备"}已连上，${shortLeft(ago)}前`,
  blocked: "还没有别的设备打开过这个地址。可能的原因：",
  noProof: "还没有别的设备打开过这个地址。",
  encrypted: "已加密，浏览器会提醒一次",
  compare:
    "这个 Fadepad 的证书是自己生成的。越过提醒之前，请核对证书的 SHA‑256。" +
    "iPhone 和 iPad 不能这样加入。",
  pin: "以及 PIN",
  door: "新来的人",
  doors: {
    open: ["可以进来", "新来的人用加入码或链接就能进来。"],
    knock: ["先敲门", "新来的人要等你让他们进来。"],
    closed: ["不能进来", "新来的人进不来，在场的人不用离开。"],
  },
  pins: {
    none: {
      open: "有加入码就能进来，不需要 PIN。",
      knock: "有加入码就能敲门，不需要 PIN。",
      closed: "没有设置 PIN。",
    },
    asked: {
      open: "有加入码的人，还要输入 PIN。",
      knock: "有加入码的人，先输入 PIN，再敲门。",
      closed: "已设置 PIN。",
    },
    set: "设置 PIN",
    another: "更换 PIN",
    away: "取消 PIN",
    done: "启用",
    leave: "暂不",
  },
  pinHint: "请当面告诉房间里的人，它不会显示在任何地方。",
  pinOdd: "PIN 由 4 到 64 个字母、数字或符号组成。",
  doorFailed: "没有成功，请稍后再试。",
  copy: "复制链接",
  copied: "已复制",
  cantCopy: "请复制这个链接",
  network: (name: string) => `网络 ${name}`,
  wall: "投到大屏",
  textOnWalls: "大屏上也显示文字",
  textOnWallsHint: "这里的每个人都会收到通知。看到大屏的人就能读到文字。",
  failed: "现在无法显示地址，请在连接恢复后再试。",
  loading: "正在获取地址…",
  device: "自己再用一台设备？",
};
