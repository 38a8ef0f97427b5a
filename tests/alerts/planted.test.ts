import { alerts } from '#store/work/alerts'
import { detectors, type DetectorName } from '#domain/alerts/detectors/all'
import { blindIndex } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { awards } from '#store/money/awards'
import { pairings } from '#store/people/helpers'
import { payments, receipts } from '#store/money/money'
import { households, persons } from '#store/people/register'
import { medicalBills } from '#store/people/medical'
import { statements } from '#store/people/statements'
import { vitalEvents } from '#store/people/vital'
import { projects } from '#store/work/projects'
import { startCloud, type Cloud } from '../harness/cloud'
import { findings, takenFiles } from '../intake/truth'

/** The departments' files with what was planted in them: the alerts are exactly that. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importFile(path)
  for (const action of ['ledger', 'alerts'])
    for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>(action, {}, 'patrol'))
}, 300_000)
afterAll(() => cloud.close())

const raised = (detector: DetectorName) => findEach(cloud.db, alerts, { detector })
const personOf = async (id: string) => (await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id) }))[0]!
/** The truth has the limit in the name; here it is the pack's. */
const trueName: Partial<Record<DetectorName, string>> = {
  household_self_paid_over: 'household_self_paid_over_30000',
  award_not_planned: 'missing_payment',
}
/** The truth calls both missing: what the register says, and what another department's list says. */
const isOther = (detector: DetectorName, { at }: ReturnType<typeof findings>[number]): boolean =>
  (detector === 'missing_payment' && !at[0]!.file.startsWith('民政局')) ||
  (detector === 'award_not_planned' && at[0]!.file.startsWith('民政局'))
/** What is planted in files that are taken in. */
const planted = (kind: DetectorName) => findings(trueName[kind] ?? kind).filter((one) => !isOther(kind, one))

/** Rows that were sent back are no finding about anybody, and that few cadres share these households was not planted: both below. */
const toldBelow: DetectorName[] = ['rows_sent_back', 'too_many_households']
const aboutFacts = (Object.keys(detectors) as DetectorName[]).filter((name) => !toldBelow.includes(name))

describe.each(aboutFacts)('%s', (detector) => {
  test('as often as planted, and no more', async () => expect(await raised(detector)).toHaveLength(planted(detector).length))

  test('about whom it was planted', async () => {
    const found = (await raised(detector)).map(({ subject }) => `${subject.kind} ${subject.id}`)
    for (const { id, card, project_no: number } of planted(detector)) {
      const person = id ? await personOf(id) : undefined
      const line = card ? (await find(cloud.db, receipts, { cardIndex: blindIndex(cloud.keys, 'card', card) }))[0] : undefined
      const project = number ? (await find(cloud.db, projects, { number }))[0] : undefined
      expect(found).toEqual(
        expect.arrayContaining([
          expect.stringMatching(
            new RegExp(`${person?._id ?? '-'}|${person?.householdId ?? '-'}|${line?._id ?? '-'}|${project?._id ?? '-'}`),
          ),
        ]),
      )
    }
  })
})

test('with the money that it is about', async () => {
  const [twice, mismatch, missing] = [findings('duplicate_payment'), findings('amount_mismatch'), findings('missing_payment')] as never as {
    excess_fen: number
    plan_fen: number
    register_fen: number
    due_fen: number
  }[][]
  expect((await raised('duplicate_payment')).map(({ amountFen }) => amountFen)).toEqual([twice![0]!.excess_fen])
  expect((await raised('amount_mismatch')).map(({ amountFen }) => amountFen)).toEqual([mismatch![0]!.plan_fen - mismatch![0]!.register_fen])
  expect((await raised('missing_payment')).map(({ amountFen }) => amountFen)).toEqual([missing![0]!.due_fen])
})

test('each cadre of these files who has more than the county’s twelve households', async () => {
  const homes = new Map<string, Set<string>>()
  for (const { workerId, householdId } of await findEach(cloud.db, pairings, { householdId: { $ne: null } }))
    homes.set(workerId, (homes.get(workerId) ?? new Set()).add(householdId!))
  const many = [...homes].filter(([, theirs]) => theirs.size > 12).map(([workerId]) => workerId)
  expect(many.length).toBeGreaterThan(0)
  expect((await raised('too_many_households')).map(({ subject }) => subject.id).sort()).toEqual(many.sort())
})

test('rows that were sent back are one alert a file and reason', async () => {
  const expected = takenFiles.flatMap(({ rejected }) => [...new Set(rejected.map(({ reason }) => reason))])
  expect((await raised('rows_sent_back')).map(({ cause }) => cause).sort()).toEqual(expected.sort())
})

test('no alert says a name or a number of a person', async () => {
  const [people, names] = [await findEach(cloud.db, persons, {}), await findEach(cloud.db, households, {}, ['headName'])]
  const all = new Set([...people.map(({ name }) => name), ...names.map(({ headName }) => headName)])
  for (const { parts } of await findEach(cloud.db, alerts, {}))
    for (const { why } of parts) {
      expect([...all].filter((name) => why.includes(name))).toEqual([])
      expect(why).not.toMatch(/\d{15}|\d{17}[\dX]/)
    }
})

test('every alert rests on records that are there', async () => {
  for (const { parts } of await findEach(cloud.db, alerts, {})) {
    const ids = parts.flatMap(({ records }) => records.map(({ id }) => id))
    const there = await Promise.all(
      [payments, awards, receipts, households, persons, vitalEvents, medicalBills, projects, statements].map((of) =>
        find<{ _id: string }>(cloud.db, of as never, { _id: { $in: ids } }),
      ),
    )
    expect(new Set(there.flat().map(({ _id }) => _id))).toEqual(new Set(ids))
  }
})
