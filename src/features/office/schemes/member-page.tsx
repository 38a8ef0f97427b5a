import type { SchemeMemberFile } from '#contract/office/schemes'
import { yuan } from '#domain/money/money'
import { sayDay, sayWhen, type Day } from '#domain/time/dates'
import { Facts } from '../../../ui/desk/facts'
import { State } from '../../../ui/desk/state'
import { Table } from '../../../ui/desk/table'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { MemberActs } from './acts/member-acts'
import { SchemeHistory } from './scheme-history'
import { isAgreed } from '#domain/work/memberships'
import { sayReturning, saySignerGone, sayWanted, stateOfMember } from './scheme-words'

const whats = { in: '收进本金', out: '退出，不再分红', returned: '退还本金' } as const

/** One household in one scheme: every entry of its principal, its dividends by year, and what may be done now. */
export function MemberPage({ file, today }: { file: SchemeMemberFile; today: Day }) {
  const { row, scheme, entries, years, rows, told } = file
  const { off } = row
  return (
    <article id="member" className="sheet scheme" aria-label={`${row.who}在${scheme.name}`}>
      <div className="scheme__top">
        <Heading level={2}>{`${scheme.name}：${row.who}`}</Heading>
        <State {...stateOfMember(row)} />
      </div>
      <Facts
        look="facts--line"
        facts={[
          ['地方', row.place],
          ['方式', scheme.mode],
          ['协议', file.signedOn && `${sayWhen(file.signedOn)}${file.signer ? `${file.signer.who}` : ''}签`],
          ['收了本金', row.inFen > 0 ? `${yuan(row.inFen)} 元` : undefined],
          ['退了', row.returnedFen > 0 ? `${yuan(row.returnedFen)} 元` : undefined],
          ['还在项目里', row.inFen > 0 ? `${yuan(row.standingFen)} 元` : undefined],
          ['分红表上写的本金', row.listedFen > 0 ? `${yuan(row.listedFen)} 元` : undefined],
          ['为什么退出', file.reason],
          ['退还本金', sayReturning(row, today)],
        ]}
      />
      {off && off.toldOn === undefined && row.state !== 'left' && row.state !== 'dropped' && row.state !== 'returning' && (
        <Notice id="member-untold" kind="needs-you">
          {`这一户${sayDay(off.since, today)}离开了名册。离开名册不等于退出抱团：先告知他家本金怎么办，记下来，再提出退出。`}
        </Notice>
      )}
      {file.signer?.gone && isAgreed(row.state) && (
        <Notice id="member-signer-gone" kind="needs-you">
          {saySignerGone(file)}
        </Notice>
      )}
      {file.wanted && (
        <Notice id="member-wanted" kind="needs-you">
          {sayWanted(file.wanted)}
        </Notice>
      )}
      <MemberActs file={file} today={today} />
      {told && (
        <>
          <Heading level={3}>告知过他家的话</Heading>
          <p className="scheme__said">{`${sayDay(told.on, today)}：${told.words}`}</p>
        </>
      )}
      {years.length > 0 && (
        <>
          <Heading level={3}>分红</Heading>
          <Table
            id="member-years"
            name="各年分红"
            rows={years}
            keyOf={({ year }) => String(year)}
            warm={({ isOver, outstandingFen }) => isOver && outstandingFen > 0}
            columns={[
              { id: 'year', title: '哪一年', cell: ({ year }) => `${year}年` },
              {
                id: 'by',
                title: '最晚哪天发',
                cell: ({ dueFen, dueOn, isOver }) =>
                  dueFen === 0 ? '没有协议，不知道应分多少' : `${sayDay(dueOn, today)}${isOver ? '，过了' : ''}`,
              },
              { id: 'due', title: '应分（元）', numeric: true, cell: ({ dueFen }) => (dueFen === 0 ? '' : yuan(dueFen)) },
              { id: 'paid', title: '分了（元）', numeric: true, cell: ({ paidFen }) => yuan(paidFen) },
              {
                id: 'short',
                title: '还差（元）',
                numeric: true,
                cell: ({ outstandingFen }) => (outstandingFen === 0 ? '' : yuan(outstandingFen)),
              },
            ]}
          />
        </>
      )}
      {entries.length > 0 && (
        <>
          <Heading level={3}>本金进出</Heading>
          <Table
            id="member-entries"
            name="本金进出"
            rows={entries.map((entry, i) => ({ ...entry, i }))}
            keyOf={({ i }) => String(i)}
            columns={[
              { id: 'on', title: '哪天', cell: ({ on }) => sayWhen(on) },
              { id: 'what', title: '什么', cell: ({ what }) => whats[what] },
              { id: 'amount', title: '金额（元）', numeric: true, cell: ({ amountFen, what }) => (what === 'out' ? '' : yuan(amountFen)) },
            ]}
          />
        </>
      )}
      {rows.length > 0 && (
        <>
          <Heading level={3}>分红表上的行</Heading>
          <ul className="scheme__list">
            {rows.map(({ year, principalFen, dividendFen, file: from, row: at }, i) => (
              <li key={i}>
                {`${year}年：本金 ${yuan(principalFen)} 元，分红 ${yuan(dividendFen)} 元`}
                {from && <span className="table__note">{` ${from}${at === undefined ? '' : ` 第 ${at} 行`}`}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {file.history.length > 0 && <SchemeHistory history={file.history} />}
    </article>
  )
}
