import { withCollaboration } from "@blocknote/core/yjs"
import { BlockNoteView } from "@blocknote/mantine"
import "@blocknote/mantine/style.css"
import { useCreateBlockNote } from "@blocknote/react"
import { createRoot } from "react-dom/client"
import { WebsocketProvider } from "y-websocket"
import { Doc } from "yjs"
import { key, pad, server, user } from "./where"

const doc = new Doc()
const provider = new WebsocketProvider(server, pad, doc, { params: { key } })
const collaboration = { provider, fragment: doc.getXmlFragment("blocknote"), user }

function Pad() {
  return <BlockNoteView editor={useCreateBlockNote(withCollaboration({ collaboration }))} />
}

// Once the pad is there: an editor that is drawn before begins one of its own.
provider.once("sync", () => createRoot(document.body.appendChild(document.createElement("main"))).render(<Pad />))
