/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "escribir", view: "leer", host: "organizar" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Enlaces nuevos…",
  title: "Enlaces nuevos",
  what: "Los que se han dado hasta ahora dejan de funcionar.",
  which: "Qué enlaces",
  of: { edit: "Para escribir", view: "Para leer", host: "Para organizar" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Quien entró con el enlace o el código de antes tiene que escanear otra vez. El código pasa a ser otro, " +
      "aquí y en la pantalla.",
    view: "Quien entró con el enlace de antes para leer necesita el nuevo. El código no cambia.",
    host:
      "Quien organiza con el enlace de antes necesita el nuevo, pero no tú, ni las personas a las que dejaste organizar en esta lista. " +
      "El nuevo está en la dirección de esta página.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "La puerta está cerrada: nadie vuelve a entrar hasta que la abras.",
  make: "Crear nuevos",
  keep: "Dejar los de antes",
  away: "No hay conexión. Se podrá hacer cuando vuelva.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} ha creado enlaces nuevos para ${WHAT[role]}. Los de antes no abren nada.`
      : `Hay enlaces nuevos para ${WHAT[role]}. Los de antes no abren nada.`,
};
