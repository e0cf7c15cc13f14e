/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, long, peopleTo } from "./numbers";

export const knock: Said<typeof english> = {
  title: "होस्ट की अनुमति का इंतज़ार है",
  told: (host) => `${host ?? "होस्ट"} को बता दिया गया है। यह पेज खुला रहने दें: यह अपने-आप आगे बढ़ेगा।`,
  /** Below one's own name. */
  seen: (host) => `${host ?? "होस्ट"} को ऐसा दिखता है`,
  change: "बदलें",
  leave: "इंतज़ार न करें",
  fine: "इस डिवाइस पर अभी कोई टेक्स्ट नहीं आया है।",
  notNow: (host) => `${host ?? "होस्ट"} की ओर से अभी अनुमति नहीं है`,
  later: "थोड़ी देर में फिर दस्तक दी जा सकती है।",
  again: "फिर दस्तक दें",
  againIn: (s) => `${long(s)} में फिर दस्तक दें`,
  /** To a host. */
  door: "दरवाज़े पर",
  somebody: "किसी",
  /** After a name. */
  wants: { edit: "को अंदर आना है", view: "को पढ़ने के लिए अंदर आना है" },
  wasOut: "पहले बाहर किया गया था",
  how: (device, way, ago) =>
    `${DEVICES[device] ?? "डिवाइस"} · ${way === "code" ? "कोड से" : "लिंक से"} · ${long(ago)} पहले`,
  more: (n) => `और ${n} लोग`,
  less: "कम दिखाएँ",
  /** At the door of another pad of this host. */
  elsewhere: (pad, n) => `${peopleTo(n)} ${pad} में आना है।`,
  goThere: "वहाँ जाएँ",
  notYet: "अभी नहीं",
  letIn: "अंदर आने दें",
};
