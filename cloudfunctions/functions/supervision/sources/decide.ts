import type { supervision } from '#contract/supervision/actions'
import { needsSecond } from '#domain/people/decided'
import { differing, inOrder, latestOfEach } from '#domain/people/stated'
import { stateAfter } from '#domain/work/transitions'
import { decidingActs } from '#domain/work/source-decisions'
import { holdingOf } from '#affairs/stated/decided'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { DecisionWords } from '#store/people/source-decisions'
import { underGrant } from '#affairs/grants/under-grant'
import type { Case } from './case'
import { change } from './change'
import { maySayWhich, whoSays } from './may-decide'
import { ordinary } from './ordinary'
import { chosenValue } from './value'

const waits = () => refusals.badInput('这一项已经有人提过，正等另一个人定。请等他定了，或者请提的人先收回。')

/** Says what holds where departments differ. By one person for a name and a phone; else it waits for a second. */
export const decideSource: Action<typeof supervision.decideSource> = async ({ grantId, reason, evidence, pick, value, ...named }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.decideSource')
  return change(on, looking, named, {
    action: 'supervision.decideSource',
    may: ({ field }, one) => maySayWhich(on.county, one, field),
    whoMay: ({ field }) => whoSays(on, field),
    become: (found, { _id: staffId, name }) => {
      const { field, said, decision } = found
      if (decision?.waiting) throw waits()
      const ordered = inOrder(said, on.county.precedence[field]?.order ?? [])
      if (!decision?.standing && differing(field, ordered).length === 0)
        throw refusals.badInput('几份文件说的一样，没有要定的。都写错了，请写错的部门发一份更正的表。')
      const words: DecisionWords = {
        ...chosenValue(on, found, { pick, value, evidence }),
        ...{ seen: latestOfEach(said).map(({ agency, kind, value }) => ({ agency, kind, value })), reason, evidence },
        former: formerOf(on, found),
      }
      const by = { by: { staffId, name }, at: on.moment.iso, wordsSealed: seal(on.keys, JSON.stringify(words)) }
      const act = needsSecond(field) ? 'ask' : 'decide'
      return stateAfter(decidingActs, act, 'still') === 'waiting'
        ? { standing: decision?.standing ?? null, waiting: { ...by, undo: false }, act, wordsSealed: by.wordsSealed }
        : {
            standing: { ...by, second: null },
            waiting: null,
            act,
            wordsSealed: by.wordsSealed,
            show: { value: words.value, decided: true },
          }
    },
  })
}

/** Takes back what was decided: what the departments say holds again, in the county's order. */
export const undoSource: Action<typeof supervision.undoSource> = async ({ grantId, reason, ...named }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.undoSource')
  return change(on, looking, named, {
    action: 'supervision.undoSource',
    may: ({ field }, one) => maySayWhich(on.county, one, field),
    whoMay: ({ field }) => whoSays(on, field),
    become: (found, { _id: staffId, name }) => {
      const { field, decision } = found
      if (decision?.waiting) throw waits()
      if (!decision?.standing) throw refusals.badInput('这一项现在没有人定过，照县里的次序显示，没有可以收回的。')
      const by = { by: { staffId, name }, at: on.moment.iso, wordsSealed: seal(on.keys, reason) }
      if (needsSecond(field))
        return { standing: decision.standing, waiting: { ...by, undo: true }, act: 'ask-undo', wordsSealed: by.wordsSealed }
      return { standing: null, waiting: null, act: 'undo', wordsSealed: by.wordsSealed, show: ordinary(on, found) }
    },
  })
}

/** What the file showed before anybody decided; of a decision on a decision, what it was before the first. */
const formerOf = (on: On, found: Case): string => {
  const held = found.decision && holdingOf(on.keys, found.decision)
  return held ? held.former : ordinary(on, found).value
}
