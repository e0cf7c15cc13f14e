/** The pad: who is here, how it stands, and the text. */
import { withCollaboration } from "@blocknote/core/yjs"
import { BlockNoteView } from "@blocknote/mantine"
import "@blocknote/mantine/style.css"
import { useCreateBlockNote } from "@blocknote/react"
import type { End, PadPlace, PhoenixProvider, User } from "@fadepad/phoenix-provider"
import { useStay, type Stay } from "./stay"

/** The document's root, as Fadepad's own page has it. */
export const ROOT = "blocknote"

export function Pad({ place, user }: { place: PadPlace; user: User }) {
  const stay = useStay(place, user)
  return (
    <>
      <header>
        <h1>{place.pad}</h1>
        <State {...stay} />
        {stay.endsAt && !stay.ended && (
          <span className="ends">
            Ends at {stay.endsAt.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
          </span>
        )}
        <ul aria-label="People here">
          {[{ ...user, name: `${user.name} (you)` }, ...stay.people].map(({ name, color }, at) => (
            <li key={at} style={{ backgroundColor: color }}>
              {name || "Someone"}
            </li>
          ))}
        </ul>
      </header>
      {stay.ended && (
        <p className="ended" role="status">
          {endOf(stay.ended)}
        </p>
      )}
      <main className="pad">
        {stay.provider && stay.ready ? (
          <Editor provider={stay.provider} user={user} editable={!stay.ended && stay.role !== "view"} />
        ) : (
          !stay.ended && <p className="wait">Opening the pad …</p>
        )}
      </main>
    </>
  )
}

function Editor({ provider, user, editable }: { provider: PhoenixProvider; user: User; editable: boolean }) {
  const collaboration = { provider, user: { ...user }, fragment: provider.doc.getXmlFragment(ROOT) }
  const editor = useCreateBlockNote(withCollaboration({ collaboration }), [provider])
  return <BlockNoteView editor={editor} editable={editable} />
}

function State({ status, saved, role, ready, ended }: Stay) {
  if (ended)
    return (
      <span className="state" data-state="ended">
        Ended
      </span>
    )
  if (status !== "connected")
    return (
      <span className="state" data-state="away">
        {ready ? "Offline – write on" : "Connecting …"}
      </span>
    )
  if (role === "view")
    return (
      <span className="state" data-state="reads">
        Reading
      </span>
    )
  return (
    <span className="state" data-state={saved ? "saved" : "saving"}>
      {saved ? "Saved in the pad" : "Sending …"}
    </span>
  )
}

/** A sentence for each end, with the way out. */
function endOf({ reason, why }: End): string {
  switch (reason) {
    case "session_ended":
      return why === "host"
        ? "The host has ended this pad."
        : "This pad has ended. What you see stays until you close this page."
    case "unauthorized":
      return "This link’s key is not valid. Ask the host for a new link."
    case "no_such_pad":
      return "There is no such pad. Ask the host for a new link."
    case "too_large":
      return "This was more than the pad holds, and was not sent. Copy it from here and open the link again."
    case "not_kept":
      return "Something here can’t be shown to everyone, and was not sent. Copy the rest from here and open the link again."
    default:
      return `The server has let us go: ${reason}. Open the link again.`
  }
}
