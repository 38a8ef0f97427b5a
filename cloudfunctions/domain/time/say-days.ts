/** 90 天, 3 年. A year that may have a leap day in it, 366 days, is 一年. */
export const sayDays = (days: number): string => (days === 366 ? '一年' : days % 365 === 0 ? `${days / 365} 年` : `${days} 天`)
