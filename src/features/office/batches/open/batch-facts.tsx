import type { BatchFile } from '#contract/office/batches'
import { yuan } from '#domain/money/money'
import { sayDay, sayMonth, type Day } from '#domain/time/dates'
import type { Fact } from '../../../../ui/desk/facts'
import { Facts } from '../../../../ui/desk/facts'

const sources = { entitlements: '按应发的编', plan: '按部门的计划编', returned: '没到账的重发' } as const

/** Whose, which month, from what, through which bank, by whom, and since when the money is here. */
export function BatchFacts({ file, today }: { file: BatchFile; today: Day }) {
  const { row, source, approvedOn } = file
  const on = (day: Day | undefined) => day && sayDay(day, today)
  const held = row.daysHeld === undefined ? '' : `，${row.daysHeld} 天了`
  const facts: Fact[] = [
    ['谁发', row.agency],
    ['哪个月', sayMonth(row.month, today)],
    ['从哪里编', source.fileName === undefined ? sources[source.from] : `${sources[source.from]}：${source.fileName}`],
    ['计划上印的合计', source.printedFen && `${yuan(source.printedFen)} 元`],
    ['银行', file.bank],
    ['钱到县里', file.fundedOn && `${on(file.fundedOn)}${held}`],
    ['编的人', file.drafter],
    ['复核的人', file.approver && `${file.approver}${approvedOn === undefined ? '' : `，${on(approvedOn)}`}`],
    ['报银行', on(file.handedOn)],
    ['文件校验码', file.fileDigest?.slice(0, 16)],
    ['办结', on(row.closedOn)],
  ]
  return <Facts look="facts--line" facts={facts} />
}
