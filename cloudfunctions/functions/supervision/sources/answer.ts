import type { supervision } from '#contract/supervision/actions'
import { Refusal, refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { readWords } from '#affairs/stated/decided'
import { seal } from '#kernel/seal/seal'
import { underGrant } from '#affairs/grants/under-grant'
import { change } from './change'
import { mayAgree, sayDeciders, standingsForDecisions } from './may-decide'
import { ordinary } from './ordinary'

/** A second person agrees or not to what was asked; whoever asked takes it back with a no. */
export const answerSource: Action<typeof supervision.answerSource> = async ({ grantId, approve, why, ...named }, on) => {
  const looking = await underGrant(on, grantId, 'supervision.answerSource')
  const isOwn = (waiting: { by: { staffId: string } } | null | undefined) => waiting?.by.staffId === looking.one._id
  return change(on, looking, named, {
    action: 'supervision.answerSource',
    may: async ({ decision }, one) =>
      decision !== undefined &&
      ((!approve && isOwn(decision.waiting)) || mayAgree(on.county, await standingsForDecisions(on, [one], [decision]), one, decision)),
    whoMay: async ({ decision }) =>
      decision?.waiting
        ? new Refusal(
            'not-allowed',
            `这一项不能由您来同意：要两个人，提的人，谁邀请的、谁重发过邀请码的、谁看到过邀请码的，都不算另一个人。能同意的：${await sayDeciders(on, decision)}。`,
          )
        : refusals.notFound('这一项刚刚已经有人办了，没有等人定的。请重新看一遍。'),
    become: (found, { _id: staffId, name }) => {
      const { standing, waiting } = found.decision!
      const wordsSealed = seal(on.keys, why)
      if (!approve) {
        if (why === '' && !isOwn(waiting)) throw refusals.badInput('不同意，请写一句为什么，提的人看得到。')
        return { standing, waiting: null, act: isOwn(waiting) ? 'withdraw' : 'refuse', wordsSealed }
      }
      if (waiting!.undo) return { standing: null, waiting: null, act: 'approve', wordsSealed, show: ordinary(on, found) }
      const { by, at, wordsSealed: sealed } = waiting!
      return {
        ...{ standing: { by, at, wordsSealed: sealed, second: { staffId, name } }, waiting: null, act: 'approve', wordsSealed },
        show: { value: readWords(on.keys, sealed).value, decided: true },
      }
    },
  })
}
