/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Este link não abre o pad",
    "Pode estar cortado, ou ser de um pad que já terminou. Peça um novo ou digite o código.",
  ],
  noKey: [
    "Falta algo neste link",
    "A parte depois de “#” deixa você entrar. Peça o link inteiro ou digite o código.",
  ],
  unknown: [
    "Não há nenhum pad com este nome aqui",
    "Ele pode ter terminado, ou está em outro computador.",
  ],
  full: ["Este pad está cheio", "Alguém precisa sair para você poder entrar."],
  forbidden: ["Agora você não pode entrar", "Quem organiza fechou a porta ou retirou você do pad."],
  shownOut: ["Você teve que sair", "Você só volta se quem organiza deixar."],
  newLinks: [
    "Agora há novos links",
    "O seu é um dos antigos. Escaneie o código mais uma vez, ou digite-o, e continue de onde parou.",
  ],
  wait: ["Ainda não", "Espere um minuto e tente de novo."],
  closed: [
    "Por enquanto ninguém novo entra neste pad",
    "Fale com quem organiza. Quem já esteve aqui entra como antes.",
  ],
  broken: [
    "Algo aqui não pode ser mostrado",
    "O texto está a salvo onde está. Abra o pad de novo para continuar.",
  ],
  tooLarge: [
    "Isto era grande demais para o pad",
    "Não entrou, e a página parou antes que o seu texto e o dos outros ficassem diferentes.",
  ],
  notKept: [
    "O pad não consegue guardar algo daqui",
    "Nem todos teriam visto. A página parou antes que o seu texto e o dos outros ficassem diferentes.",
  ],
  malformed: [
    "O pad não consegue ler algo daqui",
    "A página parou antes que o seu texto e o dos outros ficassem diferentes.",
  ],
  offline: [
    "Não há conexão com o Fadepad",
    "Este dispositivo ainda está na mesma rede que o computador que compartilha o pad?",
  ],
  used: [
    "Este link já fez seu trabalho",
    "O link próprio de quem organiza abre o pad uma vez, no próprio computador. " +
      "O próximo está onde o Fadepad foi aberto.",
  ],
  notHere: [
    "Não há nada neste endereço",
    "Pads se abrem com um link, um código QR ou um código de seis caracteres.",
  ],
  again: "Tentar de novo",
  knock: "Bater",
  /** Where that can be asked for. */
  back: "Pedir para voltar",
  lastWords: "Suas últimas palavras não entraram: copie-as.",
  start: "Digitar o código",
  load: "Abrir o pad de novo",
};
