import type { Scans } from '#contract/office/publishing'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { saveFile } from '../../../services/share/save-file'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { csvOf } from '#domain/files/csv'
import { DayChart } from './day-chart'
import { PlacesRanking } from './places-ranking'
import type { Range } from './range'
import { everyDay } from './range'

/** The sum, then the days, then the places; each to be taken away as a file. */
export function ScansView({ range, scans: { total, days, places }, today }: { range: Range; scans: Scans; today: Day }) {
  const said = `${sayDay(range.from, today)}到${sayDay(range.until, today)}`
  if (total === 0) return <Empty>{`${said}没有人扫过海报。海报在村里贴出去、有人扫了以后，这里看得到哪天扫了几次、哪个村扫得多。`}</Empty>
  const all = everyDay(range, days)
  const save = (what: string, lines: (string | number)[][]) =>
    saveFile(`海报扫码${what}_${range.from}_${range.until}.csv`, csvOf(lines), 'text/csv')
  return (
    <>
      <div className="scans-top">
        <div>
          <div id="scans-total" className="scans-top__total">{`一共扫了 ${total.toLocaleString('zh-CN')} 次`}</div>
          <div className="table__note">{`${said}，${places.length} 个地方有人扫。只数次数，不记是谁。`}</div>
        </div>
        <div className="form__end">
          <Press id="scans-save-days" onPress={() => save('每天', [['日期', '次数'], ...all.map(({ day, count }) => [day, count])])}>
            导出每天的次数
          </Press>
          <Press
            id="scans-save-places"
            onPress={() => save('各地', [['地方', '区划代码', '次数'], ...places.map(({ name, code, count }) => [name, code, count])])}
          >
            导出各地的次数
          </Press>
        </div>
      </div>
      <DayChart days={all} today={today} />
      <PlacesRanking places={places} />
    </>
  )
}
