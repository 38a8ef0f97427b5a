import { entitlementsOf, entitlements } from '#store/money/entitlements'
import { find, findEach, findIn } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { awards } from '#store/money/awards'
import { payments } from '#store/money/money'
import { households, persons } from '#store/people/register'
import { vitalEvents } from '#store/people/vital'
import { findJob } from '#store/work/jobs'
import { claimKey } from '#domain/money/claims'
import { blindIndex } from '#kernel/seal/seal'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aVitalEvent } from '../harness/told'
import { findings, takenFiles } from '../intake/truth'

/** The departments' files, and what everybody is due by them. */
jest.setTimeout(300_000)
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importFile(path)
})
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const entitle = async () => {
  let worked = false
  for (let more = true; more;) {
    const done = await cloud.operate<{ worked: boolean; more: boolean }>('entitle', {}, 'patrol')
    ;({ more } = done)
    worked ||= done.worked
  }
  return worked
}
const result = async () => (await findJob(cloud.db, 'entitle'))!.result
const all = () => findEach(cloud.db, entitlements, {})

test('every household of the register with an amount is due it, and whatever lists award is due whoever they name', async () => {
  expect(await entitle()).toBe(true)
  const dues = await all()
  const programmes = new Map(cloud.county.programmes.map((one) => [one.id, one]))
  const byRegister = cloud.county.programmes.filter(({ due }) => due?.[0]!.amount.by === 'register')
  const paying = new Map(byRegister.map(({ id, paysCategory }) => [paysCategory!, id]))
  const homes = await findEach(cloud.db, households, { onRegister: true })
  const left = await findEach(cloud.db, vitalEvents, { kind: { $in: ['died', 'moved-out'] }, on: { $lt: '2026-10' } })
  const gone = new Set(left.map(({ personId }) => personId))
  const expected = homes
    .filter(
      ({ category, monthlyFen, members }) =>
        paying.has(category) && (monthlyFen ?? 0) > 0 && !members.every(({ personId }) => gone.has(personId)),
    )
    .map((home) => `${paying.get(home.category)} ${home._id} ${home.monthlyFen}`)
  const ofRegister = dues.filter(({ month, programme }) => month === '2026-10' && [...paying.values()].includes(programme))
  expect(ofRegister.map(({ programme, householdId, dueFen }) => `${programme} ${householdId} ${dueFen}`).sort()).toEqual(expected.sort())
  expect(expected.length).toBeGreaterThan(50)

  const awarded = await findEach(cloud.db, awards, {})
  const byList = dues.filter(({ records }) => records.some(({ kind }) => kind === 'awards'))
  const known = awarded.filter(({ programme }) => programmes.get(programme)?.due?.[0]!.amount.by === 'list')
  expect(byList.reduce((sum, { dueFen }) => sum + dueFen, 0)).toBe(known.reduce((sum, { amountFen }) => sum + amountFen, 0))
  expect(byList.some(({ householdId }) => householdId === null)).toBe(true)
  for (const due of dues) expect(due.claim).toBe(claimKey(programmes, due))
})

test('what is due and what the plan of the month has are joined by one key', async () => {
  const programmes = new Map(cloud.county.programmes.map((one) => [one.id, one]))
  const planned = new Set((await findEach(cloud.db, payments, {})).map((row) => claimKey(programmes, row)))
  const dues = (await all()).filter(({ programme, dueFen }) => programme === 'minimum-living' && dueFen > 0)
  expect(dues.filter(({ claim }) => planned.has(claim)).length).toBeGreaterThan(50)
  const lists = (await all()).filter(({ programme }) => ['disability-care', 'disability-living'].includes(programme))
  expect(lists.filter(({ claim }) => planned.has(claim)).length).toBeGreaterThan(lists.length * 0.9)
})

test('what rules say and what the plan has differ in what was planted, and in nothing else', async () => {
  const programmes = new Map(cloud.county.programmes.map((one) => [one.id, one]))
  const planned = new Map<string, number>()
  for (const row of await findEach(cloud.db, payments, {})) {
    const claim = claimKey(programmes, row)
    planned.set(claim, (planned.get(claim) ?? 0) + row.dueFen)
  }
  const dues = (await all()).filter(({ dueFen }) => dueFen > 0)
  const missing = dues.filter(({ claim }) => !planned.has(claim))
  const other = dues.filter(({ claim, dueFen }) => planned.has(claim) && planned.get(claim) !== dueFen)
  const whose = async (...kinds: string[]) => {
    const ids = kinds.flatMap((kind) => findings(kind).flatMap(({ id }) => id ?? []))
    const people = await findIn(
      cloud.db,
      persons,
      'idIndex',
      ids.map((id) => blindIndex(cloud.keys, 'id-number', id)),
    )
    return people.map(({ _id }) => _id).sort()
  }
  expect(missing.map(({ personId }) => personId).sort()).toEqual(await whose('missing_payment'))
  expect(other.map(({ personId }) => personId).sort()).toEqual(await whose('amount_mismatch', 'duplicate_payment'))
})

test('nobody’s numbers, and no kind of disability, stand in a reason', async () => {
  for (const { why } of await all()) expect(why).not.toMatch(/\d{15}|肢体|视力|听力|言语|智力|精神/)
})

test('asked again it works no more; worked out again it is the same document for document', async () => {
  expect(await entitle()).toBe(false)
  const before = await all()
  onlyTheClockIsFake('2026-10-21T02:00:00Z')
  expect(await entitle()).toBe(true)
  expect(await all()).toEqual(before)
  expect(await result()).toEqual({ added: 0, changed: 0, ended: 0, same: before.length })
})

test('who died is due no more from the next month; what was due is kept; a list taken back is due no more, and says so', async () => {
  const [home] = (await findEach(cloud.db, households, { category: 'minimum-living', onRegister: true })).filter(
    ({ members }) => members.length === 1,
  )
  await aVitalEvent(cloud, home!.headId, { kind: 'died', on: '2026-10-17', householdId: home!._id })
  onlyTheClockIsFake('2026-11-20T02:00:00Z')
  await entitle()
  const months = { from: '2026-10', to: '2026-11' } as const
  const own = (await entitlementsOf(cloud.db, { householdId: home!._id }, months)).filter(({ programme }) => programme === 'minimum-living')
  expect(own.map(({ month, dueFen }) => [month, dueFen])).toEqual([['2026-10', home!.monthlyFen]])

  const award = (await find(cloud.db, awards, { kind: 'schooling' }, { limit: 1 }))[0]!
  const [due] = await findIn(cloud.db, entitlements, 'personId', [award.personId], undefined, { programme: award.programme })
  expect(due).toMatchObject({ dueFen: award.amountFen, former: [] })
  await remove(cloud.db, awards, { _id: award._id })
  onlyTheClockIsFake('2026-11-21T02:00:00Z')
  await entitle()
  const [after] = await findIn(cloud.db, entitlements, '_id', [due!._id])
  expect(after).toMatchObject({ dueFen: 0, former: [{ dueFen: award.amountFen, why: due!.why }] })
  expect(after!.why).toContain('按现在的不该发')
})

test('two entries that are one person have one due, under the entry that is kept', async () => {
  const found = (await all()).filter(({ programme, dueFen }) => programme === 'disability-care' && dueFen > 0)
  const [kept, other] = [found[0]!, found.find(({ personId }) => personId !== found[0]!.personId)!]
  await update(cloud.db, persons, { _id: other.personId }, { $set: { sameAs: kept.personId } })
  onlyTheClockIsFake('2026-11-22T02:00:00Z')
  await entitle()
  const both = await findIn(cloud.db, entitlements, '_id', [kept._id, other._id])
  expect(both.find(({ _id }) => _id === other._id)!.dueFen).toBe(0)
  expect(both.find(({ _id }) => _id === kept._id)!.dueFen).toBe(kept.dueFen + other.dueFen)
})
