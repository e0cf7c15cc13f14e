/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going: "Bu defter başka bir bilgisayara geçiyor. Yazmaya ara verdiğinizde bu sayfa da geçer.",
  looking: "Bu defter başka bir bilgisayara geçti. Bu sayfa da yolda.",
  unreached: (at) =>
    `Bu defter şu adreste sürüyor: ${at}. Bu cihaz oraya henüz ulaşamıyor; adresi tarayıcıya yazın. Burada yazdıklarınız hâlâ ulaşıyor.`,
  go: "Oraya git",
  title: "Bu defter başka yerde sürüyor",
  there: (at) => `Artık şu adreste: ${at}. Bu sayfa oraya kendiliğinden geçer.`,
  type: (at) =>
    `Artık şu adreste: ${at}. Bu cihaz oraya henüz ulaşamıyor. O bilgisayarın ağına katılın ve adresi tarayıcıya yazın.`,
  erased: "Önceki bilgisayarda metni silindi.",
  words: "Yazdıklarınızın bir kısmı artık ulaşmadı. Hâlâ bu sayfada.",
};
