import { useEffect, useRef } from 'react'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'

type Counted = readonly { day: Day; count: number }[]

/** Up to so many days each bar has room for its number. */
const fewDays = 31

/** A bar for each day. `words` says the same to those who cannot see it; the table beside it gives every number. */
export function DayBars({ days, today, words }: { days: Counted; today: Day; words: string }) {
  const highest = Math.max(1, ...days.map(({ count }) => count))
  const few = days.length <= fewDays
  // Where not all of them fit, the newest are in sight.
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (frame.current) frame.current.scrollLeft = frame.current.scrollWidth
  }, [days.length])
  return (
    <div ref={frame} className="day-bars__scroll" role="region" aria-label="每天的柱子，屏幕窄可以左右移" tabIndex={0}>
      <div className={`day-bars${few ? ' day-bars--few' : ''}`} role="img" aria-label={words}>
        {days.map(({ day, count }, i) => (
          <div key={day} className="day-bars__column" title={`${sayDay(day, today)}：${count} 次`}>
            <div className="day-bars__field">
              {few && count > 0 && <div className="day-bars__count">{count}</div>}
              <div className="day-bars__bar" style={{ height: count === 0 ? 0 : `max(2px, ${Math.round((count / highest) * 100)}%)` }} />
            </div>
            <div className="day-bars__label">{labelOf(days, i)}</div>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Under which bar a day stands: every fifth where there are few, the first of each month otherwise. */
function labelOf(days: Counted, i: number): string {
  const [, month, day] = days[i]!.day.split('-').map(Number) as [number, number, number]
  if (days.length > fewDays) return day === 1 ? `${month}月` : ''
  return (days.length - 1 - i) % 5 === 0 ? `${month}.${day}` : ''
}
