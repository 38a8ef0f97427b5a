import type { CaseFile } from '#contract/office/cases'
import { caseKindNames, caseSourceNames } from '#domain/work/cases'
import { sayDay, type Day } from '#domain/time/dates'
import type { Fact } from '../../../ui/desk/facts'
import { Facts } from '../../../ui/desk/facts'
import { State } from '../../../ui/desk/state'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { CaseActs } from './acts/case-acts'
import { CaseHistory } from './case-history'
import { CheckView } from './check-view'
import { sayDue, stateOf } from './case-words'

/** One case: what it would change, what may be done now, what it rests on, and all that was done. */
export function CaseView({ file, today }: { file: CaseFile; today: Day }) {
  const { row, members, objections, applicant, check } = file
  const name = `${caseKindNames[row.kind]}：${row.who}`
  return (
    <article id="case" className="sheet case" aria-label={name}>
      <div className="case__top">
        <Heading level={2}>{name}</Heading>
        <State {...stateOf(row)} />
      </div>
      <p className="case__proposes">{file.proposes}</p>
      <Facts look="facts--line" facts={factsOf(file, today)} />
      {objections.length > 0 && (
        <Notice id="case-objections" kind="needs-you">
          {`公示期间有 ${objections.length} 条不同意见，报批前请核实，写明怎么核的。`}
        </Notice>
      )}
      {file.alike !== undefined && (
        <Notice id="case-alike" kind="needs-you">
          {file.alike}
        </Notice>
      )}
      {file.waits !== undefined && <Notice id="case-waits">{file.waits}</Notice>}
      <CaseActs key={row.id} file={file} today={today} />
      {applicant && (
        <>
          <Heading level={3}>申请的人怎么说</Heading>
          <p className="case__said">{[applicant.hardship, applicant.words].filter(Boolean).join('：')}</p>
        </>
      )}
      {members.length > 0 && (
        <>
          <Heading level={3}>人</Heading>
          <ul id="case-members" className="case__list">
            {members.map(({ name, relation, onRegister }, i) => (
              <li key={i}>{`${name}，${relation}${onRegister ? '' : '，不在名册上'}`}</li>
            ))}
          </ul>
        </>
      )}
      {objections.length > 0 && (
        <>
          <Heading level={3}>不同意见</Heading>
          <ul className="case__list">
            {objections.map(({ on, words }, i) => (
              <li key={i}>
                <span className="table__note">{sayDay(on, today)}</span> {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {check && <CheckView check={check} today={today} />}
      {file.told !== undefined && (
        <>
          <Heading level={3}>本人看到的话</Heading>
          <p className="case__said">{file.told}</p>
        </>
      )}
      <Heading level={3}>经过</Heading>
      <CaseHistory history={file.history} />
    </article>
  )
}

const factsOf = ({ row, notice, days, applicant, waits }: CaseFile, today: Day): Fact[] => [
  ['地方', row.place],
  ['从哪里来', `${caseSourceNames[row.source]}，${sayDay(row.raisedOn, today)}`],
  ['下一步', row.endedOn === undefined && waits === undefined ? row.next : undefined],
  ['这一步', row.endedOn === undefined ? sayDue(row, today) : undefined],
  ['整件', days.decidedOn === undefined && row.endedOn === undefined ? `${sayDay(days.wholeDueOn, today)}前批下来` : undefined],
  ['公示', notice && `${sayDay(notice.from, today)}到${sayDay(notice.until, today)}${notice.isOver ? '，满了' : ''}`],
  ['批准', days.decidedOn && sayDay(days.decidedOn, today)],
  ['告知', days.toldOn && sayDay(days.toldOn, today)],
  ['可以申诉到', days.appealUntil && sayDay(days.appealUntil, today)],
  ['观察到', days.watchUntil && sayDay(days.watchUntil, today)],
  ['电话', applicant?.phone],
  ['办完', row.endedOn && sayDay(row.endedOn, today)],
]
