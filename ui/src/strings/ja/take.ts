/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as bringEnglish, take as takeEnglish } from "../en/take";

export const take: Said<typeof takeEnglish> = {
  title: "本文を持ち帰る",
  way: "持ち帰るか、取り込むか",
  out: "持ち帰る",
  bring: "取り込む",
  form: "形式",
  forms: {
    markdown: { sign: "md", name: "Markdown", hint: "メモやチケットに。画像があればzip" },
    docx: { sign: "docx", name: "Word", hint: "オフィス向け、スタイル付き" },
    odt: { sign: "odt", name: "OpenDocument", hint: "LibreOfficeなどに" },
    pdf: { sign: "pdf", name: "PDF", hint: "レイアウト固定、印刷向け" },
    page: { sign: "html", name: "Webページ", hint: "どのブラウザでも、ネットワークなしで" },
    text: { sign: "txt", name: "テキスト", hint: "文字だけ" },
    capsule: { sign: "", name: "カプセル", hint: "オフラインで開け、どのFadepadでも続きを書ける" },
    yjs: { sign: "yjs", name: "Yjsファイル", hint: "続きを扱うプログラム向け" },
  },
  keep: {
    markdown: "Markdownファイルに保存",
    docx: "Wordファイルに保存",
    odt: "OpenDocumentファイルに保存",
    pdf: "印刷、またはPDFに保存",
    page: "Webページに保存",
    text: "テキストファイルに保存",
    capsule: "カプセルに保存",
    yjs: "Yjsファイルに保存",
  },
  copy: { rich: "本文をコピー", markdown: "Markdownでコピー", text: "文字だけコピー" },
  stays: (lines: number) => `${lines}行。この端末にだけ残ります。`,
  making: "ファイルを作っています…",
  failed: "このファイルは今作れませんでした。代わりにMarkdownで保存しました。",
  digest: {
    title: "先頭に要約",
    hint: "決まったことと、誰が何をするか",
    off: "ファイルは本文から始まります。",
    never: "このファイルはプログラム向けで、文書だけを含みます。本文の前には何も入りません。",
    how: "チェックボックスと、!decisionか?questionで始まる行が入ります。担当者は@Janaのように書きます。",
    none: "この本文にはまだ、チェックボックスも!decisionも?questionもありません。",
    people: "ここにいる人の名前を入れる",
    until: (time: string) => `〜 ${time}`,
    heads: {
      open: (n: number) => `未完了（${n}）`,
      done: (n: number) => `完了（${n}）`,
      decided: () => "決定事項",
      questions: () => "質問",
    },
    more: (n: number) => `ほか${n}件`,
    alone: "要約だけ",
    table: "表で",
    days: (n: number) => `カレンダー（${n}件）`,
    mail: "メールで",
    columns: ["種類", "内容", "担当", "期日"],
    kinds: { open: "未完了", done: "完了", decided: "決定事項", questions: "質問" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof bringEnglish> = {
  title: "取り込む",
  choose: "ファイルを選ぶ",
  another: "別のファイルを選ぶ",
  what: "Markdown、Word、OpenDocument、Webページ、テキスト、カプセルをここにドロップ。文字は8 MBまで、画像も入ります",
  whatTouch:
    "Markdown、Word、OpenDocument、Webページ、テキスト、カプセル。文字は8 MBまで、画像も入ります",
  reading: (name: string) => `「${name}」を読んでいます…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    `${lines}行`,
    ...(boxes ? [`チェックボックス${boxes}個`] : []),
    ...(pictures ? [`画像${pictures}枚`] : []),
  ],
  lost: (n: number) =>
    `画像${n}枚は入りません。このブラウザで表示できないか、ファイルに含まれていません。`,
  where: "どこに入れますか？",
  places: {
    here: { name: "このパッドに", hint: "まだ何も書かれていません" },
    on: { name: "この本文の続きに", hint: "新しい部分だけが入ります" },
    back: { name: "削除されたものを、末尾に", hint: "今ある本文の下に" },
    end: { name: "末尾に", hint: "今ある本文の下に" },
    fresh: { name: "新しいパッドに", hint: "このパッドはそのままです" },
    instead: { name: "この本文と入れ替え", hint: "全員に見え、元に戻せます" },
  },
  put: {
    here: "ここに入れる",
    on: "続きにする",
    back: "復元する",
    end: "末尾に入れる",
    fresh: "新しいパッドに入れる",
    instead: "本文と入れ替える",
  },
  history: "カプセルは、履歴ごと引き継がれます。2人が同じものを取り込んでも、内容は重複しません。",
  words: "自分で書いたように、文字が入ります。履歴を続けるには、空のパッドに入れてください。",
  same: "このカプセルの内容は、もうすべてここにあります。",
  gone: (n: number) =>
    `このカプセルの内容は、すべてここにありました。うち${n}行はその後削除され、復元できます。`,
  changed: "このカプセルの内容はすべてここにあり、その後書き換えられました。元の形で復元できます。",
  notNow: "今はしない",
  putting: "入れています…",
  away: "接続がありません。つながってから入れられます。",
  opening: "パッドを開き直しているところです。何も入りませんでした。もう一度お試しください。",
  beside: "先に書き始めた人がいたので、末尾に入れました。",
  done: (name: string) => `「${name}」を本文に入れました`,
  tooMuch: (name: string) => `「${name}」は、パッドに入る量を超えています。何も入れていません。`,
  begun: "ここに書き始めた人がいます。入れる場所をもう一度選んでください。",
  failed: "新しいパッドを開けませんでした。何も入れていません。",
  offline:
    "この種類のファイルを読むのに必要なものを取得できませんでした。接続が戻ってから、もう一度お試しください。",
  broken:
    "入れている途中でFadepadに問題が起きました。一部が入っているかもしれないので、本文を確かめてください。",
  refused: {
    large: (name: string, size: string) =>
      `「${name}」は${size}あるか、展開するとさらに大きくなります。文字は8 MB、画像を含めて64 MBまで入ります。`,
    empty: (name: string) => `「${name}」は空です。`,
    silent: (name: string) => `「${name}」には文字がありません。`,
    unreadable: (name: string) => `「${name}」を読めません。壊れているか、名前と中身が違います。`,
    deep: (name: string) =>
      `「${name}」を読めません。何百段にも入れ子になっています。テキスト（.txt）で保存して、それを取り込んでください。`,
    closed: (name: string) =>
      `「${name}」を開けません。フォルダか、選んだ後に移動または変更されたファイルです。`,
    fault: (name: string) =>
      `「${name}」の処理中にFadepadに問題が起きました。ファイルは無事かもしれません。テキスト（.txt）で保存して、それを取り込んでください。`,
    away: (name: string) =>
      `「${name}」を読むのに必要なものを取得できませんでした。接続が戻ってから、もう一度お試しください。`,
    picture: (name: string) =>
      `「${name}」は画像です。本文にドロップするか、貼り付けてください。「/」のメニューの「画像」か、スマートフォンの「写真」も使えます。`,
    pdf: (name: string) =>
      `「${name}」はPDFです。ページだけで、続きを書ける文字がありません。元の文書を取り込んでください。`,
    doc: (name: string) =>
      `「${name}」は古いOfficeのファイルです。先にWord（.docx）かOpenDocument（.odt）で保存してください。`,
    rtf: (name: string) =>
      `「${name}」はリッチテキスト（RTF）です。先にWord（.docx）かOpenDocument（.odt）で保存してください。`,
    cells: (name: string) =>
      `「${name}」は表かスライドです。開いて必要な部分をコピーし、貼り付けてください。セルは表として入ります。`,
    zip: (name: string) =>
      `「${name}」にはMarkdownがありません。展開して、中のファイルを取り込んでください。`,
    unknown: (name: string) =>
      `「${name}」は取り込めない種類です。取り込めるのは、Markdown、Word、OpenDocument、Webページ、テキスト、カプセルです。`,
  },
};
