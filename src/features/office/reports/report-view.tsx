import { useMemo } from 'react'
import type { ReportFile, ReportRow } from '#contract/supervision/reports'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { reportActs, reportOutcomeNames } from '#domain/work/reports'
import { canBe } from '#domain/work/transitions'
import { today as dayNow } from '../../../services/wire/clock'
import { useOpenKeys } from '../../../services/sealing/report-keys'
import type { Fact } from '../../../ui/desk/facts'
import { Facts } from '../../../ui/desk/facts'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { useKept } from '../../../ui/desk/use-kept'
import type { Doing } from './acts/act-props'
import { Acts } from './acts/acts'
import { conflictOf } from './conflict'
import { ConflictBanner } from './conflict-banner'
import { LetterView } from './letters/letter-view'
import { PrintedReport } from './letters/printed-report'
import { readLetters } from './letters/read-letters'
import { categoryName, shortNumber, stateOf } from './report-words'
import { usePhotos } from './letters/use-photos'

interface Props {
  file: ReportFile
  officeId: string
  onDone: (words: string) => void
  onGone: (words: string) => void
}

/** One report, opened in this browser as far as its keys go, and what may be done with it. */
export function ReportView({ file, officeId, onDone, onGone }: Props) {
  const { row } = file
  const keys = useOpenKeys()
  const letters = useMemo(
    () =>
      readLetters(
        file,
        keys.map(({ pair }) => pair),
      ),
    [file, keys],
  )
  const photos = usePhotos(row.id)
  const [doing, setDoing] = useKept<Doing>(`report doing ${row.id}`, '')
  const conflict = canBe(reportActs, 'pass', row.state) ? conflictOf(letters, officeId) : undefined
  return (
    <section id="report-open" className="sheet report" aria-label="举报">
      <div className="report__top">
        <State
          {...(letters.first && row.state === 'new' && !row.late && row.spamSaidBy === undefined
            ? { kind: 'needs-you', words: '打开了，还没受理' }
            : stateOf(row))}
        />
        <Facts look="facts--line" facts={factsOf(row, dayNow())} />
      </div>
      {conflict && <ConflictBanner conflict={conflict} onPass={doing === 'pass' ? undefined : () => setDoing(() => 'pass')} />}
      {letters.all.map((letter) => (
        <LetterView key={letter.id} letter={letter} keys={keys.length} photos={photos} />
      ))}
      {letters.first && (
        <div className="report__print">
          <Press id="report-print" kind="quiet" onPress={() => window.print()}>
            打印入卷
          </Press>
          <PrintedReport row={row} letters={letters} pictures={photos.pictures} />
        </div>
      )}
      <Acts
        row={row}
        letters={letters}
        officeId={officeId}
        passTo={conflict?.to?.id}
        doing={doing}
        onDo={(what) => setDoing(() => what)}
        onDone={onDone}
        onGone={onGone}
      />
    </section>
  )
}

function factsOf({ id, receivedOn, category, dueOn, state, caseNo, outcome, closedOn, destroyOn }: ReportRow, today: Day): Fact[] {
  const day = (on: Day | undefined) => on && sayDay(on, today)
  return [
    ['收到', day(receivedOn)],
    [state === 'new' ? '受理期限' : '答复期限', day(dueOn)],
    ['类别', category && categoryName(category)],
    ['案件编号', caseNo],
    ['办结', day(closedOn)],
    ['结果', outcome && reportOutcomeNames[outcome]],
    ['销毁', day(destroyOn)],
    ['编号', shortNumber(id)],
  ]
}
