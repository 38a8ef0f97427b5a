import type { office } from '#contract/office/actions'
import { isEndOfLine, lineStateNames, lineStates } from '#domain/work/batch-lines'
import { byState } from '#affairs/batches/count-lines'
import { freezeJob, thawJob } from '#affairs/batches/frozen/freeze-job'
import { handOverJob } from '#affairs/batches/frozen/hand-over-job'
import { noneCameMeanwhile } from '#affairs/batches/frozen/came-meanwhile'
import { confirmNew } from '#affairs/batches/frozen/confirm'
import { lookAgain } from '#affairs/batches/frozen/look-again'
import { nothingNew } from '#affairs/batches/frozen/nothing-new'
import { stillUndecided } from '#affairs/batches/lines/decide-lines'
import { doWithBatch, sameTotals, type DoingWithBatch } from '#affairs/batches/perform'
import { releaseJob } from '#affairs/batches/release-job'
import { workOnBatch } from '#affairs/batches/jobs'
import { postOf, presentBatch } from './present'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'

/** Does one thing with a batch, goes on with what follows from it for a while, and shows it as it then is. */
async function perform(on: On, doing: DoingWithBatch) {
  const batch = await doWithBatch(on, doing)
  return presentBatch(on, (await on.caller()).staff!, await workOnBatch(on, batch))
}

export const submitBatch: Action<typeof office.submitBatch> = ({ id, words, ...read }, on) =>
  perform(on, {
    ...{ act: 'submit', action: 'office.submitBatch', id, words },
    async become(batch, one) {
      const waiting = await stillUndecided(on, id)
      if (waiting > 0) throw refusals.badInput(`还有 ${waiting} 行标出来的没有人定。请一行一行定下照发、先不发还是不发，再提交。`)
      if (batch.totals.lines === 0) throw refusals.badInput('这一批一行要发的也没有，不用提交。请重编，或者作废。')
      sameTotals(batch, read)
      return { change: { submittedBy: one._id } }
    },
  })

export const sendBackBatch: Action<typeof office.sendBackBatch> = ({ id, words }, on) =>
  perform(on, { act: 'sendBack', action: 'office.sendBackBatch', id, words, become: () => ({ change: { submittedBy: null } }) })

/** By a second person. From here on its lines, accounts and totals are fixed. */
export const approveBatch: Action<typeof office.approveBatch> = ({ id, words, ...read }, on) =>
  perform(on, {
    ...{ act: 'approve', action: 'office.approveBatch', id, words },
    async become(batch, one) {
      sameTotals(batch, read)
      await noneCameMeanwhile(on, id)
      await nothingNew(on, batch)
      return {
        change: { approvedBy: one._id, approver: postOf(one), approvedOn: on.moment.today, file: null },
        work: { what: 'freeze', kind: freezeJob.kind },
      }
    },
  })

export const askResetBatch: Action<typeof office.askResetBatch> = ({ id, words }, on) =>
  perform(on, { act: 'askReset', action: 'office.askResetBatch', id, words, become: (_, one) => ({ change: { resetAskedBy: one._id } }) })

/** By another than who asked. It goes back to a draft, openly; what the bank has is never reset. */
export const decideResetBatch: Action<typeof office.decideResetBatch> = ({ id, words, act }, on) =>
  perform(on, {
    ...{ act, action: 'office.decideResetBatch', id, words },
    become: () =>
      act === 'refuseReset'
        ? { change: { resetAskedBy: null } }
        : {
            change: { resetAskedBy: null, submittedBy: null, approvedBy: null, approver: null, approvedOn: null, file: null },
            work: { what: 'release', kind: thawJob.kind },
          },
  })

export const cancelBatch: Action<typeof office.cancelBatch> = ({ id, words }, on) =>
  perform(on, {
    act: 'cancel',
    action: 'office.cancelBatch',
    id,
    words,
    become: () => ({ work: { what: 'release', kind: releaseJob.kind } }),
  })

/** By a second person, who has seen how many lines it is about: the money goes as it was approved. */
export const confirmBatch: Action<typeof office.confirmBatch> = async (seen, on) =>
  presentBatch(on, (await on.caller()).staff!, await confirmNew(on, seen))

/** The bank has the file that was made last: who hands it over repeats what is in it. */
export const handOverBatch: Action<typeof office.handOverBatch> = ({ id, words, on: day, ...read }, on) =>
  perform(on, {
    ...{ act: 'handOver', action: 'office.handOverBatch', id, words },
    async become(batch) {
      sameTotals(batch, read)
      await noneCameMeanwhile(on, id)
      await lookAgain(on, batch)
      if (batch.file === null) throw refusals.badInput('报盘文件还没有生成。请先生成文件，交给银行，再来记。您写的字还在。')
      if (day > on.moment.today || day < batch.approvedOn!)
        throw refusals.badInput('交银行的日子不对：不会早于批准，也不会在以后。您写的字还在。')
      return {
        change: { handedOn: day, fileDigest: batch.file.digest },
        work: { what: 'hand-over', kind: handOverJob.kind },
      }
    },
  })

export const closeBatch: Action<typeof office.closeBatch> = ({ id, words }, on) =>
  perform(on, {
    ...{ act: 'close', action: 'office.closeBatch', id, words },
    async become() {
      const open = (await byState(on.db, { batchId: id })).filter(({ _id }) => !isEndOfLine(_id))
      if (open.length > 0) {
        const inOrder = lineStates.flatMap((state) => open.filter(({ _id }) => _id === state))
        const said = inOrder.map(({ _id, lines }) => `“${_id === 'planned' ? '在银行' : lineStateNames[_id]}”${lines} 行`).join('、')
        throw refusals.badInput(`还有没了结的：${said}。都有了结果才能办结。您写的字还在。`)
      }
      return { change: { closedOn: on.moment.today } }
    },
  })
