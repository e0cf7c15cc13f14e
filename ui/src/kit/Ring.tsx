/** The ring: full while it lives, emptying as it fades. The one sign that only Fadepad has. */

/** Circumference of the ring's circle (r = 7), in its own units. */
const AROUND = 2 * Math.PI * 7;

/** `left` is what remains, 0 to 1; `tone` "gone" draws the empty track only. */
export function Ring({ left, tone }: { left: number; tone: "life" | "ember" | "gone" }) {
  const arc = Math.max(0, Math.min(1, left)) * AROUND;
  return (
    <svg className={`ring ring-${tone}`} viewBox="0 0 18 18" aria-hidden="true">
      <circle className="ring-track" cx="9" cy="9" r="7" />
      {tone !== "gone" && (
        <circle
          className="ring-left"
          cx="9"
          cy="9"
          r="7"
          strokeDasharray={`${arc} ${AROUND}`}
          transform="rotate(-90 9 9)"
        />
      )}
    </svg>
  );
}
