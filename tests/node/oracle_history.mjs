/** Random histories of several people who edit one document with real yjs. */
import * as Y from "yjs"

/** mulberry32: small, and the same everywhere. */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0
  }
  next() {
    let t = (this.state = (this.state + 0x6d2b79f5) >>> 0)
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** An integer below `max`. */
  below(max) {
    return Math.floor(this.next() * max)
  }
  chance(probability) {
    return this.next() < probability
  }
  pick(list) {
    return list[this.below(list.length)]
  }
  shuffled(list) {
    const all = [...list]
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      ;[all[i], all[j]] = [all[j], all[i]]
    }
    return all
  }
}

/**
 * People and what they sent. `log` holds {author, knows, update}: `knows[a]` is how many updates of
 * author `a` the author had seen. `dense`: all type into one text; `plain`: subdocuments without
 * options, of which yrs forgets some.
 */
export class History {
  constructor(seed, { dense = false, plain = false } = {}) {
    this.plain = plain
    this.random = new Random(seed)
    this.dense = dense
    this.log = []
    this.people = []
    const small = this.random.chance(0.5)
    const count = 3 + this.random.below(6)
    for (let i = 0; i < count; i++)
      this.people.push(this.person(i, small ? i * 3 + 2 : 1 + this.random.below(0xfffffffe)))
    const steps = dense ? 60 + this.random.below(120) : 30 + this.random.below(110)
    for (let i = 0; i < steps; i++) this.step()
  }

  person(index, clientID) {
    const doc = new Y.Doc({ gc: this.random.chance(0.85) })
    doc.clientID = clientID
    const me = { index, doc, read: 0, knows: [], online: true, sent: 0 }
    doc.on("update", (update, origin) => {
      if (origin === "remote") return
      this.log.push({ author: index, knows: [...me.knows], update })
      me.knows[index] = ++me.sent
    })
    const roots = [doc.getText("text"), doc.getXmlFragment("blocknote"), doc.getMap("map"), doc.getArray("array")]
    me.undo = new Y.UndoManager(roots, { trackedOrigins: new Set([me]), captureTimeout: 0 })
    return me
  }

  step() {
    const { random } = this
    const me = random.pick(this.people)
    const dice = random.next()
    if (dice < (this.dense ? 0.35 : 0.25)) this.catchUp(me, this.dense)
    else if (dice < 0.4) this.exchange(me, random.pick(this.people))
    else if (dice < 0.44) me.online = !me.online
    else if (dice < 0.5) random.chance(0.6) ? me.undo.undo() : me.undo.redo()
    else
      me.doc.transact(() => {
        for (let n = 1 + random.below(3); n > 0; n--) this.edit(me)
      }, me)
  }

  /** Reads on in the log, as a server would send it. */
  catchUp(me, all) {
    if (!me.online) return
    const until = all ? this.log.length : me.read + this.random.below(this.log.length - me.read + 1)
    while (me.read < until) {
      const { author, knows, update } = this.log[me.read++]
      if (author === me.index) continue
      // First, since yjs may answer what it takes with an update that removes needless formats.
      learn(me, knows)
      me.knows[author] = Math.max(me.knows[author] ?? 0, (knows[author] ?? 0) + 1)
      Y.applyUpdate(me.doc, update, "remote")
    }
  }

  /** Two people meet without a server: step 1 and step 2 in one direction. */
  exchange(from, to) {
    if (from === to) return
    learn(to, from.knows)
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "remote")
  }

  edit(me) {
    const { random } = this
    if (this.dense) return this.editText(me.doc.getText("text"), 2)
    const what = random.below(10)
    if (what < 3) this.editText(me.doc.getText("text"), 6)
    else if (what < 7) this.editPage(me.doc.getXmlFragment("blocknote"))
    else if (what < 9) this.editMap(me.doc.getMap("map"), 2)
    else this.editArray(me.doc.getArray("array"), 2)
  }

  editText(text, longest) {
    const { random } = this
    const at = random.below(text.length + 1)
    const some = Math.min(1 + random.below(longest), text.length - at)
    const what = random.below(12)
    if (what < 6 || text.length === 0)
      text.insert(at, this.words(longest), random.chance(0.1) ? { bold: true } : undefined)
    else if (what < 9 && some > 0) text.delete(at, some)
    else if (what === 9 && some > 0)
      text.format(
        at,
        some,
        random.pick([{ bold: true }, { bold: null }, { link: { href: 'https://a.b/"c"' } }, { em: {} }]),
      )
    else if (what === 10 && !this.dense)
      text.insertEmbed(at, random.pick([{ image: "x.png" }, { n: [1, null, { deep: "😀\u2028" }] }]))
    else if (what === 11 && !this.dense) text.setAttribute(random.pick(["dir", "lang"]), random.pick(["ltr", "rtl", 3]))
  }

  words(longest) {
    const { random } = this
    const pieces = ["a", "b", " ", "word", "é", "ß", "漢", "😀", "👩‍💻", "\u0000", "\n", "Zz"]
    let text = ""
    for (let n = 1 + random.below(longest); n > 0; n--)
      text += random.chance(0.6) ? String.fromCharCode(97 + random.below(26)) : random.pick(pieces)
    return text
  }

  value() {
    const { random } = this
    return random.pick([
      null,
      true,
      false,
      0,
      -1,
      63,
      64,
      -65,
      2 ** 31,
      -(2 ** 31),
      2 ** 40,
      0.1,
      1.5,
      NaN,
      "text",
      "😀",
      "",
      [],
      [1, ["x", null]],
      { a: 1, b: { c: [true] } },
      {},
      1234567890123456789n,
      new Uint8Array([0, 1, 255]),
    ])
  }

  type() {
    const { random } = this
    return random.pick([
      () => new Y.Map(),
      () => new Y.Array(),
      () => new Y.Text("nested"),
      () => new Y.XmlElement("p"),
      () =>
        new Y.Doc({
          guid: `doc-${random.below(1e9)}`,
          ...random.pick(this.plain ? [{}] : [{}, { autoLoad: true }, { gc: false, meta: { a: 1 } }]),
        }),
      () => new Uint8Array([7, 8]),
    ])()
  }

  editMap(map, depth) {
    const { random } = this
    const key = random.pick(["a", "b", "c", "ключ"])
    const old = map.get(key)
    if (depth > 0 && random.chance(0.4) && old instanceof Y.Map) return this.editMap(old, depth - 1)
    if (depth > 0 && random.chance(0.4) && old instanceof Y.Array) return this.editArray(old, depth - 1)
    if (random.chance(0.4) && old instanceof Y.Text) return this.editText(old, 4)
    if (random.chance(0.2)) map.delete(key)
    else if (random.chance(0.05)) map.set(key, undefined)
    else map.set(key, random.chance(0.4) ? this.type() : this.value())
  }

  editArray(array, depth) {
    const { random } = this
    const at = random.below(array.length + 1)
    const inner = array.length > 0 ? array.get(random.below(array.length)) : null
    if (depth > 0 && random.chance(0.3) && inner instanceof Y.Map) return this.editMap(inner, depth - 1)
    if (depth > 0 && random.chance(0.3) && inner instanceof Y.Array) return this.editArray(inner, depth - 1)
    if (random.chance(0.3) && at < array.length) array.delete(at, Math.min(1 + random.below(3), array.length - at))
    else if (random.chance(0.3)) array.insert(at, [this.type()])
    else
      array.insert(
        at,
        Array.from({ length: 1 + random.below(4) }, () => listed(this.value())),
      )
  }

  /** A page as BlockNote makes it: blockGroup > blockContainer > paragraph > text. */
  editPage(page) {
    const { random } = this
    if (page.length === 0) page.insert(0, [new Y.XmlElement("blockGroup")])
    let group = page.get(0)
    while (random.chance(0.3)) {
      const below =
        group.length > 0
          ? group
              .get(random.below(group.length))
              .toArray()
              .find((node) => node.nodeName === "blockGroup")
          : undefined
      if (below === undefined) break
      group = below
    }
    const at = random.below(group.length + 1)
    const block = group.length > 0 ? group.get(random.below(group.length)) : null
    const what = random.below(10)
    if (what < 2 || block === null) group.insert(at, [this.block()])
    else if (what === 2) group.delete(Math.min(at, group.length - 1), 1)
    else if (what === 3) block.insert(block.length, [new Y.XmlElement("blockGroup")])
    else if (what === 4) block.setAttribute("id", `id${random.below(99)}`)
    else this.editBlock(block)
  }

  block() {
    const container = new Y.XmlElement("blockContainer")
    container.setAttribute("id", `id${this.random.below(1e6)}`)
    container.insert(0, [this.paragraph()])
    return container
  }

  paragraph() {
    const node = new Y.XmlElement(this.random.pick(["paragraph", "heading"]))
    node.setAttribute("textColor", "default")
    node.setAttribute("level", this.random.below(4))
    if (this.random.chance(0.7)) node.insert(0, [new Y.XmlText(this.words(5))])
    return node
  }

  editBlock(block) {
    const { random } = this
    const node = block.get(0)
    if (!(node instanceof Y.XmlElement) || node.nodeName === "blockGroup") return block.insert(0, [this.paragraph()])
    if (random.chance(0.2))
      return node.setAttribute(random.pick(["textColor", "level"]), random.pick(["red", "blue", 2, null]))
    if (random.chance(0.1)) return random.chance(0.5) ? node.removeAttribute("level") : block.delete(0, 1)
    const text = node.length > 0 ? node.get(0) : null
    if (text instanceof Y.XmlText) this.editText(text, 5)
    else node.insert(0, [new Y.XmlText(this.words(5))])
  }
}

/** yjs takes no bare bigint into an array. */
function listed(value) {
  return typeof value === "bigint" ? [value] : value
}

function learn(me, knows) {
  knows.forEach((count, author) => {
    me.knows[author] = Math.max(me.knows[author] ?? 0, count ?? 0)
  })
}
