import { useState } from 'react'
import type { OfficerFile } from '#contract/supervision/actions'
import type { SourceAnswer } from '#contract/supervision/source'
import { opensSource, sourcesOf, statedNames, type SourceOf, type StatedField } from '#domain/people/stated'
import { partNames } from '#domain/register/register'
import type { Day } from '#domain/time/dates'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { DecidedWords } from './decided-words'
import { SaidLines } from './said-lines'
import type { useSource } from './use-look'

const names: Record<SourceOf, string> = {
  ...statedNames,
  money: partNames.money,
  dividends: partNames.dividends,
  helpers: partNames.helpers,
}

interface Props {
  opened: OfficerFile
  source: ReturnType<typeof useSource>
  today: Day
  onAsk: (of: SourceOf) => void
}

/** 哪里来的: one press for each thing that the file says, of those that the grant opens. */
export function Sources({ opened: { householdId, grant }, source, today, onAsk }: Props) {
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
              onPress={() => onAsk(of)}
            >
              {names[of]}
            </Press>
          ))}
      </div>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      {source.data && (
        <Answer key={source.submittedAt} told={source.data} of={asked!} whose={{ grantId: grant.id, householdId }} today={today} />
      )}
    </section>
  )
}

interface AnswerProps {
  told: SourceAnswer
  of: SourceOf
  whose: { grantId: string; householdId: string }
  today: Day
}

/** What was answered, and what it became since by somebody's word. */
function Answer({ told, of, whose, today }: AnswerProps) {
  const [newer, setNewer] = useState<SourceAnswer>()
  const { label, people } = newer ?? told
  return (
    <div id="source-answer" className="sources__answer" role="status">
      <Heading level={3}>{label}</Heading>
      {newer && <Notice id="source-written">记下了。旁边的档案还是打开时的样子，再打开就是新的。</Notice>}
      {people.length === 0 && <Empty>名册上这一户还没有人。</Empty>}
      {people.map((person, i) => (
        <div key={i} className="source">
          <strong>{person.who}</strong>
          <p>{person.why}</p>
          <SaidLines said={person.said} named={person.who !== ''} today={today} />
          {person.personId !== undefined && (
            <DecidedWords
              person={person}
              whose={{ ...whose, personId: person.personId, of: of as StatedField }}
              today={today}
              onDone={setNewer}
            />
          )}
        </div>
      ))}
    </div>
  )
}
