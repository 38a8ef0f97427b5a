import type { SourceAnswer } from '#contract/supervision/source'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sheetName } from '../../../ui/desk/say-row'

type Line = SourceAnswer['people'][number]['said'][number]

/** What each file says, and where in it. `named`: it is about somebody, and one of the lines is what the file shows. */
export const SaidLines = ({ said, named, today }: { said: readonly Line[]; named: boolean; today: Day }) => (
  <ul>
    {said.map((one, n) => (
      <li key={n} className={one.differs ? 'source__differs' : undefined}>
        {`${one.says}${one.shown && named ? '（档案里显示的）' : ''}${one.differs ? '（和显示的不一样）' : ''}`}
        <div className="source__where">{sayWhere(one, today)}</div>
      </li>
    ))}
  </ul>
)

/** 县公安局的死亡和迁移名单，10月10日：《公安_死亡注销.xlsx》“Sheet1”第 12 行 */
function sayWhere({ from, file, sheet, row, day }: Line, today: Day): string {
  const when = day === undefined ? from : `${from}，${sayDay(day, today)}`
  if (file === undefined) return when
  return `${when}：《${file}》${sheetName(sheet) === undefined ? '' : `“${sheetName(sheet)}”`}${row === undefined ? '' : `第 ${row} 行`}`
}
