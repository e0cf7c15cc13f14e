/** A QR code as one SVG path, dark on white in both themes, with the quiet zone that scanners need. */
import { encode } from "uqr";

/** The quiet zone around the code, in modules (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/** One `h` run per row of neighbouring dark modules. */
function path(modules: boolean[][]): string {
  let d = "";
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      d += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
    }
  });
  return d;
}

/** Capitals and digits make a smaller code than letters of both cases. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const side = size + 2 * QUIET;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      data-text={text}
    >
      <path d={path(data)} />
    </svg>
  );
}
