/** The same without PhoenixProvider: BlockNote on y-phoenix-channel as it is published, at `y.html?name=Ann#LINK`. */
import { withCollaboration } from "@blocknote/core/yjs"
import { BlockNoteView } from "@blocknote/mantine"
import "@blocknote/mantine/style.css"
import { useCreateBlockNote } from "@blocknote/react"
import { readLink } from "@fadepad/phoenix-provider"
import { Socket } from "phoenix"
import { createRoot } from "react-dom/client"
import { PhoenixChannelProvider } from "y-phoenix-channel"
import { Doc } from "yjs"
import "./example.css"
import { ROOT } from "./Pad"

const user = { name: new URLSearchParams(location.search).get("name") ?? "Someone", color: "#0b7d63" }

function Pad({ provider }: { provider: PhoenixChannelProvider }) {
  const collaboration = { provider, user, fragment: provider.doc.getXmlFragment(ROOT) }
  const editor = useCreateBlockNote(withCollaboration({ collaboration }), [provider])
  return (
    <main className="pad">
      <BlockNoteView editor={editor} />
    </main>
  )
}

const root = document.getElementById("app")
const place = readLink(location.hash.slice(1))
if (root && place) {
  const socket = new Socket(place.url, { params: { token: place.token } })
  const provider = new PhoenixChannelProvider(socket, `y_doc_room:${place.pad}`, new Doc(), { disableBc: true })
  provider.once("sync", () => createRoot(root).render(<Pad provider={provider} />))
  socket.connect()
}
