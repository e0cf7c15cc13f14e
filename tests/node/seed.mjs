/** The seed of every page, see src/doc/seed.rs. */
import * as Y from "yjs"

/** The client that a life's seed is of: no program that counts its clients, and hardly one that draws them. */
const client = (epoch) => 2 ** 20 + parseInt(epoch.slice(-5), 16)

/** The update that yjs makes of an empty BlockNote page in this life. */
export function seed(epoch) {
  const doc = new Y.Doc()
  doc.clientID = client(epoch)
  const fragment = doc.getXmlFragment("blocknote")
  const group = new Y.XmlElement("blockGroup")
  const container = new Y.XmlElement("blockContainer")
  const paragraph = new Y.XmlElement("paragraph")
  doc.transact(() => {
    fragment.insert(0, [group])
    group.insert(0, [container])
    container.setAttribute("id", "initialBlockId")
    container.insert(0, [paragraph])
    for (const [key, value] of [
      ["backgroundColor", "default"],
      ["textAlignment", "left"],
      ["textColor", "default"],
    ])
      paragraph.setAttribute(key, value)
    paragraph.insert(0, [new Y.XmlText()])
  })
  return Y.encodeStateAsUpdate(doc)
}
