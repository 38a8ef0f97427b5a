import type { PublicFigures } from '#contract/bulletin/actions'
import { destroyReports } from '#functions/patrol/destroy-reports'
import { environment } from '#kernel/call/environment'
import { now } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import type { Db } from '#store/db/collection'
import { count, find } from '#store/db/read'
import { reportParts } from '#store/reports/parts'
import { reportTallies } from '#store/reports/tallies'
import { countNewReports, reportFigures } from '#store/reports/figures'
import { reports } from '#store/reports/reports'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { random } from '../sealing/people'
import { aHolder, phone, sealedBy } from './a-reporter'
import { anOffice, type Office } from './an-office'

jest.setTimeout(120_000)
let cloud: Cloud
let county: Office
const { report, followUp, sendParts } = phone(() => cloud)
beforeAll(async () => {
  onlyTheClockIsFake('2026-12-20T02:00:00Z')
  cloud = await startCloud()
  county = await anOffice(cloud, 'county')
})
afterEach(() => jest.useRealTimers())
afterAll(() => cloud.close())
const day = (date: string) => onlyTheClockIsFake(`${date}T02:00:00Z`)
const figures = async (year: string) => {
  const { received, closed, outcomes, ...spam } = await reportFigures(cloud.db, year, '2099-01-01')
  return {
    received,
    closed,
    ...spam,
    ...Object.fromEntries(outcomes.filter((one) => one.count > 0).map((one) => [one.outcome, one.count])),
  }
}
const tidy = () => cloud.operate<{ destroyed: number }>('tidy', {}, 'patrol')
/** As the timer's call, on a database that fails. */
const destroyOn = (db: Db) => destroyReports({ ...environment(), db, moment: now() } as On)
const left = async () => [await count(cloud.db, reports, {}), await count(cloud.db, reportParts, {})]

/** A report with a photo, and one in a further message, closed today. */
async function closedReport(outcome = 'true') {
  const holder = await aHolder()
  await report(holder, {}, { photos: [random(5)] })
  await followUp(holder, '还有', { photos: [random(5)] })
  const { id } = (await county.inbox()).find(({ state }) => state === 'new')!
  await county.accept(id)
  await county.close(id, outcome)
  return { id, holder }
}

test('figures of a year count what was received and what was closed in it, spam for itself; destroyed or not, they stay', async () => {
  day('2026-12-20')
  await closedReport()
  await closedReport('unclear')
  const holder = await aHolder()
  await report(holder)
  const over = (await county.inbox())[0]!.id
  await report(await aHolder())
  await county.spam((await county.inbox()).find(({ id }) => id !== over)!.id)
  expect(await countNewReports(cloud.db, 'county')).toBe(1)
  day('2027-01-05')
  await county.accept(over)
  await county.close(over, 'untrue')
  const [first, second] = [
    { received: 3, closed: 2, spam: 1, true: 1, unclear: 1 },
    { received: 0, closed: 1, untrue: 1 },
  ]
  expect([await figures('2026'), await figures('2027'), await figures('2028')]).toEqual([first, second, { received: 0, closed: 0 }])
  expect(await tidy()).toMatchObject({ destroyed: 1 })
  day('2027-06-18')
  expect(await tidy()).toMatchObject({ destroyed: 2 })
  expect([await figures('2026'), await figures('2027')]).toEqual([first, second])
  day('2027-07-04')
  expect(await tidy()).toMatchObject({ destroyed: 1 })
  expect(await left()).toEqual([0, 0])
  expect([await figures('2026'), await figures('2027')]).toEqual([first, second])
  expect(await tidy()).toMatchObject({ destroyed: 0 })
  expect((await find(cloud.db, reportTallies, {})).map((tally) => [tally._id, tally.count, tally.counting]).sort()).toEqual([
    ['2026/2026/county//spam', 1, []],
    ['2026/2026/county/false-claim/true', 1, []],
    ['2026/2026/county/false-claim/unclear', 1, []],
    ['2026/2027/county/false-claim/untrue', 1, []],
  ])
})

test('killed anywhere and run again, it ends with all destroyed and each counted once; the figures are right at every moment', async () => {
  const before = await figures('2028')
  expect(before).toEqual({ received: 0, closed: 0 })
  for (let writes = 0; writes < 12; writes++) {
    day('2028-02-01')
    await closedReport()
    await closedReport('partly')
    const all = { received: 2 * writes + 2, closed: 2 * writes + 2, true: writes + 1, partly: writes + 1 }
    expect(await figures('2028')).toEqual(all)
    day('2028-12-01')
    await destroyOn(failingAfter(cloud.db, writes)).then(
      () => undefined,
      (error: Error) => expect(error.message).toBe('cut off'),
    )
    expect(await figures('2028')).toEqual(all)
    await tidy()
    expect(await figures('2028')).toEqual(all)
    expect(await left()).toEqual([0, 0])
  }
  expect((await find(cloud.db, reportTallies, { receivedIn: '2028' })).map(({ count: many, counting }) => [many, counting])).toEqual([
    [12, []],
    [12, []],
  ])
})

test('parts whose message never came go after a week; those of a report that is there stay', async () => {
  day('2029-03-01')
  const holder = await aHolder()
  const sealed = await report(holder, {}, { photos: [random(5)] })
  const never = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5), random(6)] })
  await sendParts(never)
  day('2029-03-07')
  await tidy()
  expect(await count(cloud.db, reportParts, {})).toBe(15)
  day('2029-03-08')
  await tidy()
  expect((await find(cloud.db, reportParts, {})).map(({ message }) => message)).toEqual(Array(5).fill(sealed.id))
  day('2031-03-08')
  expect(await tidy()).toMatchObject({ destroyed: 0 })
  expect(await count(cloud.db, reportParts, {})).toBe(5)
})

test('the public’s figure counts what came up to yesterday: whoever watches it sees no report come', async () => {
  day('2032-05-03')
  const received = async () => (await cloud.call<PublicFigures>('bulletin', 'figures', {})).reports.received
  await report(await aHolder())
  expect(await received()).toBe(0)
  day('2032-05-04')
  await report(await aHolder())
  expect(await received()).toBe(1)
})
