/** A rate as it is typed, in percent: 8 or 8.5. In hundredths of a percent; nothing where it is no rate. */
export function readRate(text: string): number | undefined {
  const typed = text.trim().replace(/[%％]$/, '')
  const rate = Math.round(Number(typed) * 100)
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) && rate >= 1 && rate <= 10_000 ? rate : undefined
}

export const readYear = (text: string): number | undefined => (/^20\d\d$/.test(text.trim()) ? Number(text) : undefined)

/** What can be seen to be missing of terms. */
export const faultOfTerms = ({ rate, fromYear }: { rate: string; fromYear: string }): string | undefined =>
  readRate(rate) === undefined
    ? '“一年分本金的百分之几”请写数字，例如 8 或 8.5。'
    : readYear(fromYear) === undefined
      ? '“从哪一年起”请写四位的年份，例如 2026。'
      : undefined
