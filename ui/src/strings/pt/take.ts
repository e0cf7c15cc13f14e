/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as english } from "../en/take";
import { as, plural } from "./numbers";

const linesOf = (n: number) => `${n} ${plural(n, { one: "linha", other: "linhas" })}`;

export const take: Said<typeof english> = {
  title: "Leve o texto",
  way: "Levar ou trazer",
  out: "Levar",
  bring: "Trazer",
  form: "Em que forma",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "para notas e tarefas; um zip com as imagens",
    },
    docx: { sign: "docx", name: "Word", hint: "para o escritório, com estilos" },
    odt: { sign: "odt", name: "OpenDocument", hint: "para LibreOffice e outros" },
    pdf: { sign: "pdf", name: "PDF", hint: "páginas fixas, prontas para imprimir" },
    page: { sign: "html", name: "Página web", hint: "para ler em qualquer navegador, sem rede" },
    text: { sign: "txt", name: "Texto simples", hint: "as palavras e nada mais" },
    capsule: { sign: "", name: "Cápsula", hint: "abre sem rede, continua em qualquer Fadepad" },
    yjs: { sign: "yjs", name: "Arquivo Yjs", hint: "para programas que continuam com ele" },
  },
  keep: {
    markdown: "Salvar o arquivo Markdown",
    docx: "Salvar o arquivo Word",
    odt: "Salvar o arquivo OpenDocument",
    pdf: "Imprimir ou salvar um PDF",
    page: "Salvar a página web",
    text: "Salvar o arquivo de texto",
    capsule: "Salvar a cápsula",
    yjs: "Salvar o arquivo Yjs",
  },
  copy: { rich: "Copiar o texto", markdown: "Copiar em Markdown", text: "Copiar as palavras" },
  stays: (lines: number) => `${linesOf(lines)}. Fica neste dispositivo.`,
  making: "Criando o arquivo…",
  failed: "Não foi possível criar este arquivo agora. No lugar dele, foi salvo Markdown.",
  digest: {
    title: "Resumo no começo",
    hint: "O que foi decidido e quem faz o quê",
    off: "O arquivo começa com o texto.",
    never: "Este arquivo traz só o documento, como os programas o leem: nada fica acima do texto.",
    how:
      "Entram as caixas, e as linhas que começam com !decision ou ?question. " +
      "Diga quem faz: @Jana.",
    none: "Neste texto ainda não há nenhuma caixa, nem !decision, nem ?question.",
    people: "Dizer quem está aqui",
    until: (time: string) => `até ${as(time)}`,
    heads: {
      open: (n: number) => `Em aberto, ${n}`,
      done: (n: number) => `Feito, ${n}`,
      decided: (_n: number) => "Decidido",
      questions: (n: number) => plural(n, { one: "Pergunta", other: "Perguntas" }),
    },
    more: (n: number) => `e mais ${n}`,
    alone: "Só o resumo",
    table: "Como tabela",
    days: (n: number) =>
      `${n} ${plural(n, { one: "data para um calendário", other: "datas para um calendário" })}`,
    mail: "Por e-mail",
    columns: ["O quê", "Palavras", "Quem", "Quando"],
    kinds: { open: "Em aberto", done: "Feito", decided: "Decidido", questions: "Pergunta" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Trazer algo",
  choose: "Escolher um arquivo",
  another: "Escolher outro arquivo",
  what:
    "Solte aqui Markdown, Word, OpenDocument, uma página web, texto ou uma cápsula: " +
    "8 MB de texto, e suas imagens",
  whatTouch:
    "Markdown, Word, OpenDocument, uma página web, texto ou uma cápsula: 8 MB de texto, e suas imagens",
  reading: (name: string) => `Lendo ${name}…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    linesOf(lines),
    ...(boxes ? [`${boxes} ${plural(boxes, { one: "caixa", other: "caixas" })}`] : []),
    ...(pictures ? [`${pictures} ${plural(pictures, { one: "imagem", other: "imagens" })}`] : []),
  ],
  lost: (n: number) =>
    plural(n, {
      one: "1 imagem fica de fora: este navegador não consegue mostrá-la, ou ela não está no arquivo.",
      other: `${n} imagens ficam de fora: este navegador não consegue mostrá-las, ou elas não estão no arquivo.`,
    }),
  where: "Para onde vai?",
  places: {
    here: { name: "Para este pad", hint: "nada está escrito aqui ainda" },
    on: { name: "Continuar este texto", hint: "só entra o que é novo" },
    back: { name: "O que foi excluído, no fim", hint: "abaixo do que está aqui" },
    end: { name: "No fim", hint: "abaixo do que está aqui" },
    fresh: { name: "Para um novo pad", hint: "este fica como está" },
    instead: { name: "No lugar deste texto", hint: "todos veem, e dá para desfazer" },
  },
  put: {
    here: "Colocar aqui",
    on: "Continuar com isto",
    back: "Recuperar",
    end: "Colocar no fim",
    fresh: "Colocar em um novo pad",
    instead: "Colocar no lugar deste",
  },
  history:
    "Uma cápsula continua com o próprio histórico. Se duas pessoas trazem a mesma, nada se repete.",
  words:
    "Entram as palavras dela, como se você as tivesse escrito. O histórico continua em um pad vazio.",
  same: "Tudo desta cápsula já está aqui.",
  gone: (n: number) =>
    plural(n, {
      one:
        "Tudo desta cápsula esteve aqui. Uma linha dela já foi excluída, " +
        "e pode ser recuperada.",
      other:
        `Tudo desta cápsula esteve aqui. ${n} linhas dela já foram excluídas, ` +
        "e podem ser recuperadas.",
    }),
  changed:
    "Tudo desta cápsula esteve aqui, e desde então já se escreveu mais. Ela pode voltar como era.",
  notNow: "Agora não",
  putting: "Colocando no texto…",
  away: "Não há conexão. Dá para colocar quando ela voltar.",
  opening: "Este pad está sendo aberto de novo. Nada entrou: tente outra vez.",
  beside: "Alguém tinha começado a escrever aqui: o que você trouxe está no fim.",
  done: (name: string) => `${name} está no texto`,
  tooMuch: (name: string) => `${name} é mais do que cabe neste pad. Nada entrou.`,
  begun: "Alguém começou a escrever aqui. Escolha de novo para onde vai.",
  failed: "Não foi possível abrir o novo pad. Nada entrou.",
  offline:
    "Não deu para trazer o que é preciso para ler este tipo de arquivo. " +
    "Tente de novo quando a conexão voltar.",
  broken: "Algo falhou no meio do caminho. Olhe o texto: uma parte pode estar nele.",
  refused: {
    large: (name: string, size: string) =>
      `${name} tem ${size}, ou fica muito maior descompactado. ` +
      "Cabem textos de até 8 MB, com imagens de até 64 MB.",
    empty: (name: string) => `${name} está vazio.`,
    silent: (name: string) => `Não há texto em ${name}.`,
    unreadable: (name: string) =>
      `${name} não pode ser lido: está danificado, ou não é o que o nome diz.`,
    deep: (name: string) =>
      `${name} não pode ser lido: suas partes estão umas dentro das outras, às centenas. ` +
      "Salve como texto simples (.txt) e traga isso.",
    closed: (name: string) =>
      `${name} não pode ser aberto: é uma pasta, ou foi movido ou alterado depois que você o escolheu.`,
    fault: (name: string) =>
      `O Fadepad falhou com ${name}. O arquivo pode estar bom: ` +
      "salve como texto simples (.txt) e traga isso.",
    away: (name: string) =>
      `Não deu para trazer o que é preciso para ler ${name}. Tente de novo quando a conexão voltar.`,
    picture: (name: string) =>
      `${name} é uma imagem: solte-a sobre o texto, cole-a lá, ` +
      "ou escolha Imagem no menu “/” ou Foto em um celular.",
    pdf: (name: string) =>
      `${name} é um PDF, que tem páginas, e não um texto para continuar. ` +
      "Traga o documento do qual ele foi feito.",
    doc: (name: string) =>
      `${name} é um arquivo antigo do Office. Salve antes como Word (.docx) ou OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} é texto formatado (RTF). Salve antes como Word (.docx) ou OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} tem tabelas ou slides. Copie o que precisar no programa que o abre, e cole: ` +
      "as células entram como tabela.",
    zip: (name: string) => `Não há Markdown em ${name}. Descompacte e traga o que está dentro.`,
    unknown: (name: string) =>
      `${name} não é dos arquivos que podem entrar: ` +
      "Markdown, Word, OpenDocument, páginas web, texto e cápsulas.",
  },
};
