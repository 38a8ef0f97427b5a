import fc from 'fast-check'
import { claimsOf } from '#affairs/ledger/claims-of'
import { reconciling } from '#affairs/ledger/reconciling'
import { windowOf } from '#affairs/ledger/windows'
import { fen, sumFen } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import type { AtWork } from '#kernel/jobs/kind'
import { findById, findEach } from '#store/db/read'
import { insertMany, remove, update } from '#store/db/write'
import { batchLines } from '#store/money/batches'
import { claims, moneySums, type Claim } from '#store/money/claims'
import { entitlements } from '#store/money/entitlements'
import { payments, receipts, type Payment } from '#store/money/money'
import { persons } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { aHousehold } from '../harness/people'
import { anAnswer, aPerson, aRow, aRule, headOf } from './plant'
import { reconcileMonths } from './reconcile'

/** The job that reconciles a month: whole in pages, the same however often, wherever it is cut off, and nothing stays that is no more. */
let cloud: Cloud
beforeAll(async () => (cloud = await startCloud()), 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  for (const one of [payments, receipts, entitlements, batchLines, claims, moneySums, persons])
    await remove(cloud.db, one as typeof claims, {})
})

const at = (): AtWork => ({ ...environment(), moment: now() })
const kept = () => findEach(cloud.db, claims, {})
const sumOf = async (month: Month) =>
  (await findEach(cloud.db, moneySums, { month })).map(({ claims: count, dueFen, creditedFen }) => [count, dueFen, creditedFen])
const undated = (list: Claim[]) => list.map((one) => ({ ...one, reconciledAt: '' })).sort((a, b) => (a._id < b._id ? -1 : 1))

test('refused in October and sent again in November: one due, counted in October, once', async () => {
  const home = headOf(await aHousehold(cloud))
  await anAnswer(cloud, await aRow(cloud, home), { state: 'failed' })
  await reconcileMonths(cloud, '2026-10')
  expect(await kept()).toMatchObject([{ month: '2026-10', outstanding: [{ reason: 'refused', fen: 57000 }] }])
  await anAnswer(cloud, await aRow(cloud, home, { month: '2026-11', period: '2026年10月' }))
  await reconcileMonths(cloud, '2026-11')
  expect(await kept()).toMatchObject([{ month: '2026-10', dueFen: 57000, creditedFen: 57000, outstanding: [], creditedOn: '2026-11-15' }])
  expect([await sumOf('2026-10'), await sumOf('2026-11')]).toEqual([[[1, 57000, 57000]], []])
})

test('whoever heads the household, its money is one due; two entries of one person are one', async () => {
  const home = await aHousehold(cloud)
  const [wife, again] = [await aPerson(cloud, { householdId: home._id }), await aPerson(cloud, {})]
  await anAnswer(cloud, await aRow(cloud, headOf(home)), { state: 'failed' })
  await aRow(cloud, { personId: wife._id, householdId: home._id }, { month: '2026-11', period: '2026年10月' })
  await aRow(cloud, { personId: wife._id, householdId: null }, { programme: 'disability-care' })
  await aRow(cloud, { personId: again._id, householdId: null }, { programme: 'disability-care' })
  await update(cloud.db, persons, { _id: again._id }, { $set: { sameAs: wife._id } })
  await reconcileMonths(cloud, '2026-10', '2026-11')
  const found = await kept()
  expect(found.map(({ programme, dueFen }) => [programme, dueFen]).sort()).toEqual([
    ['disability-care', 57000],
    ['minimum-living', 57000],
  ])
})

test('a person’s due is one due wherever they lived when it was planned', async () => {
  const [from, to] = [await aHousehold(cloud), await aHousehold(cloud)]
  const person = await aPerson(cloud, { householdId: to._id })
  await aRow(cloud, { personId: person._id, householdId: from._id }, { programme: 'disability-care' })
  await aRule(cloud, { personId: person._id, householdId: to._id }, { programme: 'disability-care', townCode: to.townCode })
  await reconcileMonths(cloud, '2026-10')
  expect(await kept()).toMatchObject([{ householdId: to._id, dueFen: 57000, outstanding: [{ reason: 'planned' }] }])
  expect(await sumOf('2026-10')).toEqual([[1, 57000, 0]])
})

test('what no record stands behind any more goes, and its sum with it', async () => {
  const home = headOf(await aHousehold(cloud))
  const row = await aRow(cloud, home)
  await aRow(cloud, { personId: (await aPerson(cloud))._id, householdId: null }, { programme: 'disability-living' })
  await reconcileMonths(cloud, '2026-10')
  expect(await kept()).toHaveLength(2)
  await remove(cloud.db, payments, { _id: row._id })
  await reconcileMonths(cloud, '2026-10')
  expect((await kept()).map(({ programme }) => programme)).toEqual(['disability-living'])
  expect(await findEach(cloud.db, moneySums, {})).toHaveLength(1)
  await remove(cloud.db, payments, {})
  await reconcileMonths(cloud, '2026-10')
  expect([await kept(), await findEach(cloud.db, moneySums, {})]).toEqual([[], []])
})

/** Some thousands of rows of hundreds of households and people, most of them answered. */
async function aMonth(count: number): Promise<Payment[]> {
  const sample = { ...(await aRow(cloud, { personId: 'x', householdId: null })) }
  await remove(cloud.db, payments, {})
  const rows = Array.from({ length: count }, (_, i): Payment => {
    const inHome = i % 3 !== 0
    const programme = ['minimum-living', 'disability-care', 'disability-living', 'farmland'][i % 4]!
    return {
      ...sample,
      _id: `row${i}`,
      programme,
      personId: `person${i % 900}`,
      householdId: inHome ? `home${i % 350}` : null,
      dueFen: fen(1000 + (i % 77)),
    }
  })
  await insertMany(cloud.db, payments, rows)
  const answered = rows.filter((_, i) => i % 10 !== 0)
  const receipt = await anAnswer(cloud, sample)
  await remove(cloud.db, receipts, {})
  await insertMany(
    cloud.db,
    receipts,
    answered.map(({ _id, dueFen }, i) => ({
      ...receipt,
      _id: `r${i}`,
      paymentId: _id,
      amountFen: dueFen,
      state: i % 13 === 0 ? 'failed' : 'credited',
    })),
  )
  return rows
}

test('a month of many pages: every row is in one due, and paid is what the receipts say', async () => {
  const rows = await aMonth(3500)
  await reconcileMonths(cloud, '2026-10')
  const found = await kept()
  const paidFen = sumFen((await findEach(cloud.db, receipts, { state: 'credited' })).map(({ amountFen }) => amountFen))
  expect(sumFen(found.map((one) => one.paidFen))).toBe(paidFen)
  const heads = new Set(cloud.county.programmes.filter(({ paidTo }) => paidTo === 'head').map(({ id }) => id))
  const owners = new Set(
    rows.map(
      ({ programme, personId, householdId }) => `${programme}/${heads.has(programme) && householdId !== null ? householdId : personId}`,
    ),
  )
  expect(found).toHaveLength(owners.size)
  const sums = await findEach(cloud.db, moneySums, {})
  expect(sumFen(sums.map(({ dueFen }) => dueFen))).toBe(sumFen(found.map(({ dueFen }) => dueFen)))
  expect(sums.reduce((all, { claims: count }) => all + count, 0)).toBe(found.length)
}, 60_000)

test('of one household at once it is what the whole county’s job wrote', async () => {
  await aMonth(600)
  await reconcileMonths(cloud, '2026-10')
  for (const id of ['home1', 'home2', 'home77']) {
    const live = await claimsOf(at(), id, '2026-01')
    expect(live.length).toBeGreaterThan(0)
    for (const one of live)
      expect({ ...one, reconciledAt: '' }).toEqual({ ...(await findById(cloud.db, claims, one._id))!, reconciledAt: '' })
  }
}, 60_000)

test('cut off after any write and begun again at the chunk where it was, it comes to the same', async () => {
  await aMonth(60)
  await reconcileMonths(cloud, '2026-10')
  const [whole, sums] = [undated(await kept()), await findEach(cloud.db, moneySums, {})]
  const clean = (list: typeof sums) => list.map((sum) => ({ ...sum, reconciledAt: '' }))
  let cuts = 0
  for (let writes = 0, done = false; !done; writes++) {
    await remove(cloud.db, claims, {})
    await remove(cloud.db, moneySums, {})
    const killed = { ...at(), db: failingAfter(cloud.db, writes) }
    let cursor: object | null = null
    let isCut = false
    for (let ended = false; !ended;) {
      const job = { id: 'x', input: { month: '2026-10' as const }, cursor: cursor as never }
      try {
        const chunk = await reconciling.chunk(isCut ? at() : killed, job)
        if ('result' in chunk) ended = true
        else cursor = chunk.next
      } catch {
        isCut = true
        cuts++
      }
    }
    done = !isCut
    expect(undated(await kept())).toEqual(whole)
    expect(clean(await findEach(cloud.db, moneySums, {}))).toEqual(clean(sums))
  }
  expect(cuts).toBeGreaterThan(4)
}, 120_000)

test('windows give each owner once, with all that is theirs, whatever the lists and the size', async () => {
  const owner = fc.integer({ min: 0, max: 12 }).map((n) => `h${String(n).padStart(2, '0')}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(owner, { maxLength: 25 }),
      fc.array(owner, { maxLength: 25 }),
      fc.integer({ min: 4, max: 8 }),
      async (a, b, size) => {
        // More of one owner than a page holds is none of this: a household has few records a month.
        const few = (list: string[]) => list.filter((one, i) => list.slice(0, i).filter((other) => other === one).length < size - 1)
        const [rows, rules] = [few(a), few(b)]
        await remove(cloud.db, payments, {})
        await remove(cloud.db, claims, {})
        const doc = (householdId: string, i: number) => ({ _id: `${i}`, month: '2026-10', householdId, personId: 'p' }) as never
        await insertMany(cloud.db, payments, rows.map(doc))
        await insertMany(cloud.db, claims, rules.map(doc))
        const met: string[][] = [[], []]
        let after: string | undefined = ''
        let last = ''
        while (after !== undefined) {
          const window: Awaited<ReturnType<typeof windowOf<[Payment[], Claim[]]>>> = await windowOf<[Payment[], Claim[]]>(
            cloud.db,
            { month: '2026-10', whose: 'householdId', after },
            [payments, claims],
            size,
          )
          window.lists.forEach((list, i) => met[i]!.push(...list.map(({ householdId }) => householdId!)))
          const owners = window.lists.flat().map(({ householdId }) => householdId!)
          expect(owners.every((one) => one > last)).toBe(true)
          last = owners.sort().at(-1) ?? last
          after = window.last
        }
        expect(met.map((list) => list.sort())).toEqual([rows.sort(), rules.sort()])
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)
