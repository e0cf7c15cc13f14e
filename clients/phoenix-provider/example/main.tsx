/** A page that is not Fadepad's, in a pad that is: who has a link comes in. */
import { readLink, type PadPlace, type User } from "@fadepad/phoenix-provider"
import { useState } from "react"
import { createRoot } from "react-dom/client"
import { Enter } from "./Enter"
import "./example.css"
import { Pad } from "./Pad"

function App() {
  const [stay, setStay] = useState<{ place: PadPlace; user: User } | null>(null)
  if (stay) return <Pad {...stay} />
  return (
    <Enter
      known={location.hash.slice(1)}
      onEnter={(link, user) => {
        const place = readLink(link)
        if (place) setStay({ place, user })
        return place !== null
      }}
    />
  )
}

const root = document.getElementById("app")
if (root) createRoot(root).render(<App />)
