import type { ReactNode } from 'react'
import type { BatchLineFile } from '#contract/office/batch-lines'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import { Press } from '../../../../ui/desk/press'
import { sayRow } from '../../../../ui/desk/say-row'

interface Props {
  file: BatchLineFile
  today: Day
  onLine: (id: string) => void
}

/** From the plan's row or the rule, through the batch and the bank, to where it went on. */
export function LineWay({ file: { row, batch, from, receipts, said, reissueOf, reissuedAs }, today, onLine }: Props) {
  const link = ({ id }: { id: string }, words: string): ReactNode => (
    <>
      {words}
      <Press id={`line-to-${id}`} kind="quiet" onPress={() => onLine(id)}>
        看那一行
      </Press>
    </>
  )
  const steps: ReactNode[] = [
    ...(from.file === undefined ? [] : [`计划：${from.file}${from.row === undefined ? '' : `，${sayRow(from.sheet, from.row)}`}`]),
    ...(from.why === undefined ? [] : [`依据：${from.why}`]),
    ...(reissueOf ? [link(reissueOf, `重发：“${reissueOf.batch}”里没有到账的那一行。`)] : []),
    `批次：${batch.name}，第 ${row.serial ?? row.n} 号${batch.handedOn === undefined ? '，还没有报银行' : `，${sayDay(batch.handedOn, today)}报银行`}`,
    ...receipts.map(
      ({ on, amountFen, says, file, row: at, credited }) =>
        `银行${on === undefined ? '' : `${sayDay(on, today)}`}说：${credited ? '到账' : '没有入账'} ${yuan(amountFen)} 元，${says}（${file}${at === undefined ? '' : `，第 ${at} 行`}）`,
    ),
    ...(receipts.length === 0 && batch.handedOn !== undefined ? ['银行还没有回音'] : []),
    ...said.map(({ on, words }) => `${sayDay(on, today)}，${words}`),
    ...(reissuedAs ? [link(reissuedAs, `转到“${reissuedAs.batch}”里发了。`)] : []),
  ]
  return (
    <ol id="line-way" className="batch__list">
      {steps.map((step, i) => (
        <li key={i}>{step}</li>
      ))}
    </ol>
  )
}
