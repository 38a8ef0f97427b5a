import fc from 'fast-check'
import type { CaseFile } from '#contract/office/cases'
import { daysAfter, type Day } from '#domain/time/dates'
import type { CaseAct } from '#domain/work/cases'
import { findById, findEach } from '#store/db/read'
import { events, households } from '#store/people/register'
import { caseEvents, caseHolds, findCase } from '#store/work/cases'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { found, theDesk, town, village, type Desk } from './desk'

/** An exit that goes any way that people can take it, on any days: its history always tells what stands, and the register with it. */
let cloud: Cloud
let desk: Desk
let day: Day = '2026-10-20'
const on = (next: Day) => {
  day = next
  onlyTheClockIsFake(`${next}T02:00:00Z`)
}
beforeAll(async () => {
  on('2026-10-20')
  cloud = await startCloud()
  desk = await theDesk(cloud)
}, 60_000)
afterAll(() => cloud.close())
afterEach(() => jest.useRealTimers())

const sent: Record<CaseAct, () => [action: string, more: object]> = {
  take: () => ['takeCase', {}],
  reuse: () => ['reuseCheck', { checkId: 'none' }],
  checked: () => ['checkedCase', { on: day, found }],
  post: () => ['postCase', { reasonId: 'risk-solved' }],
  propose: () => ['proposeCase', { evidence: '核查表' }],
  approve: () => ['decideCase', { act: 'approve' }],
  refuse: () => ['decideCase', { act: 'refuse' }],
  sendBack: () => ['decideCase', { act: 'sendBack' }],
  drop: () => ['dropCase', {}],
  withdraw: () => ['withdrawCase', {}],
  tell: () => ['tellCase', { on: day }],
  appeal: () => ['appealCase', {}],
  stand: () => ['answerAppeal', { act: 'stand' }],
  overturn: () => ['answerAppeal', { act: 'overturn' }],
  end: () => ['endCase', { fallen: false }],
}

test('whatever way it goes, its history rebuilds it, and who is on the register is what was decided', async () => {
  const step = fc.record({ who: fc.nat(4), act: fc.nat(9), days: fc.constantFrom(0, 1, 5, 30, 200) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      on('2026-10-20')
      const officers: As[] = Object.values(desk.as)
      const home = await aHousehold(cloud, { townCode: town, villageCode: village })
      const opening = { kind: 'exit', grantId: desk.grant._id, householdId: home._id, source: 'officer', words: '收入稳定了' }
      const { id } = (await desk.ask('openCase', opening)).row
      for (const { who, act, days } of steps) {
        on(daysAfter(day, days))
        const one = officers[who % officers.length]!
        const { can } = await desk.ask<CaseFile>('case', { id }, one)
        // What keeps it from going on ends a walk early: less often than what brings it on.
        const forward = can.filter((each) => !['drop', 'withdraw'].includes(each))
        const chosen = (act < 8 && forward.length > 0 ? forward : can)[
          act % Math.max(1, act < 8 && forward.length > 0 ? forward.length : can.length)
        ]
        if (chosen === undefined || chosen === 'reuse') continue
        const [action, more] = sent[chosen]()
        await desk.ask(action, { id, words: '已经核实清楚', ...more }, one)
      }
      const about = (await findCase(cloud.db, id))!
      const history = (await findEach(cloud.db, caseEvents, { caseId: id })).sort((a, b) => a.n - b.n)
      expect(history.map(({ n }) => n)).toEqual(history.map((_, i) => i + 1))
      history.slice(1).forEach(({ from }, i) => expect(from).toBe(history[i]!.to))
      expect([about.state, about.turn]).toEqual([history.at(-1)!.to, history.length])
      const happened = (await findEach(cloud.db, events, { caseId: id })).map(({ kind }) => kind)
      const left = history.some(({ act }) => act === 'written')
      expect(happened).toEqual(about.state === 'restored' ? expect.arrayContaining(['exited', 'restored']) : left ? ['exited'] : [])
      expect((await findById(cloud.db, households, home._id))!.onRegister).toBe(!left || about.state === 'restored')
      const isHeld = ['clue', 'check', 'compare', 'notice', 'decision', 'effect'].includes(about.state)
      expect(await findEach(cloud.db, caseHolds, { caseId: id })).toHaveLength(isHeld ? 1 : 0)
    }),
    { numRuns: 12 },
  )
}, 240_000)
