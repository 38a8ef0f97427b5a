import type { supervision } from '#contract/supervision/actions'
import type { AlertFigures } from '#contract/supervision/alert-figures'
import { detectorNames, detectors, type DetectorName } from '#domain/alerts/detectors/all'
import { normOn } from '#domain/county/parameters'
import { fen, type Fen } from '#domain/money/money'
import { monthOf } from '#domain/time/dates'
import { areaOf } from '#domain/work/alert-powers'
import { isOpenState } from '#domain/work/alerts'
import { countWords, seenBy } from '#affairs/alerts/seen-by'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { count } from '#store/db/read'
import type { Staff } from '#store/access/staff'
import { countAlerts, sumUp, type SummedAlerts } from '#store/work/alert-lists'
import { households } from '#store/people/register'

/** What became of the alerts that the caller sees: by word, by detector, and against how many there should be at most. */
export const alertFigures: Action<typeof supervision.alertFigures> = async (_, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const seen = seenBy(on.county, one)
  const [words, sums, raised, homes] = await Promise.all([
    countWords(on.db, on.county, one, on.moment.today),
    sumUp(on.db, seen),
    countAlerts(on.db, { $and: [seen, { raisedOn: { $gte: `${monthOf(on.moment.today)}-01` } }] }),
    countHomes(on, one),
  ])
  await recordLook(on, caller, { action: 'supervision.alertFigures', granted: true })
  return {
    words,
    detectors: detectorNames.map((detector) => figureOf(detector, sums)).filter((figure) => figure.raised > 0),
    month: { raised, households: homes, aim: Math.floor(homes / normOn(on.county, 'alert-open-households', on.moment.today)) },
  }
}

function figureOf(detector: DetectorName, sums: readonly SummedAlerts[]): AlertFigures['detectors'][number] {
  const own = sums.filter((sum) => sum.detector === detector)
  const countOf = (which: (sum: SummedAlerts) => boolean) => own.filter(which).reduce((all, { count }) => all + count, 0)
  return {
    detector,
    name: detectors[detector].name,
    word: detectors[detector].word,
    raised: countOf(() => true),
    open: countOf(({ state }) => isOpenState(state)),
    confirmed: countOf(({ state, outcome }) => state === 'closed' && outcome !== 'nothing'),
    nothing: countOf(({ state, outcome }) => state === 'closed' && outcome === 'nothing'),
    refused: countOf(({ state }) => state === 'refused'),
    gone: countOf(({ state }) => state === 'gone'),
    movedFen: own.reduce<Fen>((sum, { movedFen }) => fen(sum + movedFen), fen(0)),
  }
}

/** Households of the register in the caller's area; of the county's own agencies, all. */
function countHomes({ db, county }: On, { agencyId }: Staff): Promise<number> {
  const area = areaOf(county, agencyId)
  return count(db, households, { onRegister: true, ...(area !== undefined && { townCode: area }) })
}
