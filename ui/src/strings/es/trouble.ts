/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Este enlace no abre el pad",
    "Puede estar cortado, o ser de un pad que ya terminó. Pide uno nuevo o escribe el código.",
  ],
  noKey: [
    "A este enlace le falta algo",
    "La parte que va después de “#” te deja entrar. Pide el enlace entero o escribe el código.",
  ],
  unknown: [
    "Aquí no hay ningún pad con este nombre",
    "Puede que haya terminado, o que esté en otro equipo.",
  ],
  full: ["Este pad está lleno", "Alguien tiene que salir para que puedas entrar."],
  forbidden: ["Ahora no puedes entrar", "Quien organiza ha cerrado la puerta o te ha hecho salir."],
  shownOut: ["Te han hecho salir", "Solo vuelves si quien organiza te deja entrar."],
  newLinks: [
    "Ahora hay enlaces nuevos",
    "El tuyo es de los de antes. Escanea el código otra vez, o escríbelo, y sigue donde estabas.",
  ],
  wait: ["Todavía no", "Espera un minuto y prueba otra vez."],
  closed: [
    "Por ahora no entra nadie nuevo en este pad",
    "Pregunta a quien organiza. Quien ya estuvo aquí entra como antes.",
  ],
  broken: [
    "Algo de aquí no se puede mostrar",
    "El texto está a salvo donde está. Vuelve a abrir el pad para seguir.",
  ],
  tooLarge: [
    "Esto era demasiado grande para el pad",
    "No ha entrado, y la página se ha parado antes de que tu texto y el de los demás dejen de ser el mismo.",
  ],
  notKept: [
    "El pad no puede guardar algo de aquí",
    "No lo habrían visto todos. La página se ha parado antes de que tu texto y el de los demás dejen de ser el mismo.",
  ],
  malformed: [
    "El pad no puede leer algo de aquí",
    "La página se ha parado antes de que tu texto y el de los demás dejen de ser el mismo.",
  ],
  offline: [
    "No hay conexión con Fadepad",
    "¿Sigue este dispositivo en la misma red que el equipo que comparte el pad?",
  ],
  used: [
    "Este enlace ya ha hecho su trabajo",
    "El enlace propio de quien organiza abre el pad una vez, en su propio equipo. " +
      "El siguiente está donde se abrió Fadepad.",
  ],
  notHere: [
    "En esta dirección no hay nada",
    "Los pads se abren con un enlace, un código QR o un código de seis caracteres.",
  ],
  again: "Probar otra vez",
  knock: "Llamar",
  /** Where that can be asked for. */
  back: "Pedir volver",
  lastWords: "Tus últimas palabras no han entrado: cópialas.",
  start: "Escribir el código",
  load: "Volver a abrir el pad",
};
