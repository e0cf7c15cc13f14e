/** A new pad: a name if one likes, one button. */
import { useEffect, useRef, useState, type FormEvent } from "react";
import { api, ApiError, type NewPad, type PadWish, type ServerInfo } from "../api";
import { onFileDrop } from "../kit/fileDrops";
import { go } from "../kit/navigation";
import { Mark } from "../kit/Icon";
import { Notice } from "../kit/Notice";
import { hostings } from "../kit/hosting";
import { padPath, type NewWish } from "../routes";
import { t } from "../strings";
import { f } from "../strings/fresh";
import { letWait } from "../take/waiting";

const HINT = "name-hint";
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

function sentenceFor(error: unknown): string {
  const { status, detail } = error instanceof ApiError ? error : new ApiError(0, "");
  if (status === 409) return f.taken;
  if (status === 401 || status === 403) return f.hostOnly;
  return status === 0 ? t.start.offline : detail;
}

const isRefused = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 401 || error.status === 403);

/** By the first key that is taken: of those that this browser keeps some may be of a server that is no more. */
async function created(keys: readonly string[], name: string, wish: PadWish): Promise<NewPad> {
  const [key = "", ...more] = keys;
  try {
    return await api.create(name, key, wish);
  } catch (error) {
    if (more.length === 0 || !isRefused(error)) throw error;
    return created(more, name, wish);
  }
}

/** `hostKey` came in the fragment, from a host's own page; else this browser may have kept some. */
export default function NewPage({ hostKey: given, wish }: { hostKey: string; wish: NewWish }) {
  const [hostKeys] = useState(() => (given ? [given] : hostings().map(({ key }) => key)));
  const [name, setName] = useState(wish.name);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const [info, setInfo] = useState<ServerInfo | null>(null);
  const [template, setTemplate] = useState(wish.template);
  const [file, setFile] = useState<File | null>(null);

  useEffect(() => {
    api.info().then(setInfo, () => {}); // who does not hear of it opens a pad all the same
  }, []);
  const closed = hostKeys.length === 0 && info?.create === "host";
  const templates = info?.templates ?? [];
  const isUnknown = !!info && !!template && !templates.includes(template);
  const unread = [...(wish.unread ?? []), ...(isUnknown ? [`template=${template}`] : [])];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name && !NAME.test(name)) return setProblem(f.badName);
    setBusy(true);
    try {
      const { ttl_s } = wish;
      const begins = isUnknown || file ? undefined : template;
      const { pad, host_key } = await created(hostKeys, name, { ttl_s, template: begins });
      if (file) letWait(file);
      go(padPath(pad, host_key));
    } catch (error) {
      setProblem(sentenceFor(error));
      setBusy(false);
    }
  };

  if (closed)
    return (
      <Notice title={f.title} body={f.hostOnly}>
        <a className="button button-main" href="/">
          {t.trouble.start}
        </a>
      </Notice>
    );
  return (
    <main className="centre">
      <form className="card card-plain" onSubmit={(event) => void submit(event)}>
        <Mark large />
        <h1>{f.title}</h1>
        <p className="quiet">
          {wish.ttl_s ? f.lives(wish.ttl_s) : f.lead} {info?.saves ? <b>{f.kept}</b> : f.unkept}
        </p>
        {unread.length > 0 && <p className="hint">{f.unread(unread)}</p>}
        <label className="field">
          <span>{f.label}</span>
          <input
            autoFocus
            value={name}
            maxLength={64}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={HINT}
            aria-invalid={!!problem}
            onChange={(event) => {
              setName(event.target.value.toLowerCase().replace(/\s+/g, "-"));
              setProblem("");
            }}
          />
        </label>
        <p id={HINT} className={problem ? "hint hint-problem" : "hint"} role="status">
          {problem || f.hint}
        </p>
        {!file && <Templates all={templates} chosen={template} onChoose={setTemplate} />}
        <FileChoice file={file} onFile={setFile} />
        <button type="submit" className="button button-main" disabled={busy}>
          {f.create}
        </button>
      </form>
    </main>
  );
}

/** The page's own by a word of its language, the host's by their names. */
const titleOf = (template: string): string =>
  template === "agenda" || template === "minutes" || template === "retro"
    ? t.templates[template]
    : template;

interface TemplatesProps {
  all: readonly string[];
  chosen: string | undefined;
  onChoose: (template: string | undefined) => void;
}

/** What it may begin with; what is chosen is pressed, and let go by another press. */
function Templates({ all, chosen, onChoose }: TemplatesProps) {
  if (all.length === 0) return null;
  return (
    <div className="new-templates" role="group" aria-label={t.templates.label}>
      <span className="quiet">{t.templates.label}</span>
      {all.map((name) => (
        <button
          key={name}
          type="button"
          className="button button-small"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name === chosen ? undefined : name)}
        >
          {titleOf(name)}
        </button>
      ))}
    </div>
  );
}

/** A file that the pad begins with: read there, where it is seen. */
function FileChoice({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      onFileDrop(([dropped]) => {
        if (dropped) onFile(dropped);
        return dropped !== undefined;
      }),
    [onFile],
  );
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="file"
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      {file && <p className="quiet">{f.beginsWith(file.name)}</p>}
      <button
        type="button"
        className="button button-small"
        onClick={() => (file ? onFile(null) : input.current?.click())}
      >
        {file ? f.without : f.withFile}
      </button>
    </>
  );
}
