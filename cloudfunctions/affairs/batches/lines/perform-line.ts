import { lineStands } from '#domain/work/batch-powers'
import { lineActNames, lineStateNames, lineTransitions, type LineAct } from '#domain/work/batch-lines'
import { batchStateNames, isAtBank } from '#domain/work/batches'
import type { Fen } from '#domain/money/money'
import { stateAfter } from '#domain/work/transitions'
import { act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { changeLine, findBatch, findLine } from '#store/money/batch-acts'
import type { Batch, BatchLine } from '#store/money/batches'
import { mayDoWithLine, seesLine } from '../allowed'
import { batchPurpose, byStaff, noLine } from '../perform'
import { whoDoesLine } from '../say'

/** A line with its batch: who may do what with it depends on both. */
export interface LineOfBatch {
  _id: string
  line: BatchLine
  batch: Batch
}

/** What an act comes to: the act by which the state follows where it is another, what else changes, how much it was about. */
interface LineBecomes {
  as?: keyof typeof lineTransitions
  change?: Partial<BatchLine>
  amountFen?: Fen
}
export interface DoingWithLine {
  act: LineAct
  action: string
  lineId: string
  words: string
  become?: (of: LineOfBatch, one: Staff) => LineBecomes
}

/** One person's act on a line: its state and its history in one, under `kernel/act`. Whose it is sees that it was looked at. */
export function doWithLine(on: On, { act: what, action, lineId, words, become = () => ({}) }: DoingWithLine): Promise<LineOfBatch> {
  return act<LineOfBatch, LineBecomes & { by: Staff }>(on, {
    action,
    find: () => findWithBatch(on, lineId),
    look: (of, one) => ({
      ...{ about: { kind: 'batch-line', id: lineId }, purpose: batchPurpose },
      ...(of && seesLine(on, one, of.batch, of.line) && whose(of.line)),
    }),
    may: ({ line, batch }, one) => mayDoWithLine(on, what, one, batch, line),
    whoMay: ({ line, batch }, one) => (seesLine(on, one, batch, line) ? whyNotLine(on, what, batch, line) : undefined),
    become: (of, one) => ({ ...become(of, one), by: one }),
    async change({ line, batch }, { as = what as keyof typeof lineTransitions, change, amountFen, by }) {
      const state = stateAfter(lineTransitions, as, line.state)
      const event = { at: on.moment.iso, act: what, by: byStaff(by), amountFen: amountFen ?? null, wordsSealed: seal(on.keys, words) }
      const becomes = await changeLine(on.db, line, { ...change, state, since: on.moment.today }, event)
      return becomes && { _id: becomes._id, line: becomes, batch }
    },
    gone: noLine,
    late: () => refusals.badInput('刚刚有人动过这一行。请刷新，看过再办。您写的字还在。'),
  })
}

const whose = ({ personId, householdId }: BatchLine) => ({ personId, ...(householdId !== null && { householdId }) })

async function findWithBatch({ db }: On, lineId: string): Promise<LineOfBatch | undefined> {
  const line = await findLine(db, lineId)
  const batch = line && (await findBatch(db, line.batchId))
  return batch && { _id: line._id, line, batch }
}

const atBankOnly = '要等这一批交了银行、有了结果才能办。'

/** To somebody who sees it: it stands elsewhere, or it is others who do this. */
function whyNotLine({ county }: On, what: LineAct, batch: Batch, line: BatchLine): Refusal {
  if (lineStands(what, batch, line)) return refusals.notAllowed(whoDoesLine(county, what, batch))
  if (!isAtBank(batch.state)) return refusals.badInput(`这一批现在是“${batchStateNames[batch.state]}”，${atBankOnly}您写的字还在。`)
  if (what === 'giveUp' && line.giveUpAskedBy === null) return refusals.badInput('还没有人提出不再发。先由一个人提出，再由另一个人同意。')
  if (what === 'askGiveUp' && line.giveUpAskedBy !== null) return refusals.badInput('已经有人提出不再发，正在等另一个人看。')
  return refusals.badInput(`这一行现在是“${lineStateNames[line.state]}”，不能${lineActNames[what]}。请刷新，看过再办。您写的字还在。`)
}
