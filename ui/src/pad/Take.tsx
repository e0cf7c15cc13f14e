/** The sheet by which a text is taken out and brought in, with the text of this pad. */
import { useEffect, useMemo, useState } from "react";
import { digestBlocks, digestOf, titleOf, withDigest } from "../forms/digest";
import { csvOf, icsOf, mailOf } from "../forms/digestFiles";
import { htmlOf } from "../forms/html/write";
import { wordsOf } from "../forms/plain";
import { copyText, keepFile, timeOfDay } from "../kit/device";
import { toast } from "../kit/Toast";
import { t } from "../strings";
import { k } from "../strings/take";
import type { CopyForm, DigestForm, Form } from "../take/forms";
import { Office } from "../take/office";
import { TakeOut, type Wishes } from "../take/TakeOut";
import { TakeSheet, type Way } from "../take/TakeSheet";
import { Bring } from "./bring/Bring";
import { compactState } from "./compact";
import { usePad, useSheets, useTitle, useView } from "./context";
import { fileOf, printed, type Content } from "./files";
import { day, markdown } from "./taking";

/** The text as it stands now. */
function useText() {
  const { session, text } = usePad();
  const name = useTitle();
  const { people } = useView();
  const blocks = useMemo(() => text()?.blocks() ?? [], [text]);
  const digest = useMemo(() => digestOf(blocks), [blocks]);
  const [now] = useState(() => new Date());
  return {
    blocks,
    digest,
    title: titleOf(blocks) ?? name,
    between: `${day(session.since)} ${k.digest.until(timeOfDay(now))}`,
    names: people.map((person) => person.name),
    now,
  };
}

/** The workshop comes with the sheet: whoever then loses the network has it. */
function useOffice(): () => Office {
  const [office] = useState(() => {
    let open: Office | null = null;
    return { get: () => (open ??= new Office()), close: () => open?.close() };
  });
  useEffect(() => {
    office.get();
    return office.close;
  }, [office]);
  return office.get;
}

export default function Take({ way }: { way: Way }) {
  const { role } = useView();
  const { open, close } = useSheets();
  const onWay = (next: Way) => open(next === "out" ? "take" : "bring");
  return (
    <TakeSheet way={way} onWay={role === "view" ? null : onWay} onClose={close}>
      {way === "out" ? <Out /> : <Bring />}
    </TakeSheet>
  );
}

function Out() {
  const { pad, session, taking } = usePad();
  const { blocks, digest, title, between, names, now } = useText();
  const office = useOffice();

  const digestFor = ({ digest: wanted, people }: Wishes) => {
    if (!wanted) return [];
    const under = [between, ...(people ? [names.join(", ")] : [])].join(" · ");
    return digestBlocks(digest, { title, under, heads: k.digest.heads });
  };
  const wished = (wishes: Wishes) => {
    const top = digestFor(wishes);
    return top.length > 0 ? withDigest(blocks, top) : blocks;
  };
  const contentOf = (wishes: Wishes): Content => ({
    pad,
    about: { title, when: day(now), language: document.documentElement.lang || "en" },
    blocks: wished(wishes),
    digest: digestFor(wishes),
    own: blocks,
    state: () => compactState(session.doc),
    office: office(),
  });
  const keep = async (form: Form, wishes: Wishes) => {
    try {
      if (form === "pdf") return await printed(contentOf(wishes));
      const { name, content, type, whole } = await fileOf(form, contentOf(wishes));
      keepFile(name, content, type);
      toast(whole ? t.more.kept : t.more.keptWithout);
    } catch {
      taking.keep();
      toast(k.failed);
    }
  };
  const copy = (form: CopyForm, wishes: Wishes) => {
    const text = wished(wishes);
    const words = form === "text" ? wordsOf(text) : markdown(text);
    void copyText(words, form === "rich" ? htmlOf(text) : "").then((copied) =>
      copied ? toast(t.more.copied) : taking.keep(),
    );
  };
  const digestFile = (form: DigestForm) => {
    const name = `${pad}.${form}`;
    if (form === "ics") keepFile(name, icsOf(digest, now), "text/calendar");
    else
      keepFile(
        name,
        csvOf(digest, { heads: k.digest.columns, kinds: k.digest.kinds }, now),
        "text/csv",
      );
    toast(t.more.kept);
  };
  return (
    <TakeOut
      title={title}
      between={between}
      people={names}
      digest={digest}
      lines={
        wordsOf(blocks)
          .split("\n")
          .filter((line) => line.trim()).length
      }
      onKeep={keep}
      onCopy={copy}
      mailFor={(wishes) => mailOf(title, wordsOf(digestFor(wishes)))}
      onDigest={digestFile}
    />
  );
}
