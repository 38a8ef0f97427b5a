import type { ReactNode } from 'react'
import type { HouseholdFile } from '#contract/household/actions'
import type { AlertFile, AlertRow } from '#contract/supervision/alerts'
import { wordMeanings } from '#domain/alerts/finding'
import { yuan } from '#domain/money/money'
import { daysBetween, sayDay, type Day } from '#domain/time/dates'
import type { Fact } from '../../../ui/desk/facts'
import { Facts } from '../../../ui/desk/facts'
import { State } from '../../../ui/desk/state'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { Acts } from './acts/acts'
import { AlertHistory } from './alert-history'
import { AlertRecords } from './alert-records'
import { OpenCase } from './open-case'
import { sayReminder, stateOf } from './alert-words'

interface Props {
  file: AlertFile
  today: Day
  draw: (file: HouseholdFile) => ReactNode
}

/** One alert: what does not fit, what it rests on, what may be done now, and all that was done. */
export function AlertView({ file, today, draw }: Props) {
  const { row, whys, looksFor } = file
  const { name } = row
  return (
    <article id="alert" className="sheet alert" aria-label={name}>
      <div className="alert__top">
        <Heading level={2}>
          <span className="alert__word">{row.word}</span> {name}
        </Heading>
        <State {...stateOf(row)} />
      </div>
      {whys.map((why) => (
        <p key={why} className="alert__why">
          {why}
        </p>
      ))}
      <p className="table__note">{`${row.word}：${wordMeanings[row.word]}。这一种找的是：${looksFor}`}</p>
      <Facts look="facts--line" facts={factsOf(row, today)} />
      {row.factsGoneOn !== undefined && row.state !== 'gone' && (
        <Notice id="alert-facts-gone" kind="needs-you">
          {`${sayDay(row.factsGoneOn, today)}起，数据里已经没有这件事了。可能是改好了，也可能是数据改了：请核实，再复查、办结。`}
        </Notice>
      )}
      <Acts key={row.id} file={file} />
      <OpenCase file={file} />
      <Heading level={3}>依据</Heading>
      <AlertRecords file={file} today={today} draw={draw} />
      <Heading level={3}>经过</Heading>
      <AlertHistory history={file.history} />
    </article>
  )
}

const factsOf = (row: AlertRow, today: Day): Fact[] => [
  ['地方', row.place],
  ['涉及', row.amountFen === undefined ? undefined : `${yuan(row.amountFen)} 元`],
  ['先看的单位', row.first],
  ['谁手上', row.holder],
  ['发现', sayDay(row.raisedOn, today)],
  [
    '期限',
    row.dueOn === undefined ? undefined : `${sayDay(row.dueOn, today)}${row.late ? `，过了 ${daysBetween(row.dueOn, today)} 天` : ''}`,
  ],
  ['督促', row.reminded && sayReminder(row.reminded)],
  ['追回、补发', row.movedFen === undefined ? undefined : `${yuan(row.movedFen)} 元`],
]
