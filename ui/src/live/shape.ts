/** What a value from the wire has to be. Types follow from the checks, so that each is written down once. */

export type Check<T> = (value: unknown) => value is T;
type Checked<C> = C extends Check<infer T> ? T : never;

/** What an object has to hold, by field. */
export type Fields = Readonly<Record<string, Check<unknown>>>;

type Optional<F extends Fields> = {
  [K in keyof F]: undefined extends Checked<F[K]> ? K : never;
}[keyof F];

/** The type of what fits. A field whose check takes `undefined` may be missing. */
export type Fitting<F extends Fields> = {
  [K in Exclude<keyof F, Optional<F>>]: Checked<F[K]>;
} & { [K in Optional<F>]?: Exclude<Checked<F[K]>, undefined> };

export const text: Check<string> = (value): value is string => typeof value === "string";
export const number: Check<number> = (value): value is number => typeof value === "number";
export const truth: Check<boolean> = (value): value is boolean => typeof value === "boolean";

/** One of these words. */
export const word =
  <W extends string>(...words: readonly W[]): Check<W> =>
  (value): value is W =>
    words.includes(value as W);

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value);

export const maybe =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || check(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** An object with at least these fields: a later server may tell more. */
export const object =
  <F extends Fields>(fields: F): Check<Fitting<F>> =>
  (value): value is Fitting<F> =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

export const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(check);

/** An object of any fields, each of this kind. */
export const mapOf =
  <T>(check: Check<T>): Check<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isObject(value) && Object.values(value).every(check);
