/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Iedereen mag schrijven",
  everyoneHint: "Alleen hosts, en wie jij laat schrijven.",
  menu: (name: string) => `Wat ${name} mag`,
  write: "Laten schrijven",
  read: "Alleen lezen",
  pass: "Potlood doorgeven",
  passHint: "In plaats van wie het had. Hosts, en wie jij laat schrijven, gaan gewoon door.",
  asks: (name: string, time: string) => `${name} vraagt al ${time} om te schrijven`,
  makeHost: "Host maken",
  takeHost: "Geen host meer",
  /** New links for hosts alone take a host's link back. */
  hostHint: "Met een hostlink wordt iedereen weer host, tot je nieuwe links voor hosts maakt.",
  showOut: "Verwijderen…",
  showOutHint: "Komt alleen terug als jij het toelaat.",
  /** The second question. */
  out: {
    title: (name: string) => `${name} verwijderen?`,
    body: (devices: number) =>
      `Dat gaat meteen in${devices > 2 ? `, op alle ${devices} apparaten` : devices === 2 ? ", op beide apparaten" : ""}. ` +
      "Terugkomen kan alleen als jij het toelaat. " +
      "Wie de code heeft bewaard, kan nog onder een nieuwe naam komen; nieuwe links voorkomen dat.",
    address: "Wie nieuw is vanaf hetzelfde adres, moet aankloppen",
    now: "Verwijderen",
    keep: "Laten blijven",
  },
  isOut: (name: string) => `${name} is verwijderd.`,
  letIn: "Weer binnenlaten",
};
