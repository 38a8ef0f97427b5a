import type { CaseFile } from '#contract/office/cases'
import { ask, sayTrouble } from '../../../../services/desk/office-call'
import { Press } from '../../../../ui/desk/press'
import { Notice } from '../../../../ui/read/notice'
import { useDoing } from '../use-cases'

interface Props {
  file: CaseFile
  reusable: NonNullable<CaseFile['reusable']>
  /** The day of the check, as people say it. */
  said: string
  onDone: (words: string) => void
}

/** A check of the same household that is fresh enough: nobody needs to go there again. */
export function ReusePress({ file, reusable, said, onDone }: Props) {
  const doing = useDoing(
    () => ask('office', 'reuseCheck', { id: file.row.id, checkId: reusable.id }),
    () => onDone('沿用了最近的入户核查。'),
  )
  const trouble = sayTrouble(doing.error)
  return (
    <Notice id="case-reusable">
      {`${said}${reusable.by}去过这一户，不用再上门。`}
      <Press id="case-reuse" busy={doing.isPending && '正在记…'} onPress={() => doing.mutate()}>
        沿用这次核查
      </Press>
      {trouble}
    </Notice>
  )
}
