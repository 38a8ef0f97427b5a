import { randomUUID } from 'node:crypto'
import { claimKey } from '#domain/money/claims'
import { fen } from '#domain/money/money'
import type { LineState } from '#domain/work/batch-lines'
import { insert, insertMany } from '#store/db/write'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { payments } from '#store/money/money'
import { blindIndex, seal } from '#kernel/seal/seal'
import { aContact, aHousehold } from '../harness/people'
import type { Cloud } from '../harness/cloud'

const town = '330328102'
export const village = '330328102201'
export const otherVillage = '330328102202'

/** A batch of October that the bank has answered. */
export async function aBatch({ db }: Cloud, over: Partial<Batch> = {}): Promise<Batch> {
  const batch: Batch = {
    ...{ _id: randomUUID(), name: '2026-10 民政局 第1批', state: 'answered', open: true, source: { from: 'entitlements' } },
    ...{ agencyId: 'civil-affairs', bankId: 'rcb', programmes: ['minimum-living'], month: '2026-10', fundedOn: '2026-10-08' },
    ...{ overlap: { lines: 0, fen: fen(0), batches: [] }, differs: { added: 0, gone: 0, changed: 0, fen: fen(0) }, round: 1, file: null },
    ...{ totals: { lines: 0, fen: fen(0) }, undecided: 0, since: '2026-10-15', draftedBy: 'a', submittedBy: 'a' },
    ...{ approvedBy: 'b', approvedOn: '2026-10-10', drafter: '县民政局的工作人员', approver: '县民政局的一把手', resetAskedBy: null },
    ...{ handedOn: '2026-10-12', fileDigest: 'f'.repeat(64), closedOn: null, turn: 5, ...over },
  }
  await insert(db, batches, batch)
  return batch
}

const aLine = ({ _id: batchId, agencyId, month }: Batch, n: number, over: Partial<BatchLine> = {}): BatchLine => ({
  ...{ _id: `${batchId}-${n}`, digest: 'd', batchId, n, paymentId: `${batchId}-p${n}`, key: `${batchId}-${n}`, claim: `c${n}` },
  ...{ personId: `person-${n}`, householdId: `home-${n}`, townCode: town, villageCode: village, forWhom: null },
  ...{
    programme: 'minimum-living',
    period: '2026年10月',
    month,
    amountFen: fen(76200),
    accountName: '陈阿公',
    cardSealed: '',
    cardIndex: '',
  },
  ...{ state: 'credited' as LineState, since: '2026-10-15', flags: [], decided: null, reissueOf: null, reissuedAs: null },
  ...{ creditedFen: fen(76200), recoveredFen: fen(0), receiptIds: [], bankWords: null, mendAskedBy: null },
  ...{ agencyId, serial: n, firstRound: 1, round: 1, settled: false, giveUpAskedBy: null, recoverAskedBy: null, mendSealed: null, turn: 1 },
  ...over,
})

/** So many credited lines of nobody in particular. */
export const addLines = ({ db }: Cloud, batch: Batch, count: number, over: (n: number) => Partial<BatchLine> = () => ({})): Promise<void> =>
  insertMany(
    db,
    batchLines,
    Array.from({ length: count }, (_, i) => aLine(batch, i + 1, over(i + 1))),
  )

/** A credited line of a household that is there, with its plan row and a phone to be called by. */
export async function aLineOf(cloud: Cloud, batch: Batch, n: number, at = village) {
  const { db, keys, county } = cloud
  const home = await aHousehold(cloud, { villageCode: at, townCode: at.slice(0, 9), headName: `程阿${n}` })
  await aContact(cloud, home.headId, '16000000001')
  const [paymentId, card] = [randomUUID(), `6200000${n}`]
  const whose = { programme: 'minimum-living', personId: home.headId, householdId: home._id, period: '2026年10月' }
  const sealed = { cardSealed: seal(keys, card), cardIndex: blindIndex(keys, 'card', card) }
  await insert(db, payments, {
    ...{ _id: paymentId, digest: 'd', ...whose, forWhom: null, month: '2026-10', dueFen: fen(76200), accountName: home.headName },
    ...{ ...sealed, importId: 'test', importedAt: '2026-10-01T00:00:00.000Z' },
  })
  const claim = claimKey(new Map(county.programmes.map((one) => [one.id, one])), whose)
  const line = aLine(batch, n, { ...whose, ...sealed, paymentId, claim, villageCode: at, townCode: at.slice(0, 9) })
  await insert(db, batchLines, line)
  return { home, line, paymentId }
}
