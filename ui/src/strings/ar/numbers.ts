/** Numbers, times and things as sentences say them. Digits are western, as they stand beside Latin names and codes. */
import { pluralOf, unitsOf } from "../grammar";
import { timesOf, type Unit } from "../times";

export const LOCALE = "ar-u-nu-latn";
export const plural = pluralOf("ar");

/** "شخص واحد", "4 أشخاص". */
export const people = (n: number) =>
  plural(n, {
    one: "شخص واحد",
    two: "شخصان",
    few: `${n} أشخاص`,
    many: `${n} شخصًا`,
    other: `${n} شخص`,
  });

/** So many who would come in. */
export const entryRequests = (n: number) =>
  plural(n, {
    one: "طلب دخول واحد",
    two: "طلبا دخول",
    few: `${n} طلبات دخول`,
    many: `${n} طلب دخول`,
    other: `${n} طلب دخول`,
  });

export const wrongCodes = (n: number) =>
  plural(n, {
    one: "رمز خاطئ واحد",
    two: "رمزان خاطئان",
    few: `${n} رموز خاطئة`,
    many: `${n} رمزًا خاطئًا`,
    other: `${n} رمز خاطئ`,
  });

const LONG = {
  hour: { one: "ساعة واحدة", two: "ساعتين", few: "ساعات", other: "ساعة" },
  minute: { one: "دقيقة واحدة", two: "دقيقتين", few: "دقائق", other: "دقيقة" },
  second: { one: "ثانية واحدة", two: "ثانيتين", few: "ثوانٍ", other: "ثانية" },
} as const;

/** As it stands after "بعد", "خلال", "منذ"; minutes and seconds as they follow something larger: "ساعة واحدة و30 دقيقة". */
function inLong(n: number, unit: Unit): string {
  const said = n === 1 || n === 2 ? plural(n, LONG[unit]) : `${n} ${plural(n, LONG[unit])}`;
  return unit === "hour" ? said : `و${said}`;
}

const times = timesOf(unitsOf(LOCALE, "short"), inLong);
const alone = (told: string) => told.replace(/^و/, "");

export const { short, shortLeft } = times;
export const long = (s: number) => alone(times.long(s));
export const longLeft = (s: number) => alone(times.longLeft(s));

/** Kinds of devices, as the server tells them apart. */
export const DEVICES: Record<string, string> = {
  phone: "هاتف",
  tablet: "جهاز لوحي",
  laptop: "حاسوب محمول",
};

/** Inside a sentence that is read once. */
export const inWords = long;
