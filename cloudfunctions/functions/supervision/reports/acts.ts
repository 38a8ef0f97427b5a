import type { supervision } from '#contract/supervision/actions'
import { daysAfter } from '#domain/time/dates'
import { reportActs } from '#domain/work/reports'
import { stateAfter } from '#domain/work/transitions'
import { refusals } from '#kernel/call/errors'
import { seal } from '#kernel/seal/seal'
import type { Action } from '#kernel/call/on'
import { acted, roomFor, type Report } from '#store/reports/reports'
import { answerLetter, perform } from './act'
import { presentFile } from './present'
import { normOn } from '#domain/county/parameters'

/** Somebody said that it was no report, and it is one. */
export const takenBack = (spamSaid: Report['spamSaid']) => (spamSaid ? { spamSaid: null } : {})

/** Its kind says until when it must be answered. */
export const acceptReport: Action<typeof supervision.acceptReport> = async ({ id, category, answer }, on) =>
  presentFile(
    on,
    await perform(on, 'accept', id, ({ state, spamSaid }) => {
      const kind = on.county.reports.categories.find((one) => one.id === category)
      if (!kind) throw refusals.badInput('没有这个类别，请重新选。您写的字还在。')
      return acted(
        {
          state: stateAfter(reportActs, 'accept', state),
          category,
          dueOn: daysAfter(on.moment.today, kind.answerDays),
          destroyOn: null,
          ...takenBack(spamSaid),
        },
        answerLetter(on, answer),
      )
    }),
  )

export const answerReport: Action<typeof supervision.answerReport> = async ({ id, answer }, on) =>
  presentFile(
    on,
    await perform(on, 'answer', id, ({ state, letterCount }) => {
      if (letterCount >= roomFor.answers)
        throw refusals.badInput('这封举报里的信太多，放不下了。请办结，并请举报人另写一封。您写的字还在。')
      return acted({ state: stateAfter(reportActs, 'answer', state) }, answerLetter(on, answer))
    }),
  )

export const transferReport: Action<typeof supervision.transferReport> = async ({ id, caseNo, answer }, on) =>
  presentFile(
    on,
    await perform(on, 'transfer', id, ({ state }) =>
      acted({ state: stateAfter(reportActs, 'transfer', state), caseSealed: seal(on.keys, caseNo) }, answerLetter(on, answer)),
    ),
  )

export const closeReport: Action<typeof supervision.closeReport> = async ({ id, outcome, answer }, on) =>
  presentFile(
    on,
    await perform(on, 'close', id, ({ state }) => {
      const { today } = on.moment
      return acted(
        {
          state: stateAfter(reportActs, 'close', state),
          outcome,
          closedOn: today,
          dueOn: null,
          destroyOn: daysAfter(today, on.county.reports.keepDays),
        },
        answerLetter(on, answer),
      )
    }),
  )

/** Says nothing to whoever sent it, and so takes two: the first one's word is noted, the second one's ends it. */
export const spamReport: Action<typeof supervision.spamReport> = async ({ id }, on) =>
  presentFile(
    on,
    await perform(on, 'spam', id, ({ state, spamSaid }, _office, { _id: by, name }) => {
      if (!spamSaid) return acted({ spamSaid: { by, name } })
      if (spamSaid.by === by) throw refusals.badInput('您已经标过了。要本单位另一个人也看过，也标“不是举报”，才算。')
      return acted({
        state: stateAfter(reportActs, 'spam', state),
        dueOn: null,
        destroyOn: daysAfter(on.moment.today, normOn(on.county, 'spam-keep-days', on.moment.today)),
      })
    }),
  )
