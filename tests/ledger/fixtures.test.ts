import { moneyErrors } from '#domain/money/money-errors'
import { sumFen } from '#domain/money/money'
import { normalisePeriod } from '#domain/time/periods'
import { blindIndex } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { claims, moneySums, type Claim } from '#store/money/claims'
import { payments, receipts, type Payment } from '#store/money/money'
import { persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { fileOf, findings, takenFiles } from '../intake/truth'
import { reconcileAll, reconcileMonths } from './reconcile'

/** The departments' files, reconciled: October to the cent, with exactly what was planted in its plan and receipt. */
let cloud: Cloud
let october: Claim[]
let rows: Payment[]
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importFile(path)
  await reconcileAll(cloud)
  october = await findEach(cloud.db, claims, { month: '2026-10' })
  rows = await findEach(cloud.db, payments, { month: '2026-10' })
}, 300_000)
afterAll(() => cloud.close())

const personOf = async (id: string) => (await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id) }))[0]!
const unplanned = findings('receipt_without_plan')[0]!.fen!
const plannedFen = fileOf(3).sumFen

/** What the plan orders and is not due, by the truth: twice, after death, on no register. */
async function notDue() {
  const twice = (findings('duplicate_payment') as never as { id: string; excess_fen: number }[])[0]!
  const dead = (findings('paid_after_death') as never as { id: string; excess_fen: number }[])[0]!
  const off = await personOf(findings('not_on_register')[0]!.id!)
  const offFen = sumFen(
    rows.filter(({ personId, programme }) => personId === off._id && programme === 'minimum-living').map(({ dueFen }) => dueFen),
  )
  return { twice: twice.excess_fen, 'after-death': dead.excess_fen, 'not-entitled': offFen }
}

test('every row of the plan is in a due, and every due balances', () => {
  expect(rows).toHaveLength(552)
  expect(sumFen(rows.map(({ dueFen }) => dueFen))).toBe(plannedFen)
  for (const one of october) {
    expect(one.dueFen).toBe(one.creditedFen + sumFen(one.outstanding.map((part) => part.fen)))
    expect(one.paidFen - one.recoveredFen).toBe(one.creditedFen + sumFen(one.surplus.map((part) => part.fen)))
  }
})

test('due, credited and outstanding of October by the truth of the files, to the cent', async () => {
  const over = await notDue()
  const overFen = Object.values(over).reduce((sum, one) => sum + one, 0)
  const { failed, success } = fileOf(4)
  const silent = findings('plan_without_receipt')[0]!.fen!
  const sum = (of: (one: Claim) => number) => october.reduce((all, one) => all + of(one), 0)
  expect(sum(({ dueFen }) => dueFen)).toBe(plannedFen - overFen)
  expect(sum(({ creditedFen }) => creditedFen)).toBe(success!.sum_fen - unplanned - overFen)
  expect(sum(({ outstanding }) => sumFen(outstanding.map((part) => part.fen)))).toBe(failed!.sum_fen + silent)
  expect(sum(({ surplus }) => sumFen(surplus.map((part) => part.fen)))).toBe(overFen)
})

test('recounted the slow way, row by row from the plan and the receipt, it is the same', async () => {
  const answers = await findEach(cloud.db, receipts, { month: '2026-10' })
  const heads = new Set(cloud.county.programmes.filter(({ paidTo }) => paidTo === 'head').map(({ id }) => id))
  const wrong = new Set(
    await Promise.all(['paid_after_death', 'not_on_register'].map(async (kind) => (await personOf(findings(kind)[0]!.id!))._id)),
  )
  const slow = new Map<string, { due: number; came: number }>()
  const seen = new Set<string>()
  for (const row of rows) {
    const owner = heads.has(row.programme) && row.householdId !== null ? row.householdId : row.personId
    const key = [row.programme, owner, normalisePeriod(row.period)].join('/')
    const sum = slow.get(key) ?? { due: 0, came: 0 }
    slow.set(key, sum)
    const again = seen.has(`${key}/${row.personId}`)
    seen.add(`${key}/${row.personId}`)
    const isDue = !again && !(wrong.has(row.personId) && row.programme === 'minimum-living')
    if (!isDue) continue
    sum.due += row.dueFen
    for (const { paymentId, state, amountFen } of answers) if (paymentId === row._id && state === 'credited') sum.came += amountFen
  }
  expect(new Map(october.map(({ claim, dueFen, creditedFen }) => [claim, { due: dueFen, came: creditedFen }]))).toEqual(slow)
})

test('what is wrong, short or missing is exactly what was planted, with its money', async () => {
  const found = october.flatMap((one) =>
    moneyErrors(one, { today: '2026-10-31', lateDays: 30 }).map((error) => ({ ...error, personId: one.personId })),
  )
  const of = (reason: string) =>
    found
      .filter((error) => error.reason === reason)
      .map(({ personId, fen }) => `${personId} ${fen}`)
      .sort()
  const planted = async (kind: string, fenOf: (one: never) => number) =>
    (await Promise.all(findings(kind).map(async (one) => `${(await personOf(one.id!))._id} ${fenOf(one as never)}`))).sort()
  const over = await notDue()
  expect(of('twice')).toEqual(await planted('duplicate_payment', ({ excess_fen }: { excess_fen: number }) => excess_fen))
  expect(of('after-death')).toEqual(await planted('paid_after_death', ({ excess_fen }: { excess_fen: number }) => excess_fen))
  expect(of('not-entitled')).toEqual(await planted('not_on_register', () => over['not-entitled']))
  expect(of('refused')).toEqual(await planted('bank_failed', ({ fen }: { fen: number }) => fen))
  expect(of('unanswered')).toEqual(await planted('plan_without_receipt', ({ fen }: { fen: number }) => fen))
  expect(found).toHaveLength(1 + 1 + 1 + 5 + 1)
})

test('money that the bank moved and no plan knows is told beside', async () => {
  const lines = await find(cloud.db, receipts, { month: '2026-10', paymentId: null, state: 'credited' })
  expect(lines.map(({ amountFen }) => amountFen)).toEqual([unplanned])
})

test('the sums of programmes and towns are those of the dues', async () => {
  const sums = await findEach(cloud.db, moneySums, { month: '2026-10' })
  for (const { programme, townCode, dueFen, creditedFen, outstandingFen, claims: number } of sums) {
    const own = october.filter((one) => one.programme === programme && one.townCode === townCode)
    expect(own).toHaveLength(number)
    expect(dueFen).toBe(sumFen(own.map((one) => one.dueFen)))
    expect(dueFen).toBe(creditedFen + sumFen(Object.values(outstandingFen)))
  }
  expect(sumFen(sums.map(({ dueFen }) => dueFen))).toBe(sumFen(october.map(({ dueFen }) => dueFen)))
  expect(sums.every(({ townCode }) => townCode === '' || cloud.county.towns.some(({ code }) => code === townCode))).toBe(true)
})

test('reconciled again, nothing is written anew', async () => {
  const before = await findEach(cloud.db, claims, {})
  await reconcileAll(cloud)
  await reconcileMonths(cloud, '2026-10')
  expect(await findEach(cloud.db, claims, {})).toEqual(before)
})
