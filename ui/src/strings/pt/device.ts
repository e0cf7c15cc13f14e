/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Usar também outro dispositivo",
  lead: (name: string) =>
    `Escaneie isto com ele, ou abra o link lá. Nos dois seu nome é ${name}, e você conta como uma pessoa só.`,
  once: (minutes: number) =>
    `Vale para um dispositivo, por ${inWords(minutes * 60)}. Não mostre a mais ninguém.`,
  over: "Este link já venceu. Nada foi aberto com ele.",
  fresh: "Criar um novo link",
  here: "Seu outro dispositivo está aqui.",
  done: "Pronto",
  used: [
    "Este link já fez seu trabalho",
    "Ele traz um único dispositivo seu, durante dez minutos. O próximo está na lista de pessoas, " +
      "no dispositivo em que você escreve.",
  ],
};
