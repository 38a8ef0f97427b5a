import type { ReactNode } from 'react'
import type { OfficerFile } from '#contract/supervision/actions'
import type { SourceOf, StatedField } from '#domain/people/stated'
import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { GrantLines } from './grant-lines'
import { Numbers } from './numbers'
import { markOf, SourceMark } from './source-mark'
import { Sources } from './sources'
import { StateIncome } from './state-income'
import { ToldEvents } from './told-events'
import { useSource } from './use-look'

/** Draws a household's file; `mark` stands at a value of the head, or of the member so far down the list. */
export type DrawFile = (file: OfficerFile['file'], mark: (of: StatedField, member?: number) => ReactNode) => ReactNode

interface Props {
  opened: OfficerFile
  today: Day
  draw: DrawFile
  onClose: () => void
  /** An income was written down: what the file now says of income. */
  onIncome: (income: NonNullable<OfficerFile['file']['income']>) => void
}

/** One household's file under a grant; drawn as the farmer sees it, with what only an officer may see beside it. */
export function OpenedFile({ opened, opened: { file, grant, numbers, told, marks, householdId }, today, draw, onClose, onIncome }: Props) {
  const source = useSource()
  const onAsk = (of: SourceOf) => source.mutate({ grantId: grant.id, householdId, of })
  /** From a value in the file, perhaps far above the panel. */
  const onMark = (of: StatedField) => {
    onAsk(of)
    document.getElementById('look-sources')?.scrollIntoView({ block: 'start' })
  }
  const mark = (of: StatedField, member?: number) => {
    const found = markOf(marks, of, member)
    return found && <SourceMark mark={found} onPress={onMark} />
  }
  return (
    <>
      <div className="room-top">
        <Press id="look-back" onPress={onClose}>
          看完了，返回
        </Press>
      </div>
      <Notice id="look-recorded" kind={grant.emergency ? 'needs-you' : 'plain'}>
        {grant.emergency
          ? '紧急查询已记录，本单位一把手已收到提醒，农户看得到。到时间后要再查，得有授权。'
          : '本次查阅已记录，农户看得到。'}
      </Notice>
      <div className="opened">
        <div className="opened__file">{draw(file, mark)}</div>
        <div className="opened__side">
          {numbers.length > 0 && <Numbers people={numbers} mark={mark} />}
          {told.length > 0 && <ToldEvents told={told} today={today} />}
          <Sources opened={opened} source={source} today={today} onAsk={onAsk} />
          {file.income && <StateIncome opened={opened} onStated={onIncome} />}
          <section className="sheet" aria-label="按哪一项授权查的">
            <strong>{grant.emergency ? '紧急查询' : grant.purposeLabel}</strong>
            <GrantLines grant={grant} today={today} />
          </section>
        </div>
      </div>
    </>
  )
}
