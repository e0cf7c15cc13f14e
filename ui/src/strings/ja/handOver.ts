/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "引き継ぐ",
  lead: "このパソコンを持って出るときは、部屋にある、Fadepadの入った別のパソコンで次のコマンドを実行してください。",
  copy: "コマンドをコピー",
  copied: "コピーしました。別のパソコンで実行してください。",
  cantCopy: "このブラウザではコピーできません。コマンドを選択して、手でコピーしてください。",
  after:
    "本文、コード、リンク、時間はそのまま移ります。全員のページも、大画面も、自動でついていきます。" +
    "その後、このパソコンからすべて消去され、部屋を出られます。",
  secret: "このコマンドを持つ人は、パッドのホストになります。ほかの人には渡さないでください。",
};
