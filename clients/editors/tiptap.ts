import { Editor } from "@tiptap/core"
import { Collaboration } from "@tiptap/extension-collaboration"
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret"
import { StarterKit } from "@tiptap/starter-kit"
import { WebsocketProvider } from "y-websocket"
import { Doc } from "yjs"
import { key, pad, server, user } from "./where"

const doc = new Doc()
const provider = new WebsocketProvider(server, pad, doc, { params: { key, seed: "none" } })
const extensions = [
  StarterKit.configure({ undoRedo: false }),
  Collaboration.configure({ document: doc }),
  CollaborationCaret.configure({ provider, user }),
]
new Editor({ element: document.body.appendChild(document.createElement("main")), extensions })
