import { useState } from 'react'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Table } from '../../../ui/desk/table'
import { Heading } from '../../../ui/read/heading'
import { DayBars } from './day-bars'

interface Props {
  days: readonly { day: Day; count: number }[]
  today: Day
}

/** Scans day by day, as bars and, for those who would rather read, as a table. */
export function DayChart({ days, today }: Props) {
  const [table, setTable] = useState(false)
  const most = days.reduce((best, one) => (one.count > best.count ? one : best))
  const without = days.filter(({ count }) => count === 0).length
  const words = `最多的一天是${sayDay(most.day, today)}，${most.count} 次。${without > 0 ? `${without} 天没有人扫。` : '天天有人扫。'}`
  return (
    <section className="sheet" aria-label="每天的次数">
      <div className="room-top">
        <Heading level={2}>每天的次数</Heading>
        <Press id="scans-as-table" expanded={table} onPress={() => setTable(!table)}>
          {table ? '收起表格' : '看表格'}
        </Press>
      </div>
      <p id="scans-words" className="room-words">
        {words}
      </p>
      <DayBars days={days} today={today} words={`每天扫码次数。${words}`} />
      {table && (
        <Table
          id="scans-days"
          name="每天的次数"
          columns={[
            { id: 'day', title: '哪天', cell: ({ day }) => sayDay(day, today) },
            { id: 'count', title: '次数', numeric: true, cell: ({ count }) => count },
          ]}
          rows={[...days].reverse()}
          keyOf={({ day }) => day}
        />
      )}
    </section>
  )
}
