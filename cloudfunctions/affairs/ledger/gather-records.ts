import type { ClaimParts } from '#domain/money/claims'
import { answeredShare } from '#domain/alerts/detectors/what-the-bank-did'
import { normalisePeriod } from '#domain/time/periods'
import { grouped } from '#affairs/intake/writing/grouped'
import { pageLimit, type Db } from '#store/db/collection'
import { find, findIn } from '#store/db/read'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { confirmations, type Confirmation } from '#store/money/confirmations'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import { payments, receipts, type Payment, type Receipt } from '#store/money/money'
import { requests } from '#store/work/requests'
import type { OnePerson } from '../persons/one-person'

/** What is known of rows of plans, and of dues that no plan orders yet. */
export interface Records {
  rules: Entitlement[]
  lines: BatchLine[]
  batchOf: ReadonlyMap<string, Batch>
  /** By plan row. */
  receiptsOf: ReadonlyMap<string, Receipt[]>
  wordsOf: ReadonlyMap<string, Confirmation[]>
  /** Ids of requests that have an answer. */
  answeredRequests: ReadonlySet<string>
  /** Files whose rows of a month the bank has answered, `importId/month`; of those alone of which a row is silent. */
  answeredFiles: ReadonlySet<string>
}

const rowFields = ['personId', 'householdId', 'programme', 'month', 'period', 'dueFen', 'importId', 'importedAt', 'saidOn', 'gone']
const lineFields = [
  ...['batchId', 'paymentId', 'personId', 'householdId', 'programme', 'period', 'month', 'amountFen', 'state', 'since'],
  ...['creditedFen', 'recoveredFen', 'settled'],
]

/** Every plan's rows for the same people, households and periods, whatever month they stand in. */
export async function rowsOf(db: Db, one: OnePerson, of: readonly ClaimParts[]): Promise<Payment[]> {
  const period = { $in: [...new Set(of.flatMap((each) => [each.period, normalisePeriod(each.period)]))] }
  const people = one.withOthers(of.map(({ personId }) => personId))
  const homes = of.flatMap(({ householdId }) => householdId ?? [])
  const [ofPeople, ofHomes] = await Promise.all([
    findIn(db, payments, 'personId', people, rowFields, { period }),
    findIn(db, payments, 'householdId', homes, rowFields, { period }),
  ])
  return [...new Map([...ofPeople, ...ofHomes].map((row) => [row._id, row])).values()]
}

export async function recordsOf(db: Db, keys: ReadonlySet<string>, rows: readonly Payment[]): Promise<Records> {
  const ids = rows.map(({ _id }) => _id)
  const [rules, ofRows, unordered, answers, words] = await Promise.all([
    findIn(db, entitlements, 'claim', [...keys]),
    findIn(db, batchLines, 'paymentId', ids, lineFields),
    findIn(db, batchLines, 'claim', [...keys], lineFields, { paymentId: null }),
    findIn(db, receipts, 'paymentId', ids, ['paymentId', 'amountFen', 'state', 'postedOn', 'day']),
    findIn(db, confirmations, 'paymentId', ids, ['paymentId', 'said', 'n', 'requestId']),
  ])
  const lines = [...ofRows, ...unordered]
  const told = new Set([...lines, ...answers].map(({ paymentId }) => paymentId))
  const [inBatches, asked, answeredFiles] = await Promise.all([
    findIn(
      db,
      batches,
      '_id',
      lines.map(({ batchId }) => batchId),
      ['state', 'fundedOn', 'handedOn'],
    ),
    findIn(
      db,
      requests,
      '_id',
      words.flatMap(({ requestId }) => requestId ?? []),
      ['answeredAt'],
    ),
    answeredAmong(
      db,
      rows.filter(({ _id }) => !told.has(_id)),
    ),
  ])
  return {
    ...{ rules, lines, answeredFiles },
    batchOf: new Map(inBatches.map((batch) => [batch._id, batch])),
    receiptsOf: grouped(answers, ({ paymentId }) => paymentId!),
    wordsOf: grouped(words, ({ paymentId }) => paymentId),
    answeredRequests: new Set(asked.flatMap(({ _id, answeredAt }) => (answeredAt === null ? [] : [_id]))),
  }
}

/**
 * Which of these rows' files the bank has answered, by the share that counts for an alert: of a file of more than a page of rows those of
 * a page tell.
 */
async function answeredAmong(db: Db, silent: readonly Payment[]): Promise<Set<string>> {
  const files = grouped(silent, ({ importId, month }) => `${importId}/${month}`)
  const answered = await Promise.all(
    [...files].map(async ([key, [first]]) => {
      const { importId, month } = first!
      const rows = await find(db, payments, { importId, month }, { limit: pageLimit, fields: ['_id'] })
      const told = await findIn(
        db,
        receipts,
        'paymentId',
        rows.map(({ _id }) => _id),
        ['paymentId'],
      )
      return new Set(told.map(({ paymentId }) => paymentId)).size >= rows.length * answeredShare ? [key] : []
    }),
  )
  return new Set(answered.flat())
}
