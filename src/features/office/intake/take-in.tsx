import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Notice } from '../../../ui/read/notice'
import { useTakeIn } from './use-intake'

interface Props {
  sha256: string
  /** Why it cannot be taken in as it is. */
  blocked?: string | undefined
  onTaken: () => void
}

/** The one button that writes. From then on it goes by itself. */
export function TakeIn({ sha256, blocked, onTaken }: Props) {
  const takeIn = useTakeIn(onTaken)
  if (blocked !== undefined)
    return (
      <div className="take-in">
        <Notice id="look-blocked" kind="needs-you">
          {blocked}
        </Notice>
      </div>
    )
  return (
    <div className="take-in">
      <Press id="take-in" kind="main" busy={takeIn.isPending && '正在导入…'} onPress={() => takeIn.mutate(sha256)}>
        导入这份表
      </Press>
      {takeIn.error && (
        <Notice id="take-in-trouble" kind="wrong">
          {sayTrouble(takeIn.error)}
        </Notice>
      )}
    </div>
  )
}
