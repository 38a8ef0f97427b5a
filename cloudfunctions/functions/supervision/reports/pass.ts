import type { supervision } from '#contract/supervision/actions'
import { daysAfter } from '#domain/time/dates'
import { reportActs } from '#domain/work/reports'
import { stateAfter } from '#domain/work/transitions'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { acted } from '#store/reports/reports'
import { answerLetter, perform } from './act'
import { takenBack } from './acts'

/** Hands a report to another office: its content keys, wrapped for that one, take the place of ours, and with them our way into it. */
export const passReport: Action<typeof supervision.passReport> = async ({ id, office: to, keys, answer }, on) => {
  await perform(on, 'pass', id, ({ state, letters, spamSaid }, office) => {
    const other = on.county.reports.offices.find((one) => one.id === to && one.id !== office.id)
    if (!other) throw refusals.badInput('没有这个受理单位，请重新选。您写的字还在。')
    const isTheirs = keys.every(({ keys: wrapped }) => other.keys.every((pinned) => wrapped.some((key) => key.id === pinned.id)))
    if (!isTheirs) throw refusals.badInput('没有按对方单位的钥匙封好。请刷新页面再转。您写的字还在。')
    const given = new Map(keys.map(({ message, keys: wrapped }) => [message, wrapped]))
    const theirs = letters.map((letter) => (letter.by === 'reporter' ? { ...letter, keys: given.get(letter.id) } : letter))
    const isWhole = theirs.every((letter) => letter.keys) && keys.length === letters.filter(({ by }) => by === 'reporter').length
    if (!isWhole) throw refusals.badInput('举报人的每一段都要转封给对方。刚刚可能来了新的补充，请刷新再转。您写的字还在。')
    return acted({
      office: other.id,
      state: stateAfter(reportActs, 'pass', state),
      category: null,
      dueOn: daysAfter(on.moment.today, on.county.reports.openDays),
      letters: [...theirs, answerLetter(on, answer)],
      letterCount: letters.length + 1,
      ...takenBack(spamSaid),
    })
  })
  return { passed: true }
}
