/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Imagen",
  pictureHint: "De este dispositivo",
  file: "Archivo",
  fileHint: "Un PDF u otro archivo, para guardar",
  group: "Multimedia",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Alguien",
    isPicture ? " trae una imagen" : " trae un archivo",
  ],
  of: (sent: string, total: string) => `${sent} de ${total}`,
  waits: "Espera su turno",
  pauses: "Se ha perdido la conexión. Seguirá sin que hagas nada.",
  gone: (isPicture: boolean) =>
    isPicture ? "Esta imagen no ha llegado." : "Este archivo no ha llegado.",
  away: "Esta imagen ya no está aquí.",
  cancel: "Cancelar",
  again: "Probar otra vez",
  remove: "Quitar",
  tooLarge: (size: string, most: string) =>
    `Este archivo ocupa ${size}. Caben archivos de hasta ${most}.`,
  empty: "Este archivo está vacío.",
  heic:
    "Este navegador no puede leer imágenes HEIC. " +
    "Envíala como JPEG, o desde el teléfono que la hizo.",
  unreadable: "Esta imagen no se puede leer aquí. Envíala como JPEG o PNG.",
  refused: "El pad no acepta este archivo ahora.",
  full: "Verla entera",
  keep: "Guardar esta imagen",
  close: "Cerrar",
  before: "Imagen anterior",
  next: "Imagen siguiente",
  count: (at: number, all: number) => `${at} de ${all}`,
};
