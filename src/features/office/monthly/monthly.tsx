import { useState } from 'react'
import type { DeskMe } from '#contract/office/desk'
import { addMonths, monthOf, monthsUpTo, sayMonth } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import { SelectBox } from '../../../ui/desk/select-box'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { LooksTable } from './looks-table'
import { IssuedTable } from './issued-table'
import { Signature } from './signature'
import { useMonthly } from './use-monthly'
import './monthly.scss'

/** 月报: who of the agency looked at whom, for its head to read and sign. Opens at the month that is over. */
export function MonthlyPaper({ me }: { me: DeskMe }) {
  const today = dayNow()
  const [month, setMonth] = useState(() => addMonths(monthOf(today), -1))
  const query = useMonthly(month)
  const months = monthsUpTo(monthOf(today), 12)
    .reverse()
    .map((id) => ({ id, label: sayMonth(id, today) }))
  return (
    <>
      <div className="room-top">
        <Heading level={1}>{`${me.agency}查阅月报`}</Heading>
      </div>
      <div className="filters">
        <SelectBox id="monthly-month" label="哪个月" options={months} value={month} onChange={setMonth} />
      </div>
      <WhenReady query={query} words="正在算…">
        {(monthly) => (
          <>
            {monthly.rows.length === 0 ? <Empty>这个月本单位没有人查过农户的信息。</Empty> : <LooksTable rows={monthly.rows} />}
            {monthly.issued.length > 0 && <IssuedTable rows={monthly.issued} />}
            <Signature monthly={monthly} me={me} />
          </>
        )}
      </WhenReady>
    </>
  )
}
