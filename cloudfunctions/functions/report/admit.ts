import { createHash } from 'node:crypto'
import type { report } from '#contract/report/actions'
import { challengeOf, hardestWork, isWorkDone, levelOf } from '#domain/sealing/work'
import { daysAfter, type Day } from '#domain/time/dates'
import type { Anonymous } from '#kernel/call/anonymous'
import { MinuteCounts } from '#kernel/call/bucket'
import { refusals } from '#kernel/call/errors'
import { Turnstile } from '#kernel/call/turnstile'

type Name = keyof typeof report

/** What one may be asked a minute about one thing (a message, a part, a mailbox): a retry now and then, and the pages of a mailbox. */
const aThing: Record<Name, MinuteCounts> = {
  part: new MinuteCounts(6),
  submit: new MinuteCounts(6),
  follow: new MinuteCounts(6),
  open: new MinuteCounts(30),
}

/** What this process takes of everybody together: at once, and again each minute. It keeps a flood from filling the disk. */
const ofAll: Record<Name, Turnstile> = {
  part: new Turnstile(600, 30, hardestWork),
  submit: new Turnstile(300, 20, hardestWork),
  follow: new Turnstile(300, 20, hardestWork),
  open: new Turnstile(1200, 300, hardestWork),
}

const crowded: Record<Name, string> = {
  part: '现在送的人太多，您写的和照片已经封好存在手机里，请过几分钟再按一次继续送。',
  submit: '现在送的人太多，您写的已经封好存在手机里，请过几分钟再按一次继续送。',
  follow: '现在送的人太多，您写的还在，请过几分钟再按一次继续送。',
  open: '现在查的人太多，请过几分钟再查一次。您的回执号一直有效。',
}
const tooFast: Record<Name, string> = {
  part: '送得太快了，您写的和照片还在，请过一分钟再按一次继续送。',
  submit: '送得太快了，您写的还在，请过一分钟再按一次继续送。',
  follow: '送得太快了，您写的还在，请过一分钟再按一次继续送。',
  open: '查得太快了，请过一分钟再查一次。您的回执号一直有效。',
}

/** A request that has done its work, before it may use up any room. */
export interface Admission {
  /**
   * Does what was asked while there is room. Room is used up only by what is then really done: where `work` refuses or says
   * `false`, it is there again.
   */
  whileThereIsRoom(work: () => Promise<boolean>): Promise<void>
}

/** Checks the work that a request has done, for this action about this thing and today, and that the same is not asked too often. */
export function admit(
  { today, county: { reports } }: Anonymous,
  action: Name,
  { day, done }: { day: Day; done: string },
  about: string,
  mailbox = about,
): Admission {
  if (reports.offices.length === 0) throw refusals.badInput(`本县还没有开通手机举报。要举报，请打 ${reports.phone}。您写的还在手机里。`)
  // A phone's clock may be off.
  if (![-1, 0, 1].some((days) => daysAfter(today, days) === day))
    throw refusals.badInput('手机上的日期不对，请把日期调准（打开“自动设置时间”），再按一次。您写的还在。')
  if (!isWorkDone(challengeOf(action, day, about), done, sm3))
    throw refusals.badInput('这一步没有做完整，请再按一次；还不行，请关掉后重新打开。您写的还在。')
  // The same work may be shown again.
  const things = about === mailbox ? [about] : [about, mailbox]
  if (!things.every((thing) => aThing[action].take(thing))) throw refusals.busy(tooFast[action])
  const turnstile = ofAll[action]
  return {
    async whileThereIsRoom(work) {
      if (!turnstile.pass(about, levelOf(done)!)) throw refusals.busy(crowded[action])
      let used = false
      try {
        used = await work()
      } finally {
        if (!used) turnstile.giveBack()
      }
    },
  }
}

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')
