/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";

export const pad: Said<typeof english.pad> = {
  share: "共有",
  more: "その他",
  fullEditor: "全機能で編集",
  companion: "シンプル表示",
  opening: "パッドを開いています…",
  editor: (pad: string) => `「${pad}」の本文`,
  placeholder: "「/」で見出し、リスト、表などを追加",
  emptyPlaceholder: "何か書いてみましょう。ここにいる全員に見えます。",
  misfit: "この部分はここに表示できません",
  misfitInLine: "ここに表示できません",
  misfitStays: "パッドには残り、どのコピーにも含まれます。",
  misfitRemove: "取り除く",
  misfitCopy: "（表示できない部分）",
  saves: ["このパッドが終了すると、ホストのパソコンに", "コピーが残ります", "。"],
  readOnly: "ここでは閲覧できます。",
  isOff: "ここでは閲覧できます。書き込みはオフです。",
  mayNow: {
    edit: "書き込めるようになりました。",
    host: "このパッドのホストになりました。",
    noHost: "このパッドのホストではなくなりました。",
  },
  tooMuch: "パッドに入る量を超えています。何も貼り付けていません。",
  noFiles: "ほかのページの画像は入れられません。この端末の画像を使ってください。",
  noWay: "接続が切れました。少し待ってから、もう一度お試しください。",
  notConnected: "つながっていません。そのまま書き続けてください。後で送られます。",
  notInYet: "つながっていません。Fadepadが応答すると、パッドが開きます。",
  notConnectedReading: "つながっていません。接続が戻ると、ほかの人の書いたものが表示されます。",
  blocked:
    "このネットワークではページは表示されますが、書いたものが届きません。ホストに別の入り方を聞いてください。",
  blockedReading:
    "このネットワークではページは表示されますが、ほかの人の書いたものが届きません。ホストに別の入り方を聞いてください。",
  staysHere: (time: string) => `${time}以降に書いたものは、このページにだけあります。`,
  waits: (time: string) => `${time}以降に書いたものは、このページで待っています。`,
  allSent: "これまでに書いたものは、すべて届いています。",
  full: "このパッドは今、満員です。空きができると入れます。",
  held: (time: string) => [
    `${time}以降に入力したものが`,
    "送れていません",
    "。ほかの人には見えていません。",
  ],
  left: (time: string, isTooMuch: boolean) => [
    `${time}以降に入力したものの一部は、`,
    isTooMuch ? "パッドに入る量を超えています" : "このパッドに残せません",
    "。もう本文にはありません。",
  ],
  takenOut: (time: string) => [
    `${time}以降に入力したものがあった行は、`,
    "その間に削除されました",
    "。もう本文にはありません。",
  ],
  begunAfresh: () => [
    "ホストがこのパッドを仕切り直しました。最後に書いたものは",
    "引き継がれていません",
    "。もう本文にないので、コピーしてください。",
  ],
  tooLate: (time: string) => [
    `書き込みがオフになりました。${time}以降に書いたものは`,
    "入りませんでした",
    "。もう本文にないので、コピーしてください。",
  ],
  takenBack: (time: string, isTooMuch: boolean) => [
    `${time}の操作は、`,
    isTooMuch ? "パッドに入る量を超えています" : "このパッドに残せません",
    "。取り消しました。",
  ],
  guessing: (wrong: number) =>
    `誰かがコードを試しています。10分間に${wrong}回間違えました。` +
    "しばらく待たないと試せません。コードはそのままです。",
  filling: (name: string) =>
    `${name}さんが入れた量が1人分の上限に達しました。これ以上はパッドに入りません。`,
  copyWords: "自分の文をコピー",
  wordsCopied: "自分の文をコピーしました",
  openAgain: "パッドを開き直す",
  ending: (left: string) => `このパッドは、あと${left}で終了します。`,
  takeCopy: "コピーを取る",
  done: "完了",
  fold: "中身を表示または隠す",
  language: "このコードの言語",
  missing: {
    image: "アドレスのない画像",
    video: "アドレスのない動画",
    audio: "アドレスのない音声",
    file: "アドレスのないファイル",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) => {
    const how = on ? "オン" : "オフ";
    return host ? `${host}さんが書き込みを${how}にしました。` : `書き込みが${how}になりました。`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host
        ? `${host}さんが${name}さんの書き込みを許可しました。`
        : `${name}さんが書き込めるようになりました。`,
    view: (host: string | null, name: string) =>
      host
        ? `${host}さんが${name}さんを閲覧のみにしました。`
        : `${name}さんは閲覧のみになりました。`,
    host: (host: string | null, name: string) =>
      host ? `${host}さんが${name}さんをホストにしました。` : `${name}さんがホストになりました。`,
  },
  door: {
    open: (host: string | null) =>
      host ? `${host}さんがドアを開けました。` : "ドアが開きました。",
    knock: (host: string | null) =>
      host
        ? `${host}さんが、新しい人はノックする設定にしました。`
        : "新しい人は、ノックが必要になりました。",
    closed: (host: string | null) =>
      host
        ? `${host}さんがドアを閉めました。新しい人は入れません。`
        : "新しい人は入れなくなりました。",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host}さんがPINを外しました。` : "PINがなくなりました。";
    return host
      ? `${host}さんがPINを設定しました。コードだけでは入れません。`
      : "PINが設定されました。";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host}さんが${name}さんにペンを渡しました。` : `${name}さんがペンを持っています。`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "書き込み用", view: "閲覧用", host: "ホスト用" }[of];
    return host
      ? `${host}さんが${which}リンクを新しくしました。`
      : `${which}リンクが新しくなりました。`;
  },
  showOut: (host: string | null, name: string) =>
    host
      ? `${host}さんが${name}さんに退室してもらいました。`
      : `${name}さんに退室してもらいました。`,
  refused: {
    notHost: "できませんでした。決められるのは、ホスト用リンクで入った人だけです。",
    oneself: "できませんでした。ホストは自分の権限を外せません。",
    tooFast: "リンクは新しくなっていません。1分に10回までです。",
    nobody: "相手はもういません。",
    tooMany: "できませんでした。退室してもらった人か、個別に設定した人が多すぎます。",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "書き込みを希望",
  asked: "ここでは閲覧できます。書き込みの希望は、ホストに見えています。",
  askNoMore: "希望を取り下げる",
  asking: (name: string, more: number) =>
    more === 0
      ? `${name}さんが書き込みを希望しています。`
      : `${name}さんとほか${more}人が書き込みを希望しています。`,
  answer: "対応する",
};

export const templates: Said<typeof english.templates> = {
  label: "ひな形",
  agenda: "アジェンダ",
  goal: "目的",
  topics: "議題",
  next: "次のステップ",
  minutes: "議事録",
  present: "出席者",
  decisions: "決定事項",
  todo: "やること",
  open: "未決事項",
  retro: "ふりかえり",
  well: "よかったこと",
  hard: "難しかったこと",
  tried: "次に試すこと",
};

export const thumb: Said<typeof english.thumb> = {
  label: "書く",
  line: "行",
  tick: "チェック",
  list: "リスト",
  heading: "見出し",
  photo: "写真",
  undo: "元に戻す",
};

export const more: Said<typeof english.more> = {
  theme: "外観",
  language: "言語",
  system: "自動",
  light: "ライト",
  dark: "ダーク",
  people: "参加者",
  outline: "アウトライン",
  find: "検索…",
  copy: "Markdownでコピー",
  copied: "本文をコピーしました",
  take: "持ち帰る…",
  bring: "取り込む…",
  kept: "ファイルに保存しました",
  keptWithout: "ファイルに保存しました。一部の画像やファイルは取得できず、含まれていません。",
  licenses: "ライセンス",
  leave: "退室する",
  end: "今すぐ終了…",
  handOver: "引き継ぐ…",
  newPad: "新しいパッド…",
  pads: "このパソコンのパッド",
};
