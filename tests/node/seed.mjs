/** The seed of every page, see src/doc/seed.rs. */
import * as Y from 'yjs'

/** The update that yjs makes of an empty BlockNote page. */
export function seed () {
  const doc = new Y.Doc()
  doc.clientID = 1
  const fragment = doc.getXmlFragment('blocknote')
  const group = new Y.XmlElement('blockGroup')
  const container = new Y.XmlElement('blockContainer')
  const paragraph = new Y.XmlElement('paragraph')
  doc.transact(() => {
    fragment.insert(0, [group])
    group.insert(0, [container])
    container.setAttribute('id', 'initialBlockId')
    container.insert(0, [paragraph])
    for (const [key, value] of [['backgroundColor', 'default'], ['textAlignment', 'left'], ['textColor', 'default']]) paragraph.setAttribute(key, value)
  })
  return Y.encodeStateAsUpdate(doc)
}
