import type { OfficerFile } from '#contract/supervision/actions'
import { vitalNames } from '#domain/people/vital'
import { isDay, sayDay, sayMonth, type Day } from '#domain/time/dates'
import { sayRow } from '../../../ui/desk/say-row'
import { Heading } from '../../../ui/read/heading'

/** What other departments' lists say happened to members of the household, with where it stands; nobody has decided on it. */
export const ToldEvents = ({ told, today }: { told: OfficerFile['told']; today: Day }) => (
  <section id="look-told" className="sheet" aria-label="别的部门报来的">
    <Heading level={2}>别的部门报来的</Heading>
    <p>名册还没有动，农户看不到这一栏。请核实后再办。</p>
    {told.map(({ name, relation, kind, on, onIs, source: { agency, day, sheet, row } }, i) => (
      <div key={i} className="numbers">
        <strong>{`${name} ${relation}：${vitalNames[kind]}`}</strong>
        <dl className="facts facts--wide">
          <div>
            <dt>{onIs === 'registered' ? '登记或火化日期' : '日期'}</dt>
            <dd>{isDay(on) ? sayDay(on, today) : sayMonth(on, today)}</dd>
          </div>
          <div>
            <dt>出处</dt>
            <dd>{`${agency}的名单（${sayDay(day, today)}），${sayRow(sheet, row)}`}</dd>
          </div>
        </dl>
      </div>
    ))}
  </section>
)
