/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as callEnglish, end as endEnglish } from "../en/ending";
import { long, people } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves ? "。ホストのパソコンには、コピーがファイルで残ります。" : "。Fadepadでは元に戻せません。";

const after = (saves: boolean): string =>
  saves
    ? "その後は、ホストのパソコンにコピーがファイルで残ります。"
    : "その後は、Fadepadでは元に戻せません。";

export const end: Said<typeof endEnglish> = {
  title: "このパッドを全員に対して終了しますか？",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `今、${people(n)}います。それぞれ` : "ほかには誰もいません。これから来る人は"}` +
    `コピーを取れます。${long(seconds)}たつか、全員が答えるまでです。その間なら取りやめられます。` +
    `その後、本文はメモリと表示中のページから消去されます${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `今、${people(n)}いますが、コピーを取る時間はありません。` : "ほかには誰もいません。"}` +
    `本文はすぐに、メモリと表示中のページから消去されます${afterwards(saves)}`,
  copy: "先にMarkdownファイルに保存",
  confirm: "終了することを確認しました",
  now: "今すぐ終了",
  stay: "今はしない",
  failed: "接続がありません。つながってから終了できます。",
};

export const call: Said<typeof callEnglish> = {
  title: {
    soon: "このパッドはまもなく終了します",
    leaving: "残っているのはあなただけです",
    unsent: "まだ届いていないものがあります",
  },
  ends: (name: string) => `${name}さんがこのパッドを終了します`,
  youEnd: "このパッドを終了しようとしています",
  why: {
    host: "ホストがこのパッドを終了します",
    stop: "パッドのあるパソコンが停止します",
    announced: "ホストが決めた時刻になり、終了します",
    max_lifetime: "パッドの最長の時間に達しました",
  },
  lead: "終了すると本文は消えます。必要なら、コピーを取ってください。",
  leadKept:
    "終了するとここからは消え、ホストのパソコンにコピーが残ります。必要なら、手元にもコピーを取ってください。",
  seconds: () => "秒",
  minutes: "分",
  copied: "コピーしました。どこにでも貼り付けられます",
  file: "ファイルに保存",
  fileHint: "Word、Webページ、カプセルなど",
  fileForm: "どのファイルにしますか？",
  forms: { markdown: "Markdown", docx: "Word", page: "Webページ", capsule: "カプセル" },
  fileKept: "保存しました。ダウンロードの中にあります",
  none: "必要ありません",
  noneHint: "この端末には何も残りません",
  fadeHint: "全員が答えると、まもなく終了します",
  another: "もう1分もらう",
  anotherGiven: "全員の時間が1分延びました。",
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "ほかに答える人はいません。まもなく終了します。";
    if (of === 1) {
      if (n === of) return "答えがそろいました。まもなく終了します。";
      return `${asked ? "あなた" : "相手"}が答えると、まもなく終了します。`;
    }
    if (n === of) return "全員が答えました。まもなく終了します。";
    return `${of}人中${n}人が答えました。全員が答えると、まもなく終了します。`;
  },
  back: "本文に戻る",
  soon: (time: string) =>
    `人がいても、${time}に終了します。本文が必要なら、コピーを取ってください。`,
  leaving: (ttl: number, saves: boolean) =>
    `退室すると、このパッドは${long(ttl)}後に消えます。${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `退室しても、このパッドは${time}まで残ります。${after(saves)}`,
  leavingKept: "退室しても、ホストが終了するか最長の時間に達するまで、このパッドは残ります。",
  unsent: (time: string) =>
    `${time}以降に書いたものは、このページにしかありません。今退室すると失われます。`,
  leftOut: (time: string) =>
    `${time}以降に書いたものの一部は、パッドに入らず、このページにしかありません。` +
    "今退室すると失われます。本文の上の行からコピーしてください。",
  copy: "本文をコピー",
  copyHint: "Markdown。どこにでも貼り付けられます",
  keep: "Markdownファイルに保存",
  keepHint: "メモやチケットに使えるテキスト",
  page: "Webページとして保存",
  pageHint: "どのブラウザでも、ネットワークなしで開けます",
  others: "ほかの形式…",
  othersHint: "Word、PDF、続きを書けるカプセル",
  letFade: "このまま消す",
  goOn: "本文に戻る",
  stop: "終了せずに続ける",
  stopped: "このパッドは続きます。",
  stay: "残る",
  leave: "それでも退室する",
  foot: (pad: string, when: string) => `「${pad}」 ${when}にFadepadから保存。`,
};
