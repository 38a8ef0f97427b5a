import { useState } from 'react'
import type { SchemeFile } from '#contract/office/schemes'
import type { BookView } from '#domain/money/scheme-book'
import { yuan } from '#domain/money/money'
import { sayWhen, type Day } from '#domain/time/dates'
import { schemeActNames, type SchemeAct } from '#domain/work/schemes'
import { Facts } from '../../../ui/desk/facts'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { SchemeActForm } from './acts/scheme-act-form'
import { Counted } from './counted'
import { SchemeHistory } from './scheme-history'
import { sayRate, stateOfScheme, viewNames } from './scheme-words'
import type { Place } from './place'
import { YearsTable } from './years-table'

interface Props {
  file: SchemeFile
  today: Day
  onGo: (place: Place) => void
}

/** One scheme on one page: who runs it by what terms, its households, its principal, its dividends by year. */
export function SchemePage({ file, today, onGo }: Props) {
  const { row, terms, wanted, unplaced } = file
  const { totals } = row
  const open = (view: BookView, year?: number) => onGo({ at: 'members', id: row.id, view, ...(year !== undefined && { year }) })
  return (
    <article id="scheme" className="sheet scheme" aria-label={row.name}>
      <div className="scheme__top">
        <Heading level={2}>{row.name}</Heading>
        <State {...stateOfScheme(row)} />
      </div>
      <Facts
        look="facts--line"
        facts={[
          ['方式', row.mode],
          ['谁经营', row.operator],
          ['地方', row.place],
          ['从哪天起', row.startOn && sayWhen(row.startOn)],
          ['一年分本金的', terms.map(({ fromYear, rate }) => `${sayRate(rate)}（${fromYear}年起）`).join('，')],
        ]}
      />
      {wanted && (
        <Notice id="scheme-wanted" kind="needs-you">
          {`等批准：${wanted.fromYear}年起，一年分本金的 ${sayRate(wanted.rate)}${row.guaranteed ? '（保底）' : ''}。要另一个人来批。`}
        </Notice>
      )}
      <Acts file={file} today={today} onGo={onGo} />
      <Heading level={3}>户和本金</Heading>
      <dl className="facts facts--line">
        {numbers.map((view) => (
          <div key={view}>
            <dt>{viewNames[view]}</dt>
            <dd>
              <Counted id={view} count={totals[view]} onOpen={() => open(view)} />
            </dd>
          </div>
        ))}
      </dl>
      <Facts
        look="facts--line"
        facts={[
          ['收了本金', `${yuan(totals.inFen)} 元`],
          ['退了', `${yuan(totals.returnedFen)} 元`],
          ['还在项目里', `${yuan(totals.standingFen)} 元`],
          ['其中等退还', totals.returningFen > 0 ? `${yuan(totals.returningFen)} 元` : undefined],
          ['没登记协议的，表上写着', totals.listedFen > 0 ? `${yuan(totals.listedFen)} 元` : undefined],
        ]}
      />
      {unplaced > 0 && <Notice id="scheme-unplaced">{`分红表上还有 ${unplaced} 行的人不在哪一户里，没有算进来。`}</Notice>}
      <Heading level={3}>分红</Heading>
      <YearsTable years={totals.years} today={today} onOpen={open} />
      {file.history.length > 0 && <SchemeHistory history={file.history} />}
    </article>
  )
}

const numbers = ['agreed', 'joined', 'listed', 'waiting', 'returning', 'left', 'untold'] as const

/** What may be done with the scheme, and the way to bring a household in. */
function Acts({ file, today, onGo }: Props) {
  const [doing, setDoing] = useState<SchemeAct>()
  const [news, setNews] = useState<string>()
  const { can, joins, row } = file
  const acts = can.filter((act) => act !== 'open')
  if (doing !== undefined && can.includes(doing))
    return (
      <SchemeActForm
        act={doing}
        file={file}
        today={today}
        onDone={() => {
          setNews(`“${schemeActNames[doing]}”办好了。`)
          setDoing(undefined)
        }}
        onClose={() => setDoing(undefined)}
      />
    )
  return (
    <section id="scheme-acts" aria-label="能办的">
      {news !== undefined && <Notice id="scheme-done">{news}</Notice>}
      <div className="form__end">
        {joins && (
          <Press id="scheme-join" kind="main" onPress={() => onGo({ at: 'join', id: row.id })}>
            登记一户入股
          </Press>
        )}
        {row.state === undefined && (
          <p className="table__note">这个项目还没有登记，只有分红表提到它。登记、批准以后，才能登记协议、退出。</p>
        )}
        {acts.map((act) => (
          <Press key={act} id={`scheme-do-${act}`} kind={act === 'approve' ? 'main' : 'second'} onPress={() => setDoing(act)}>
            {schemeActNames[act]}
          </Press>
        ))}
      </div>
    </section>
  )
}
