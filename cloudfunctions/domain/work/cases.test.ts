import fc from 'fast-check'
import {
  caseActs,
  caseSteps,
  caseStates,
  caseTransitions,
  isOpenCase,
  isUndecided,
  type AnyCaseAct,
  type CaseState,
  type CaseStep,
} from './cases'
import { canBe, stateAfter } from './transitions'

const stepSets = fc.subarray([...caseSteps])
const allActs: readonly AnyCaseAct[] = [...caseActs, 'written', 'unwritable']

/** A walk from a clue: at each step one of the acts that can be done, chosen by the numbers. */
function walk(steps: readonly CaseStep[], choices: readonly number[]): { act: AnyCaseAct; to: CaseState }[] {
  const table = caseTransitions(steps)
  const way: { act: AnyCaseAct; to: CaseState }[] = []
  for (const choice of choices) {
    const state = way.at(-1)?.to ?? 'clue'
    const can = allActs.filter((act) => canBe(table, act, state))
    if (can.length === 0) break
    const act = can[choice % can.length]!
    way.push({ act, to: stateAfter(table, act, state) })
  }
  return way
}
const walks = fc.record({ steps: stepSets, choices: fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }) })

test('nothing reaches the register that was not approved, and nothing is approved whose steps were not gone', () => {
  fc.assert(
    fc.property(walks, ({ steps, choices }) => {
      const way = walk(steps, choices)
      way.forEach(({ act, to }, i) => {
        const before = way.slice(0, i)
        if (act === 'written' && to !== 'restored') expect(before.at(-1)!.act).toBe('approve')
        if (act === 'approve') {
          // What the register could not take goes back to whoever decides, who may approve it once more.
          const asked = before.filter(({ act: earlier }) => earlier !== 'approve' && earlier !== 'unwritable')
          expect(asked.at(-1)).toEqual({ act: 'propose', to: 'decision' })
          const acts = before.map((one) => one.act)
          // Sent back, it goes all its steps anew.
          if (steps.includes('notice')) expect(acts.slice(acts.lastIndexOf('sendBack') + 1)).toContain('post')
          if (steps.includes('check'))
            expect(acts.slice(acts.lastIndexOf('sendBack') + 1).some((one) => one === 'checked' || one === 'reuse')).toBe(true)
        }
      })
    }),
  )
})

test('an open case can always be brought on, an ended one never', () => {
  fc.assert(
    fc.property(walks, ({ steps, choices }) => {
      const table = caseTransitions(steps)
      for (const { to } of walk(steps, choices)) expect(allActs.some((act) => canBe(table, act, to))).toBe(isOpenCase(to))
    }),
  )
})

test.each(caseStates)('%s: what is undecided can be withdrawn, and only that', (state) => {
  expect(canBe(caseTransitions(caseSteps), 'withdraw', state)).toBe(isUndecided(state))
})
