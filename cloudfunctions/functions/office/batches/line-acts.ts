import type { office } from '#contract/office/actions'
import { fen, yuan } from '#domain/money/money'
import { doWithLine, type DoingWithLine } from '#affairs/batches/lines/perform-line'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { MendedAccount } from '#store/money/batches'
import { presentLine } from './present-line'

/** Does one thing with a line, and shows it as it then is. */
async function perform(on: On, doing: DoingWithLine) {
  const { line, batch } = await doWithLine(on, doing)
  return presentLine(on, (await on.caller()).staff!, batch, line)
}

/** The bank's word on paper. Receipts that say otherwise later do not go over it, and are shown beside it. */
export const settleLine: Action<typeof office.settleLine> = ({ lineId, words, said, amountFen }, on) =>
  perform(on, {
    ...{ act: 'settle', action: 'office.settleLine', lineId, words },
    become({ line }) {
      const came = said === 'credit' ? (amountFen ?? line.amountFen) : fen(0)
      if (said === 'credit' && came <= 0) throw refusals.badInput('请写到账了多少元。您写的字还在。')
      if (came > line.amountFen)
        throw refusals.badInput(`这一行只发 ${yuan(line.amountFen)} 元，到账不会比它多。请照银行的单子再看一看。您写的字还在。`)
      return { as: said, change: { settled: true, creditedFen: came, bankWords: said === 'credit' ? null : words }, amountFen: came }
    },
  })

/** Another account, with what shows that it is theirs. It counts when a second person agrees. */
export const mendLine: Action<typeof office.mendLine> = ({ lineId, words, accountName, card }, on) =>
  perform(on, {
    ...{ act: 'mend', action: 'office.mendLine', lineId, words },
    become: (_, one) => ({
      change: { mendAskedBy: one._id, mendSealed: seal(on.keys, JSON.stringify({ accountName, card } satisfies MendedAccount)) },
    }),
  })

export const decideMend: Action<typeof office.decideMend> = ({ lineId, words, act }, on) =>
  perform(on, {
    ...{ act, action: 'office.decideMend', lineId, words },
    become: () => ({ change: { mendAskedBy: null, ...(act === 'refuseMend' && { mendSealed: null }) } }),
  })

export const giveUpLine: Action<typeof office.giveUpLine> = ({ lineId, words, act }, on) =>
  perform(on, {
    ...{ act, action: 'office.giveUpLine', lineId, words },
    become: (_, one) => ({ change: { giveUpAskedBy: act === 'askGiveUp' ? one._id : null } }),
  })

export const recoverLine: Action<typeof office.recoverLine> = ({ lineId, words }, on) =>
  perform(on, {
    ...{ act: 'recover', action: 'office.recoverLine', lineId, words },
    become: ({ line }, one) => ({ change: { recoverAskedBy: one._id }, amountFen: line.creditedFen }),
  })

/** Part of it, or the rest; with the rest it is at its end. By another than who began to take it back. */
export const tookBackLine: Action<typeof office.tookBackLine> = ({ lineId, words, amountFen }, on) =>
  perform(on, {
    ...{ act: 'tookBack', action: 'office.tookBackLine', lineId, words },
    become({ line: { creditedFen, recoveredFen } }) {
      const left = fen(creditedFen - recoveredFen)
      if (amountFen <= 0 || amountFen > left)
        throw refusals.badInput(
          `到账 ${yuan(creditedFen)} 元，已经追回 ${yuan(recoveredFen)} 元，这一次只能记 0.01 到 ${yuan(left)} 元。您写的字还在。`,
        )
      return { as: amountFen === left ? 'allBack' : 'tookBack', change: { recoveredFen: fen(recoveredFen + amountFen) }, amountFen }
    },
  })

/** By another than who began to take it back. */
export const unrecoverableLine: Action<typeof office.unrecoverableLine> = ({ lineId, words }, on) =>
  perform(on, {
    ...{ act: 'unrecoverable', action: 'office.unrecoverableLine', lineId, words },
    become: ({ line: { creditedFen, recoveredFen } }) => ({ amountFen: fen(creditedFen - recoveredFen) }),
  })
