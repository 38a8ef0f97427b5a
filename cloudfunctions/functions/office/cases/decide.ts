import type { office } from '#contract/office/actions'
import { roleNames } from '#domain/access/staff'
import { carryOutCase } from '#affairs/cases/effect'
import { doWithCase } from '#affairs/cases/perform'
import type { Action } from '#kernel/call/on'
import { presentCase } from './present'

/** Approved, refused or sent back by a second person; approved, the register has it in the same moment. */
export const decideCase: Action<typeof office.decideCase> = async ({ id, act, words }, on) => {
  const decided = await doWithCase(on, {
    ...{ act, action: 'office.decideCase', id, words },
    become: (_, { _id, agency, role }) => ({
      change: act === 'sendBack' ? {} : { decidedBy: _id, approver: `${agency}的${roleNames[role]}`, decidedOn: on.moment.today },
    }),
  })
  return presentCase(on, (await on.caller()).staff!, await carryOutCase(on, decided))
}

/** 申诉 is answered by somebody who neither put the exit forward nor decided it. Right, everybody is back on the register at once. */
export const answerAppeal: Action<typeof office.answerAppeal> = async ({ id, act, words }, on) => {
  const answered = await doWithCase(on, { act, action: 'office.answerAppeal', id, words })
  return presentCase(on, (await on.caller()).staff!, await carryOutCase(on, answered))
}
