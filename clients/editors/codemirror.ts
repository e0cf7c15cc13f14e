import { basicSetup, EditorView } from "codemirror"
import { yCollab } from "y-codemirror.next"
import { WebsocketProvider } from "y-websocket"
import { Doc } from "yjs"
import { key, pad, server, user } from "./where"

const text = new Doc().getText("codemirror")
const provider = new WebsocketProvider(server, pad, text.doc as Doc, { params: { key, seed: "none" } })
provider.awareness.setLocalStateField("user", user)
new EditorView({ parent: document.body, extensions: [basicSetup, yCollab(text, provider.awareness)] })
