/** Sizes of files. */
import { locale } from "../strings";

const MB = 1_000_000;

/** Bytes as people read them: "48 KB", "2.9 MB". */
export function sizeText(bytes: number): string {
  const isLarge = bytes >= MB;
  const size = isLarge ? bytes / MB : Math.ceil(bytes / 1000);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    useGrouping: false,
    minimumFractionDigits: isLarge && size < 10 ? 1 : 0,
    maximumFractionDigits: isLarge && size < 10 ? 1 : 0,
  })
    .format(size)
    .replace("kB", "KB"); // as one reads it everywhere else
}
