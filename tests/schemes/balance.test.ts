import * as fc from 'fast-check'
import { bookTotals } from '#domain/money/scheme-book'
import { findEach } from '#store/db/read'
import { memberships, schemeEvents, type Membership } from '#store/work/schemes'
import { loadBook } from '#affairs/schemes/book'
import { findNamedScheme } from '#affairs/schemes/every'
import { now } from '#kernel/call/clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { on, refusal, theDesk, type Desk } from './desk'

/** Whatever officers do in whatever order, allowed or not: no 分 of principal or dividend is made or lost, and the page counts its rows. */
let cloud: Cloud
let desk: Desk
beforeAll(async () => {
  on('2026-06-01')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
afterEach(() => jest.useRealTimers())

const amount = fc.integer({ min: 1, max: 900_000 })
const step = fc.oneof(
  amount.map((fen) => ({ does: 'share' as const, fen })),
  amount.map((fen) => ({ does: 'back' as const, fen })),
  amount.map((fen) => ({ does: 'correct' as const, fen })),
  amount.map((fen) => ({ does: 'dividend' as const, fen })),
  fc
    .constantFrom(...(['asks', 'approve', 'refuse', 'withdraw', 'back all', 'join', 'sign'] as const))
    .map((does) => ({ does, fen: 500_000 })),
)

test('in any sequence', async () => {
  let serial = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      on('2026-06-01')
      const name = `随机${++serial}号`
      const id = await desk.scheme(name)
      const { id: member, _id, idNumber } = await desk.member(id)
      let listed = 0
      for (const { does, fen } of steps) {
        const said = refusal(
          does === 'share'
            ? desk.ask('shareMember', { id: member, on: '2026-06-01', amountFen: fen, words: '收据' + '一号' })
            : does === 'correct'
              ? desk.ask('correctMember', {
                  id: member,
                  at: fen % 3,
                  on: '2026-06-01',
                  amountFen: fen % 7 === 0 ? 0 : fen,
                  words: '记错了数',
                })
              : does === 'back'
                ? desk.back(member, fen, '2026-06-01')
                : does === 'back all'
                  ? desk.read(member).then(({ row }) => desk.back(member, row.standingFen, '2026-06-01'))
                  : does === 'asks'
                    ? desk.asks(member)
                    : does === 'approve' || does === 'refuse'
                      ? desk.decide(member, does)
                      : does === 'withdraw'
                        ? desk.ask('withdrawMember', { id: member, words: '不退了，撤回' })
                        : does === 'join'
                          ? desk.ask('joinScheme', { id, grantId: desk.grant._id, idNumber, words: '还要入股' })
                          : does === 'sign'
                            ? desk.ask('signMember', { id: member, on: '2026-06-01', amountFen: fen, words: '协议第二号' })
                            : desk.listed(name, _id, 2024 + (listed++ % 3), fen),
        )
        // What cannot be done says so in words, and never breaks.
        expect(await said).toMatch(/^done$|^(bad-input|not-allowed|not-found): /)
      }
      await holds(id, member)
    }),
    { numRuns: 10 },
  )
}, 120_000)

async function holds(id: string, member: string) {
  const stored = (await findEach(cloud.db, memberships, { _id: member }))[0]!
  const history = (await findEach(cloud.db, schemeEvents, { aboutId: member })).sort((a, b) => a.n - b.n)
  // The slow way: from what happened.
  const sum = (...acts: string[]) =>
    history.filter(({ act }) => acts.includes(act)).reduce((all, { amountFen }) => all + (amountFen ?? 0), 0)
  expect([stored.inFen, stored.returnedFen]).toEqual([sum('approve'), sum('return')])
  expect(history.map(({ n }) => n)).toEqual(history.map((_, i) => i + 1))
  expect(history.at(-1)).toMatchObject({ n: stored.turn, to: stored.state })
  checkEarning(stored)
  const on = { ...cloud, moment: now() }
  const { lines } = await loadBook(on, (await findNamedScheme(on, id))!)
  for (const line of lines) {
    expect(line.inFen).toBe(line.returnedFen + line.standingFen)
    expect(line.standingFen).toBeGreaterThanOrEqual(0)
    for (const year of line.years) expect(year.dueFen + year.surplusFen).toBe(year.paidFen + year.outstandingFen)
  }
  const totals = bookTotals(lines)
  expect(totals.inFen).toBe(totals.returnedFen + totals.standingFen)
  for (const year of totals.years) expect(year.dueFen + year.surplusFen).toBe(year.paidFen + year.outstandingFen)
  const { row } = await desk.page(id)
  const counted = ['in', 'agreed', 'joined', 'listed', 'waiting', 'returning', 'left', 'untold'] as const
  for (const view of counted) expect([view, (await desk.rows(id, view)).length]).toEqual([view, row.totals[view]])
}

/** What earns is what stands, until the leaving is approved. */
function checkEarning({ capital, inFen, returnedFen, state }: Membership) {
  const earning = capital.reduce((all, { fen }) => all + fen, 0)
  expect(earning).toBe(['returning', 'left'].includes(state) ? 0 : inFen - returnedFen)
}
