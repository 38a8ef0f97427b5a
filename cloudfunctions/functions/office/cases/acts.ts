import type { office } from '#contract/office/actions'
import { appealEnds, watchEnds } from '#domain/work/case-days'
import type { CaseAct } from '#domain/work/cases'
import { appealedNow } from '#affairs/cases/appeal'
import { recordHomeCheck, reuseHomeCheck } from '#affairs/cases/checks'
import { doWithCase, type DoingWithCase } from '#affairs/cases/perform'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import type { RegisterCase } from '#store/work/cases'
import { presentCase } from './present'

type Given = Pick<DoingWithCase, 'id' | 'words'>
const presented = async (on: On, done: Promise<RegisterCase>) => presentCase(on, (await on.caller()).staff!, await done)

/** Does one thing with a case, and shows it as it then is. */
const perform = (on: On, act: CaseAct, { id, words }: Given, become?: DoingWithCase['become']) =>
  presented(on, doWithCase(on, { act, action: `office.${act}Case`, id, words, ...(become && { become }) }))

export const takeCase: Action<typeof office.takeCase> = (given, on) => perform(on, 'take', given)
export const dropCase: Action<typeof office.dropCase> = (given, on) => perform(on, 'drop', given)
export const withdrawCase: Action<typeof office.withdrawCase> = (given, on) => perform(on, 'withdraw', given)
/** Written down for somebody who has no phone. */
export const appealCase: Action<typeof office.appealCase> = (given, on) =>
  perform(on, 'appeal', given, (about, { _id }) => ({ change: appealedNow(on, about, _id) }))

export const reuseCheck: Action<typeof office.reuseCheck> = (given, on) => presented(on, reuseHomeCheck(on, given, 'office.reuseCheck'))
export const checkedCase: Action<typeof office.checkedCase> = (given, on) =>
  presented(on, recordHomeCheck(on, given, { action: 'office.checkedCase' }))

/**
 * From the day on which the household was told the watch is counted; its days to appeal from the day on which that was written down, so
 * that no day of before shortens them.
 */
export const tellCase: Action<typeof office.tellCase> = ({ on: toldOn, ...given }, on) =>
  perform(on, 'tell', given, ({ decidedOn }) => {
    if (toldOn > on.moment.today || toldOn < decidedOn!)
      throw refusals.badInput('告知的日子不对：不会早于批准，也不会在以后。您写的字还在。')
    return { change: { toldOn, appealUntil: appealEnds(on.county, on.moment.today), watchUntil: watchEnds(on.county, toldOn) } }
  })
