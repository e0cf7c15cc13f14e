/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "書き込み用", view: "閲覧用", host: "ホスト用" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "リンクを新しくする…",
  title: "リンクを新しくする",
  what: "これまでに渡したリンクは使えなくなります。",
  which: "どのリンク",
  of: { edit: "書き込み用", view: "閲覧用", host: "ホスト用" },
  whatOf: {
    edit:
      "前のリンクやコードで入った人は、全員もう一度読み取る必要があります。" +
      "コードも、ここと大画面で新しくなります。",
    view: "前の閲覧用リンクで入った人は、全員新しいリンクが必要です。コードは変わりません。",
    host:
      "ホスト用リンクでホストになった人は、全員新しいリンクが必要です。" +
      "自分と、この一覧でホストにした人はそのままです。新しいリンクはこのページのアドレスにあります。",
  },
  closed: "ドアが閉まっています。開けるまで、この人たちは戻れません。",
  make: "新しくする",
  keep: "前のまま",
  away: "接続がありません。つながってから操作できます。",
  made: (role: Role, by: string | null) =>
    by
      ? `${by}さんが${WHAT[role]}リンクを新しくしました。前のリンクは使えません。`
      : `${WHAT[role]}リンクが新しくなりました。前のリンクは使えません。`,
};
