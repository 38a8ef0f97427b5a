import type { County } from '#domain/county/county'
import { dueOnOf } from '#domain/alerts/deadlines'
import { detectors, type DetectorName } from '#domain/alerts/detectors/all'
import type { Finding } from '#domain/alerts/finding'
import { weighFinding, withoutScope, withPart, type Met } from '#domain/alerts/meet'
import { rankOf } from '#domain/alerts/severity'
import { sumFen } from '#domain/money/money'
import { alertActs } from '#domain/work/alerts'
import { canBe, stateAfter } from '#domain/work/transitions'
import type { Moment } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { inTransaction } from '#store/db/transaction'
import { inTurns } from '#store/db/turns'
import { openIn } from '#store/work/alert-lists'
import { alerts, writeTurn, type Alert, type AlertPart, type NewEvent } from '#store/work/alerts'
import { groupByAlert, partOf } from './finding-parts'

/** What keeping needs: an action's `On` and a job's `AtWork` both are it. */
interface Keeping {
  db: Db
  county: County
  moment: Moment
}

/** Which detector looked, and at which part of the facts: what it finds there now is all there is of it there. */
export interface Looked {
  detector: DetectorName
  /** E.g. a month, an import's id. What is open in it and was not found again is gone from it. */
  scope: string
}

/** What keeping came to, in alerts. `away`: decided before, and its facts are the same still. */
export type Kept = Record<Met | 'gone', number>

/**
 * Keeps what a detector found as alerts. The same finding is the same alert, however often, in how many scopes and by how many at once it
 * is found; what was refused or closed stays so until its facts change; what is found in no scope any more closes itself, or, where
 * somebody is looking into it, says so. Every alert is written by itself, whole: cut off half way and done again it comes to the same.
 */
export async function keepFindings(on: Keeping, looked: Looked, findings: readonly Finding[]): Promise<Kept> {
  const kept: Kept = { raised: 0, same: 0, changed: 0, again: 0, away: 0, gone: 0 }
  const found = groupByAlert(looked.detector, findings)
  const [there, open] = await Promise.all([findIn(on.db, alerts, '_id', [...found.keys()]), openIn(on.db, looked.detector, looked.scope)])
  const known = new Map(there.map((alert) => [alert._id, alert]))
  await inTurns(found, 4, async ([id, finding]) => {
    const met = weighFinding(known.get(id), partOf(looked.scope, finding))
    kept[met === 'same' || met === 'away' ? met : await keepOne(on, looked, id, finding)]++
  })
  await inTurns(
    open.filter(({ _id }) => !found.has(_id)),
    4,
    async ({ _id }) => {
      const what = await letGo(on, looked, _id)
      if (what) kept[what]++
    },
  )
  return kept
}

/** Weighs again within the transaction: another run may have been here meanwhile. */
const keepOne = (on: Keeping, { detector, scope }: Looked, id: string, finding: Finding): Promise<Met> =>
  inTransaction(on.db, async (transaction) => {
    const before = await transaction.get(alerts, id)
    const part = partOf(scope, finding)
    const met = weighFinding(before, part)
    if (met === 'same' || met === 'away') return met
    const parts = met === 'changed' ? withPart(before!.parts, part) : [part]
    const base = met === 'changed' ? before! : anew(on, detector, id, finding)
    const becomes = { ...base, ...tellParts(on, base, parts), ...placeOf(finding), factsGoneOn: null }
    await writeTurn(transaction, before, becomes, byDetector(on, met === 'raised' ? 'raise' : met === 'changed' ? 'change' : 'again'))
    return met
  })

const byDetector = ({ moment }: Keeping, act: NewEvent['act']): NewEvent => ({ at: moment.iso, act, by: null, wordsSealed: null })

const placeOf = ({ townCode, villageCode }: Finding): Pick<Alert, 'townCode' | 'villageCode'> => ({
  townCode: townCode ?? villageCode?.slice(0, 9) ?? null,
  villageCode: villageCode ?? null,
})

type Begun = Omit<Alert, 'parts' | 'scopes' | 'amountFen' | 'rank'>

/** Its parts, and what follows from them: the money of all decides how serious it is. */
function tellParts({ county }: Keeping, { word, raisedOn }: Pick<Alert, 'word' | 'raisedOn'>, parts: AlertPart[]) {
  const amounts = parts.flatMap(({ amountFen }) => amountFen ?? [])
  return {
    parts,
    scopes: parts.map(({ scope }) => scope),
    amountFen: amounts.length > 0 ? sumFen(amounts) : null,
    rank: rankOf(county, word, sumFen(amounts), raisedOn),
  }
}

/** As one begins, and begins again: whoever decided before decided about other facts. */
function anew({ county, moment: { today } }: Keeping, detector: DetectorName, _id: string, finding: Finding): Begun {
  const { word } = detectors[detector]
  const { subject, cause = '', agencyId } = finding
  return {
    ...{ _id, detector, word, subject, cause, agencyId, handedTo: null, ...placeOf(finding) },
    ...{ factsGoneOn: null, state: 'found', open: true, raisedOn: today },
    dueOn: dueOnOf(county, 'found', today),
    ...{ inspected: false, rectifiedBy: null, endedOn: null, outcome: null, movedFen: null, reminder: null, turn: 0 },
  }
}

/** What was not found in this scope any more: it loses that part; without any it closes itself, or says that its facts are gone. */
const letGo = (on: Keeping, { scope }: Looked, id: string): Promise<'gone' | 'changed' | undefined> =>
  inTransaction(on.db, async (transaction) => {
    const before = await transaction.get(alerts, id)
    if (!before?.open || !before.scopes.includes(scope) || before.factsGoneOn !== null) return undefined
    const parts = withoutScope(before.parts, scope)
    if (parts.length > 0) {
      await writeTurn(transaction, before, { ...before, ...tellParts(on, before, parts) }, byDetector(on, 'change'))
      return 'changed'
    }
    // What it was is kept to be read; only its scopes say that it is there no more.
    const gone = { ...before, factsGoneOn: on.moment.today }
    if (!canBe(alertActs, 'vanish', before.state)) {
      await writeTurn(transaction, before, gone, byDetector(on, 'facts-gone'))
      return 'changed'
    }
    const state = stateAfter(alertActs, 'vanish', before.state)
    await writeTurn(transaction, before, { ...gone, state, open: false, dueOn: null, endedOn: on.moment.today }, byDetector(on, 'vanish'))
    return 'gone'
  })
