/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Todos pueden escribir",
  everyoneHint: "Solo quienes organizan y las personas que tú elijas.",
  menu: (name: string) => `Qué puede hacer ${name}`,
  write: "Dejar escribir",
  read: "Solo leer",
  pass: "Pasar el lápiz",
  passHint:
    "En lugar de quien lo tenía. Quienes organizan y las personas que tú elijas siguen escribiendo.",
  asks: (name: string, time: string) => `${name} quiere escribir desde hace ${time}`,
  makeHost: "Dejar organizar",
  takeHost: "No dejar organizar",
  /** New links for hosts alone take a host's link back. */
  hostHint:
    "Con un enlace para organizar, cualquiera vuelve a organizar, hasta que haya enlaces nuevos.",
  showOut: "Hacer salir…",
  showOutHint: "Solo vuelve si le dejas entrar.",
  /** The second question. */
  out: {
    title: (name: string) => `¿Hacer salir a ${name}?`,
    body: (devices: number) =>
      `${devices > 2 ? `Sus ${devices} dispositivos salen` : devices === 2 ? "Sus dos dispositivos salen" : "Sale"} enseguida. ` +
      "Con su nombre solo vuelve si le dejas entrar. Si guardó el código, podría entrar como otra " +
      "persona; eso se acaba con enlaces nuevos.",
    address: "Quien llegue por primera vez desde su dirección tiene que llamar",
    now: "Hacer salir",
    keep: "Dejar que siga",
  },
  isOut: (name: string) => `${name} está fuera.`,
  letIn: "Volver a dejar entrar",
};
