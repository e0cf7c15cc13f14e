/** Which pad, and who comes. */
import type { User } from "@fadepad/phoenix-provider"
import { useState, type FormEvent } from "react"

/** Each is readable under white text. */
const COLOURS = ["#2f6bd8", "#b4466e", "#0b7d63", "#9a5b13", "#7a4fd0", "#4b5563"]

interface EnterProps {
  /** A link that the page was opened with, or nothing. */
  known: string
  /** Says false where it is no link of a pad. */
  onEnter: (link: string, user: User) => boolean
}

export function Enter({ known, onEnter }: EnterProps) {
  const [wrong, setWrong] = useState(false)
  const [color, setColor] = useState(() => COLOURS[Math.floor(Math.random() * COLOURS.length)] as string)
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    setWrong(!onEnter(String(said.get("link")).trim(), { name: String(said.get("name")).trim(), color }))
  }
  return (
    <main className="enter">
      <h1>A pad over Phoenix Channels</h1>
      <p>This page is not Fadepad’s own. It joins the same pad with BlockNote and PhoenixProvider.</p>
      <form onSubmit={enter}>
        <label htmlFor="link">Link of a pad</label>
        <input
          id="link"
          name="link"
          defaultValue={known}
          required
          autoFocus={!known}
          autoComplete="off"
          spellCheck={false}
          placeholder="http://192.168.1.20:7780/p/notes#…"
          aria-describedby="wrong"
        />
        <p id="wrong" className="wrong" role="alert">
          {wrong && "A pad’s link has a # and a key at its end. Copy the whole of it from the share sheet."}
        </p>
        <label htmlFor="name">Your name</label>
        <input id="name" name="name" required autoFocus={!!known} maxLength={32} autoComplete="off" />
        <fieldset>
          <legend>Your colour</legend>
          {COLOURS.map((one) => (
            <input
              key={one}
              type="radio"
              name="color"
              aria-label={one}
              checked={one === color}
              onChange={() => setColor(one)}
              style={{ backgroundColor: one }}
            />
          ))}
        </fieldset>
        <button type="submit">Open the pad</button>
      </form>
    </main>
  )
}
