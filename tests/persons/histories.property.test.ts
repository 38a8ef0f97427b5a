import * as fc from 'fast-check'
import type { LikenessFile, LikenessRow } from '#contract/office/likenesses'
import { findEach } from '#store/db/read'
import { payments } from '#store/money/money'
import { likenesses } from '#store/people/likenesses'
import { persons } from '#store/people/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { asStaff, aStaff } from '../harness/people'
import { idOf } from '../fixtures/names/people'
import { again, birth, compareEverybody, grandma, grandpa, planFile, registerFile } from './county-of-doubles'

/** A third number of the same old man: whoever is brought together with one is not brought together with the other besides. */
const third = { name: '陈阿公', id: idOf(birth, '093') }
const people = [grandpa, again, third, grandma]

type Step = { plan: number[]; month: number } | { register: number } | { decide: number; act: 'same' | 'apart' | 'different' }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    plan: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    month: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ register: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ decide: fc.nat(5), act: fc.constantFrom('same' as const, 'same' as const, 'apart' as const, 'different' as const) }),
)

let cloud: Cloud
let officer: As
let colleague: As
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())

async function begin(): Promise<void> {
  await cloud.empty()
  officer = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'civil-affairs', name: '郑专员' }))
  colleague = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'civil-affairs', name: '叶局长' }))
  await cloud.importBytes('名册.xlsx', registerFile([[grandpa, grandma]], { on: '2026年1月' }))
}

const decide = (id: string, act: string, as: As) =>
  cloud.call<LikenessFile>('office', 'decideLikeness', { id, act, words: '核对过户口本' }, as).catch(() => undefined)

async function take(one: Step, i: number): Promise<void> {
  if ('plan' in one) {
    const named = one.plan.map((at) => people[at]!)
    await cloud.importBytes(`计划${i}.xlsx`, planFile(named, one.month))
    await compareEverybody(cloud)
  } else if ('register' in one)
    await cloud.importBytes(`名册${i}.xlsx`, registerFile([[grandpa, grandma]], { on: `2026年${one.register}月` }))
  else {
    const pairs = await findEach(cloud.db, likenesses, {})
    const pair = pairs[one.decide % Math.max(1, pairs.length)]
    if (!pair) return
    await decide(pair._id, one.act, officer)
    await decide(pair._id, 'agree', colleague)
  }
}

/** Everybody's entry and money in words that no key changes: whose, when, how much, with which household. */
async function picture(): Promise<string[]> {
  const all = await findEach(cloud.db, persons, {})
  const homes = new Map(all.map(({ _id, householdId }) => [_id, householdId]))
  const birthOf = new Map(all.map(({ _id, name }) => [_id, name]))
  const said = (await findEach(cloud.db, payments, {})).map(
    ({ personId, month, dueFen, householdId, forWhom }) =>
      `${birthOf.get(personId)} ${month} ${dueFen} ${forWhom} ${householdId === null ? '没有户' : householdId === homes.get(personId) ? '自己的户' : '别人的户'}`,
  )
  return [
    ...said,
    ...all.map(({ name, onRegister, householdId, sameAs }) => `${name} ${onRegister} ${householdId !== null} ${sameAs ?? ''}`),
  ].sort()
}

async function partAll(): Promise<void> {
  const rows = (await cloud.call<{ rows: LikenessRow[] }>('office', 'likenesses', { view: 'same' }, officer)).rows
  for (const { id } of rows) {
    await decide(id, 'apart', officer)
    await decide(id, 'agree', colleague)
  }
}

test('whatever is brought together, imported and taken apart in between: in the end everybody has what they would have had', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      await begin()
      for (const [i, one] of steps.entries()) await take(one, i)
      // While two are one, the other's money stands where the kept one's does.
      const all = new Map((await findEach(cloud.db, persons, {})).map((person) => [person._id, person]))
      for (const { personId, householdId } of await findEach(cloud.db, payments, {})) {
        const { sameAs } = all.get(personId)!
        if (sameAs !== undefined) expect(householdId).toBe(all.get(sameAs)!.householdId)
      }
      await partAll()
      const parted = await picture()
      await begin()
      for (const [i, one] of steps.entries()) if (!('decide' in one)) await take(one, i)
      expect(parted).toEqual(await picture())
    }),
    { numRuns: 12, seed: 20_261_130, endOnFailure: true },
  )
}, 240_000)
