/** How a text that is brought in refers to what comes along with it. */

/** In a text that is brought in, the picture or file of this number stands here. */
export const broughtUrl = (number: number): string => `#brought-${number}`;
export const broughtNumber = (url: string): number | null => {
  const [, number] = /^#brought-(\d{1,6})$/.exec(url) ?? [];
  return number === undefined ? null : Number(number);
};
