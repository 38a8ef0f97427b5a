import { batchesUnanswered, lateKinds, lateLines, waitingStates } from '#domain/alerts/detectors/late-batches'
import { normOn } from '#domain/county/parameters'
import { aggregate, findEach, findIn } from '#store/db/read'
import { batches, batchLines } from '#store/money/batches'
import type { Found, Watch } from './watch'

const lineFields = ['batchId', 'state', 'since', 'townCode', 'amountFen', 'creditedFen', 'recoveredFen']

/** Batches and lines of them that wait for somebody for too long. A scope is who pays. */
export const batchWatch: Watch = {
  detectors: ['batch_unanswered', ...lateKinds],
  async scopes({ db }) {
    const [sent, waiting] = await Promise.all([
      findEach(db, batches, { open: true, state: 'sent' }, ['agencyId']),
      aggregate<{ _id: string }>(db, batchLines, [{ $match: { state: { $in: waitingStates } } }, { $group: { _id: '$agencyId' } }]),
    ])
    return [...new Set([...sent.map(({ agencyId }) => agencyId), ...waiting.map(({ _id }) => _id)])]
  },
  async look({ db, county, moment: { today } }, agencyId) {
    const days = {
      answer: normOn(county, 'bank-answer-days', today),
      mend: normOn(county, 'line-mend-days', today),
      held: normOn(county, 'line-held-days', today),
      recover: normOn(county, 'money-recover-days', today),
    }
    const [sent, lines] = await Promise.all([
      findEach(db, batches, { open: true, agencyId, state: 'sent' }),
      findEach(db, batchLines, { state: { $in: waitingStates }, agencyId, since: { $lt: today } }, lineFields),
    ])
    const of = await findIn(
      db,
      batches,
      '_id',
      lines.map(({ batchId }) => batchId),
    )
    const found: Found = { batch_unanswered: batchesUnanswered(sent, today, days) }
    for (const kind of lateKinds) found[kind] = lateLines(kind, { batches: of, lines, today, days })
    return found
  },
}
