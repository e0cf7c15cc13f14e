/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { atTime, long, people, untilTime } from "./numbers";

export const name: Said<typeof english> = {
  title: "Kim yazıyor?",
  lead: "İmlecinizin yanında görünür. Başka bir şey sorulmaz.",
  label: "Ad",
  colour: "Renk",
  colourN: (n) => `Renk ${n}`,
  join: (pad) => `${pad} defterine katıl`,
  keep: "Adı kaydet",
  fine: (here, wiped) =>
    `${here === 0 ? "Henüz başka kimse yok." : `Burada ${people(here)} var.`} ${wiped}`,
  wiped: (ttl) => `Metin, son kişi ayrıldıktan ${long(ttl)} sonra silinir.`,
  wipedAt: (time) => `Metin ${atTime(time)} silinir, burada birileri olsa bile.`,
  kept: (hardEnd) =>
    `Metin ev sahibi bitirene kadar, en geç ${untilTime(hardEnd)} kadar kalır. Sonra silinir.`,
  saves: "Ev sahibinin bilgisayarında bir kopyası kalır.",
  change: "Adınız ve renginiz",
};
