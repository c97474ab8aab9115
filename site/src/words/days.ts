// How is a number of days said in a language?

/** @param days whole days @returns e.g. « 30 jours », “1 day” (Unicode CLDR) */
export const daysIn = (locale: string, days: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
