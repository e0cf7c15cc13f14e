/** Pads that other computers of this network announce, each with its ring; nothing where none are known. */
import { useEffect, useState } from "react";
import { api, type Neighbour } from "../api";
import { Icon } from "../kit/Icon";
import { Name } from "../kit/Name";
import { Ring } from "../kit/Ring";
import { t } from "../strings";

/** How often they are looked for (ms). */
const LOOK_EVERY_MS = 10_000;
/** More than this is a list to search in, which a start page is not. */
const MOST = 12;
/** A name as long as a network allows (RFC 1035: 63 characters a label). */
const LONGEST = 63;

/** The list is another computer's word: only web addresses lead somewhere. */
const isWeb = ({ url }: Neighbour): boolean =>
  /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);

/** `anna-laptop.local` → `anna-laptop` */
const shortHost = (host: string): string => host.replace(/\.local\.?$/i, "").slice(0, LONGEST);

export default function Neighbours() {
  const [found, setFound] = useState<Neighbour[]>([]);
  useEffect(() => {
    let open = true;
    const look = () =>
      api.neighbours().then(
        (answer) =>
          open &&
          setFound(answer.filter((each) => isWeb(each) && each.state !== "ended").slice(0, MOST)),
        () => open && setFound([]),
      );
    void look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, []);
  if (found.length === 0) return null;
  return (
    <section className="near">
      <h2>{t.start.near}</h2>
      <ul>
        {found.map((each) => (
          <li key={`${each.url} ${each.name}`}>
            <a className="way" href={each.url} rel="noreferrer">
              <Ring
                left={each.state === "fading" ? FADING : 1}
                tone={each.state === "fading" ? "ember" : "life"}
              />
              <span>
                <b>
                  <Name of={each.name.slice(0, LONGEST + 1)} />
                </b>
                <small>
                  <Name of={wordsOf(each)} />
                </small>
              </span>
              <Icon name="on" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How long it fades yet is not announced: the ring shows that time is running. */
const FADING = 0.6;

function wordsOf({ host, state, people }: Neighbour): string {
  const how =
    state === "fading"
      ? t.start.nearFading
      : people > 0
        ? t.start.nearPeople(people)
        : t.start.nearWaiting;
  return `${t.start.nearOn(shortHost(host))} · ${how}`;
}
