import { createHash, randomUUID } from 'node:crypto'
import { claimKey } from '#domain/money/claims'
import { fen } from '#domain/money/money'
import { sayPeriod } from '#domain/time/list-periods'
import type { Month } from '#domain/time/dates'
import { insert } from '#store/db/write'
import { batches, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { confirmations, type Confirmation } from '#store/money/confirmations'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import { payments, receipts, type Payment, type Receipt } from '#store/money/money'
import { persons, type Household, type Person } from '#store/people/register'
import type { Cloud } from '../harness/cloud'

/** Records of money as they stand in the database, planted one by one: what made them is tested elsewhere. */

const importedAt = '2026-10-08T02:00:00.000Z'
const importId = 'plan'

export async function aPerson({ db }: Cloud, over: Partial<Person> = {}): Promise<Person> {
  const _id = randomUUID()
  const person: Person = {
    ...{ _id, digest: 'd', name: '蓝小宝', idSealed: '', idIndex: _id, sex: '男', birth: '1980-05-02' },
    ...{ householdId: null, relation: null, onRegister: true, importedAt, ...over },
  }
  await insert(db, persons, person)
  return person
}

type Whose = { personId: string; householdId: string | null }
export const headOf = ({ _id, headId }: Pick<Household, '_id' | 'headId'>): Whose => ({ personId: headId, householdId: _id })

export async function aRow({ db }: Cloud, whose: Whose, over: Partial<Payment> = {}): Promise<Payment> {
  const month: Month = over.month ?? '2026-10'
  const row: Payment = {
    ...{ _id: randomUUID(), digest: 'd', ...whose, forWhom: null, programme: 'minimum-living', month, period: sayPeriod(month) },
    ...{ dueFen: fen(57000), accountName: '陈阿公', cardSealed: '', cardIndex: '', saidOn: `${month}-08` as never },
    ...{ importId, importedAt, sheet: '10月', row: 12, ...over },
  }
  await insert(db, payments, row)
  return row
}

export async function anAnswer({ db }: Cloud, { _id, householdId, month, dueFen }: Payment, over: Partial<Receipt> = {}): Promise<Receipt> {
  const receipt: Receipt = {
    ...{ _id: randomUUID(), digest: 'd', paymentId: _id, householdId, month, cardIndex: '', amountFen: dueFen, state: 'credited' },
    ...{ code: '0000', text: '交易成功', postedOn: `${month}-15` as never, importId: 'receipt', importedAt, ...over },
  }
  await insert(db, receipts, receipt)
  return receipt
}

export async function aRule({ db, county }: Cloud, whose: Whose, over: Partial<Entitlement> = {}): Promise<Entitlement> {
  const at = { programme: 'minimum-living', period: '2026-10' as const, ...whose, ...over }
  const claim = claimKey(new Map(county.programmes.map((one) => [one.id, one])), { ...at, period: sayPeriod(at.period) })
  const rule: Entitlement = {
    ...{ _id: createHash('sha256').update(claim).digest('hex').slice(0, 32), claim, ...at, month: '2026-10', forWhom: null },
    ...{
      townCode: '',
      villageCode: '',
      dueFen: fen(57000),
      why: '低保户，月保障金 570 元',
      rule: { source: '民政〔2021〕1号', from: '2021-07-01' },
    },
    ...{ records: [], former: [], computedAt: importedAt, ...over },
  }
  await insert(db, entitlements, rule)
  return rule
}

export async function aBatch({ db }: Cloud, over: Partial<Batch> = {}): Promise<Batch> {
  const batch = {
    ...{ _id: randomUUID(), name: '2026-10 县民政局 第1批', state: 'sent', open: true, source: { from: 'entitlements' } },
    ...{ agencyId: 'civil-affairs', bankId: 'rcb', programmes: ['minimum-living'], month: '2026-10', fundedOn: '2026-10-01' },
    ...{ handedOn: '2026-10-12', totals: { lines: 1, fen: fen(57000) }, undecided: 0, since: '2026-10-12', turn: 4, ...over },
  } as Batch
  await insert(db, batches, batch)
  return batch
}

export async function aLine({ db }: Cloud, { _id: batchId }: Batch, row: Payment, over: Partial<BatchLine> = {}): Promise<BatchLine> {
  const _id = randomUUID()
  const line = {
    ...{ _id, digest: 'd', batchId, agencyId: 'civil-affairs', n: 1, serial: 1, round: 1, paymentId: row._id, key: _id, claim: '' },
    ...{ personId: row.personId, householdId: row.householdId, townCode: '', villageCode: '', forWhom: null },
    ...{ programme: row.programme, period: row.period, month: row.month, amountFen: row.dueFen, accountName: '陈阿公' },
    ...{ cardSealed: '', cardIndex: '', state: 'planned', since: '2026-10-12', flags: [], decided: null, reissueOf: null },
    ...{ reissuedAs: null, creditedFen: fen(0), recoveredFen: fen(0), receiptIds: [], bankWords: null, settled: false },
    ...{ mendAskedBy: null, giveUpAskedBy: null, recoverAskedBy: null, mendSealed: null, turn: 1, ...over },
  } as BatchLine
  await insert(db, batchLines, line)
  return line
}

export async function aWord(
  { db }: Cloud,
  row: Payment,
  said: Confirmation['said'],
  over: Partial<Confirmation> = {},
): Promise<Confirmation> {
  const word = {
    ...{ _id: randomUUID(), paymentId: row._id, n: 0, claim: '', personId: row.personId, householdId: row.householdId },
    ...{
      programme: row.programme,
      month: row.month,
      said,
      cameFen: null,
      by: 'own',
      requestId: null,
      at: '2026-10-20T02:00:00.000Z',
      ...over,
    },
  } as Confirmation
  await insert(db, confirmations, word)
  return word
}
