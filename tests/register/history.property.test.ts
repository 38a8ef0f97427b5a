import fc from 'fast-check'
import { decideRegister } from '#affairs/register/decide'
import { balanceOf, isComing, isLeaving, type RegisterDecision } from '#domain/register/events'
import { registerOn } from '#domain/register/replay'
import { open } from '#kernel/seal/seal'
import { momentOf } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { events, households, persons, type RegisterEvent } from '#store/people/register'
import type { Day } from '#domain/time/dates'
import { startCloud, type Cloud } from '../harness/cloud'
import { exitsOf, registerOf, type Home } from './village'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

/** Families 1 to 4 of up to three; a month's list changes one thing after the other. */
interface Family {
  members: number[]
  village: string
  category: string
}
const villages = ['苔湖村', '凤垟坪村']
const categories = ['低保', '低边']
const families = (): Family[] =>
  [1, 2, 3, 4].map((n) => ({ members: [n * 10 + 1, n * 10 + 2], village: villages[n % 2]!, category: '低保' }))
type Turn = { what: 'born' | 'head' | 'split' | 'join' | 'category' | 'village' | 'gone' | 'same'; of: number; to: number }

function live(all: Family[], { what, of, to }: Turn): Family[] {
  const own = all[of % all.length]!
  const change = (next: Partial<Family>): Family[] => all.map((one) => (one === own ? { ...own, ...next } : one))
  const last = own.members.at(-1)!
  if (what === 'born')
    return own.members.length < 4 ? change({ members: [...own.members, Math.max(...all.flatMap(({ members }) => members), 60) + 1] }) : all
  if (what === 'head') return change({ members: [...own.members.slice(1), own.members[0]!] })
  if (what === 'category') return change({ category: categories[to % 2]! })
  if (what === 'village') return change({ village: villages[to % 2]! })
  if (own.members.length < 2) return all
  const without = change({ members: own.members.slice(0, -1) })
  if (what === 'gone') return without
  if (what === 'split') return [...without, { ...own, members: [last] }]
  if (what === 'join')
    return without.map((one, i) =>
      i === to % all.length && one.members[0] !== own.members[0] ? { ...one, members: [...one.members, last] } : one,
    )
  return all
}

const homesOf = (all: Family[]): Home[] =>
  all.map(({ members, village, category }) => ({
    ...{ village, category },
    members: members.map((n, i) => [n, `陈${'甲乙丙丁戊己庚辛壬癸'[n % 10]!}`, i === 0 ? '户主' : '家庭成员'] as [number, string, string]),
  }))

const turn = fc.record({
  what: fc.constantFrom<Turn['what']>('born', 'head', 'split', 'join', 'category', 'village', 'gone', 'same'),
  of: fc.nat(9),
  to: fc.nat(9),
})
const month = fc.record({
  turns: fc.array(turn, { maxLength: 3 }),
  exits: fc.array(fc.record({ who: fc.nat(9), byMonth: fc.boolean() }), { maxLength: 1 }),
})

/** Files in the order of their days: each month a list, then perhaps an exit. */
function filesOf(months: { turns: Turn[]; exits: { who: number; byMonth: boolean }[] }[], monthsToo = true) {
  let all = families()
  return months.flatMap(({ turns, exits }, i) => {
    all = turns.reduce(live, all)
    const [homes, name] = [homesOf(all), `2026-0${i + 1}`]
    const somebody = homes.flatMap(({ members }) => members)
    return [
      { day: `${name}-05` as Day, import: () => registerOf(cloud, `${name}-05`, ...homes) },
      ...exits.map(({ who, byMonth }) => {
        const [n, called] = somebody[who % somebody.length]!
        return {
          day: `${name}-20` as Day,
          import: () => exitsOf(cloud, [n, called, byMonth && monthsToo ? name : `${name}-20`, '收入提高']),
        }
      }),
    ]
  })
}

const happenedSoFar = () => findEach(cloud.db, events, {})

/** The register as it is stored, in the words of a replay. */
async function stored() {
  const [people, homes] = await Promise.all([findEach(cloud.db, persons, {}), findEach(cloud.db, households, {})])
  const inUse = new Set(people.flatMap(({ householdId }) => householdId ?? []))
  return {
    persons: people.map(({ _id, onRegister, householdId, relation }) => [_id, { onRegister, householdId, relation }]).sort(byId),
    homes: homes
      .filter(({ _id }) => inUse.has(_id))
      .map(({ _id, villageCode, category, headId }) => [_id, { villageCode, category, headId }])
      .sort(byId),
  }
}
function replayed(happened: RegisterEvent[], day?: Day) {
  const { persons: people, homes } = registerOn(happened, day)
  const inUse = new Set([...people.values()].flatMap(({ householdId }) => householdId ?? []))
  return { persons: [...people].sort(byId), homes: [...homes].filter(([id]) => inUse.has(id)).sort(byId) }
}
const byId = ([a]: unknown[], [b]: unknown[]) => String(a).localeCompare(String(b))

/** Nobody comes twice or leaves twice, and the events add up to who is on the register. */
async function addUp(happened: RegisterEvent[]) {
  const counting = happened.filter(({ repeats }) => !repeats)
  const sum = counting.reduce((total, { kind }) => total + balanceOf(kind), 0)
  expect(sum).toBe((await findEach(cloud.db, persons, { onRegister: true })).length)
  for (const person of new Set(counting.map(({ personId }) => personId))) {
    const own = counting.filter(({ personId }) => personId === person)
    expect(own.filter(({ kind }) => isComing(kind)).length - own.filter(({ kind }) => isLeaving(kind)).length).toBeLessThanOrEqual(1)
  }
}

/** Events with households called by who headed them in the end, so that stores can be compared. */
async function named(happened: RegisterEvent[]) {
  const numbers = new Map((await findEach(cloud.db, persons, {})).map(({ _id, idSealed }) => [_id, open(cloud.keys, idSealed)]))
  const who = (id: string | undefined) => (id === undefined ? undefined : (numbers.get(id) ?? id))
  const heads = new Map(
    (await findEach(cloud.db, households, {})).map(({ _id, headId, members }) => [
      _id,
      [headId, ...members.map(({ personId }) => personId)].map(who).join('+'),
    ]),
  )
  const home = (id: string | undefined) => (id === undefined ? undefined : (heads.get(id) ?? who(id)))
  return happened
    .map(({ kind, personId, householdId, on, from, to, relation, repeats }) =>
      JSON.stringify([on, kind, who(personId), home(householdId), home(from), home(to), relation, repeats]),
    )
    .sort()
}

const runs = {
  numRuns: Number(process.env.RUNS ?? 3),
  ...(process.env.SEED && { seed: Number(process.env.SEED), ...(process.env.AT && { path: process.env.AT }) }),
}

test('lists and exits in the order of their days: every day’s register is rebuilt from the events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(month, { minLength: 2, maxLength: 5 }), async (months) => {
      await cloud.empty()
      const stood: { day: Day; then: Awaited<ReturnType<typeof stored>> }[] = []
      for (const file of filesOf(months, false)) {
        await file.import()
        stood.push({ day: file.day, then: await stored() })
      }
      const happened = await happenedSoFar()
      await addUp(happened)
      expect(replayed(happened)).toEqual(stood.at(-1)!.then)
      for (const { day, then } of stood) {
        const again = replayed(happened, day)
        const on = (all: typeof again.persons | typeof then.persons) => all.filter(([, one]) => (one as { onRegister: boolean }).onRegister)
        expect([day, on(again.persons)]).toEqual([day, on(then.persons)])
      }
    }),
    runs,
  )
}, 600_000)

test('in any order of the files the same events, and the stored register is what they come to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(month, { minLength: 2, maxLength: 4 }), fc.infiniteStream(fc.nat(1000)), async (months, chance) => {
      await cloud.empty()
      for (const file of filesOf(months)) await file.import()
      const inOrder = await named(await happenedSoFar())
      await cloud.empty()
      const shuffled = filesOf(months).map((file) => ({ file, at: chance.next().value as number }))
      for (const { file } of shuffled.sort((a, b) => a.at - b.at)) await file.import()
      const happened = await happenedSoFar()
      expect(replayed(happened)).toEqual(await stored())
      expect(await named(happened)).toEqual(inOrder)
    }),
    runs,
  )
}, 600_000)

type Asked = {
  what: 'exited' | 'died' | 'restored' | 'category' | 'moved' | 'head' | 'joined' | 'split'
  who: number
  to: number
  day: number
}
const asked = fc.record<Asked>({
  what: fc.constantFrom<Asked['what']>('exited', 'died', 'restored', 'category', 'moved', 'head', 'joined', 'split'),
  who: fc.nat(20),
  to: fc.nat(20),
  day: fc.integer({ min: 6, max: 28 }),
})

async function decisionOf({ what, who, to, day }: Asked, month: number, caseId: string): Promise<RegisterDecision | undefined> {
  const people = (await findEach(cloud.db, persons, {})).sort((a, b) => a.name.localeCompare(b.name) || a._id.localeCompare(b._id))
  const on = people.filter(({ onRegister }) => onRegister)
  const [one, other] = [on[who % on.length], on[to % on.length]]
  const off = people.filter(({ onRegister, householdId }) => !onRegister && householdId)[0]
  if (!one?.householdId || !other?.householdId) return undefined
  const why = {
    on: `2026-0${month}-${String(day).padStart(2, '0')}` as Day,
    reason: '核查',
    evidence: '核查表',
    approver: '县民政局负责人',
    caseId,
  }
  const [home] = await findEach(cloud.db, households, { _id: one.householdId })
  if (what === 'exited' || what === 'died') return { ...why, kind: what, personIds: [one._id] }
  if (what === 'restored') return off && { ...why, kind: what, personIds: [off._id] }
  if (what === 'category') return { ...why, kind: what, householdId: one.householdId, category: to % 2 ? 'near-minimum' : 'minimum-living' }
  if (what === 'moved')
    return {
      ...why,
      kind: what,
      householdId: one.householdId,
      villageCode:
        other.householdId === one.householdId
          ? home!.villageCode
          : (await findEach(cloud.db, households, { _id: other.householdId }))[0]!.villageCode,
    }
  if (what === 'head') return { ...why, kind: what, householdId: one.householdId, personId: one._id }
  if (what === 'joined') return { ...why, kind: what, personIds: [one._id], householdId: other.householdId }
  return home!.headId === one._id
    ? undefined
    : { ...why, kind: 'split', householdId: one.householdId, personIds: [one._id], headId: one._id }
}

test('lists, exits and decisions, files late or not: the stored register is what the events come to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ month, asked: fc.array(asked, { maxLength: 2 }), late: fc.boolean() }), { minLength: 2, maxLength: 4 }),
      async (all) => {
        await cloud.empty()
        const files = filesOf(all.map((one) => one.month))
        const waiting: (typeof files)[number][] = []
        for (const [i, { asked: some, late }] of all.entries()) {
          const own = files.filter(({ day }) => day.startsWith(`2026-0${i + 1}`))
          if (late && i > 0) waiting.push(...own)
          else for (const file of own) await file.import()
          for (const [n, one] of some.entries()) {
            const decision = await decisionOf(one, i + 1, `case ${i} ${n}`)
            if (!decision) continue
            const at = momentOf(new Date(`2026-0${i + 1}-28T0${n}:00:00.000Z`))
            await decideRegister({ db: cloud.db, keys: cloud.keys, county: cloud.county, moment: at }, decision)
            expect(replayed(await happenedSoFar())).toEqual(await stored())
          }
        }
        for (const file of waiting) await file.import()
        const happened = await happenedSoFar()
        expect(replayed(happened)).toEqual(await stored())
        await addUp(happened)
      },
    ),
    runs,
  )
}, 600_000)
