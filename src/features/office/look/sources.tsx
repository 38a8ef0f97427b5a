import type { OfficerFile } from '#contract/supervision/actions'
import type { SourceAnswer } from '#contract/supervision/source'
import { opensSource, sourcesOf, statedNames, type SourceOf } from '#domain/people/stated'
import { partNames } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { useSource } from './use-look'

const names: Record<SourceOf, string> = {
  ...statedNames,
  money: partNames.money,
  dividends: partNames.dividends,
  helpers: partNames.helpers,
}

/** 哪里来的: one press for each thing that the file says, of those that the grant opens. */
export function Sources({ opened: { householdId, grant }, today }: { opened: OfficerFile; today: Day }) {
  const source = useSource()
  const asked = source.variables?.of
  const trouble = sayTrouble(source.error)
  return (
    <section id="look-sources" className="sheet" aria-label="哪里来的">
      <Heading level={2}>哪里来的</Heading>
      <div className="sources__ask">
        {sourcesOf
          .filter((of) => opensSource(grant, of))
          .map((of) => (
            <Press
              key={of}
              id={`source-${of}`}
              name={`${names[of]}哪里来的`}
              busy={source.isPending && asked === of && '正在找…'}
              onPress={() => source.mutate({ grantId: grant.id, householdId, of })}
            >
              {names[of]}
            </Press>
          ))}
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      {source.data && <Answer of={source.data} today={today} />}
    </section>
  )
}

const Answer = ({ of: { label, people }, today }: { of: SourceAnswer; today: Day }) => (
  <div id="source-answer" role="status">
    <Heading level={3}>{label}</Heading>
    {people.length === 0 && <Empty>名册上这一户还没有人。</Empty>}
    {people.map(({ who, why, said }, i) => (
      <div key={i} className="source">
        <strong>{who}</strong>
        <p>{why}</p>
        <ul>
          {said.map((one, n) => (
            <li key={n} className={one.differs ? 'source__differs' : undefined}>
              {`${one.says}${one.shown && who !== '' ? '（档案里显示的）' : ''}${one.differs ? '（和显示的不一样）' : ''}`}
              <div className="source__where">{sayWhere(one, today)}</div>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </div>
)

/** 县公安局的死亡和迁移名单，10月10日：《公安_死亡注销.xlsx》“Sheet1”第 12 行 */
function sayWhere({ from, file, sheet, row, day }: SourceAnswer['people'][number]['said'][number], today: Day): string {
  const when = day === undefined ? from : `${from}，${sayDay(day, today)}`
  if (file === undefined) return when
  return `${when}：《${file}》${sheet === undefined ? '' : `“${sheet}”`}${row === undefined ? '' : `第 ${row} 行`}`
}
