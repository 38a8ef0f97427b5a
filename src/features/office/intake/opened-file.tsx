import type { Look } from '#contract/intake/look'
import type { RowReason } from '#contract/intake/actions'
import { sayTrouble } from '../../../services/desk/office-call'
import { sayDay } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { EffectsList } from './effects-list'
import { Questions, type LookQuestion } from './questions'
import { ReasonsTable } from './reasons-table'
import { sayCounts, sayVersion } from './say-counts'
import { TakeIn } from './take-in'
import { Understood, type Direction } from './understood'
import { useDirect } from './use-intake'

/** One file that was looked at: what is asked, what it is read as, what would change, and the button. */
interface Props {
  look: Look
  onLook: (look: Look) => void
  onTaken: () => void
}

export const OpenedFile = (props: Props) =>
  props.look.returned === undefined ? <Understanding {...props} /> : <ComeBack {...props} rows={props.look.returned} />

/** Refused rows that a department has mended: nothing to understand, each is checked when it is taken in. */
const ComeBack = ({ look: { sha256, fileName }, rows, onTaken }: Props & { rows: number }) => (
  <div id="opened-file">
    <Heading level={2}>{fileName}</Heading>
    <div className="room-words">{`这是改好发回来的退回行，${rows} 行。收的时候每一行再查一遍：改对的收下，没改对的还留在“退回的行”里。`}</div>
    <TakeIn sha256={sha256} onTaken={onTaken} />
  </div>
)

function Understanding({ look, onLook, onTaken }: Props) {
  const direct = useDirect(onLook)
  const { sha256, fileName, questions } = look
  const kind = look.choices.kinds.find(({ value }) => value === look.kind)?.label
  const order = (direction: Direction) => direct.mutate({ sha256, ...direction })
  return (
    <div id="opened-file">
      <Heading level={2}>{fileName}</Heading>
      <div id="look-words" className="room-words">
        {[kind ?? '没有认出是什么表', look.period, `说的是${sayDay(look.spokenOn, dayNow())}的情况`, look.rows > 0 && sayCounts(look)]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {questions.length > 0 && (
        <Questions questions={questions} busy={direct.isPending} onAnswer={(question, value) => order(answerOf(question, value))} />
      )}
      {direct.isPending && <Notice>正在照您说的重新看…</Notice>}
      {direct.error && (
        <Notice id="direct-trouble" kind="wrong">
          {sayTrouble(direct.error)}
        </Notice>
      )}
      {look.versions?.map((version) => (
        <Notice key={`${version.file} ${version.scope}`}>{sayVersion(version)}</Notice>
      ))}
      <TakeIn key={sha256} sha256={sha256} blocked={look.blocked} onTaken={onTaken} />
      {look.effects && <EffectsList effects={look.effects} />}
      <Understood look={look} onDirect={order} />
      {look.reasons.length > 0 && <ReasonsTable reasons={look.reasons as RowReason[]} all={look.quarantined + look.warned} isIn={false} />}
    </div>
  )
}

/** An answer as `direct` takes it. */
export function answerOf({ about, sheet, column, headings }: LookQuestion, value: string): Direction {
  if (about === 'column') return { columns: [{ sheet: sheet ?? '', headings, column: column ?? 0, key: value === '' ? null : value }] }
  return { [about === 'agency' ? 'agencyId' : about]: value } as Direction
}
