import type { County } from '../county/county'
import type { NormId } from '../county/norms'
import { normOn } from '../county/parameters'
import type { Fen } from '../money/money'
import { daysBetween, type Day } from '../time/dates'
import type { AlertWord } from './finding'

const wordPoints: Record<AlertWord, NormId> = {
  错: 'alert-points-wrong',
  少: 'alert-points-short',
  落: 'alert-points-behind',
  漏: 'alert-points-missed',
}

/** Any fixed day: what counts is the difference of two. */
const dayZero: Day = '2020-01-01'

/**
 * What an alert stands in the order by, the most serious first: points for its word, for every tenfold of 100 yuan that it is about, and
 * for every day since it was raised. Since all of them gain the same each day, the order of two never changes by waiting, so the
 * points of the days are taken off from `dayZero` on, and the number is written once.
 */
export function rankOf(county: Pick<County, 'norms'>, word: AlertWord, amountFen: Fen, raisedOn: Day): number {
  const points = (id: NormId) => normOn(county as County, id, raisedOn)
  const tenfolds = amountFen < 10_000 ? 0 : Math.floor(Math.log10(amountFen)) - 3
  return (
    points(wordPoints[word]) + tenfolds * points('alert-points-tenfold') - daysBetween(dayZero, raisedOn) * points('alert-points-a-day')
  )
}
