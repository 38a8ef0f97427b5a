import { Press } from './press'

interface Props {
  id: string
  /** Nothing on the first page. */
  onBack?: (() => void) | undefined
  /** Nothing on the last. */
  onNext?: (() => void) | undefined
  busy?: boolean
}

/** Below a list that comes a page at a time: to the page before and to the next. */
export const TurnPages = ({ id, onBack, onNext, busy = false }: Props) =>
  onBack || onNext ? (
    <div className="form__end" role="group" aria-label="翻页">
      {onBack && (
        <Press id={`${id}-back`} onPress={onBack}>
          上一页
        </Press>
      )}
      {onNext && (
        <Press id={`${id}-next`} busy={busy && '正在取…'} onPress={onNext}>
          下一页
        </Press>
      )}
    </div>
  ) : null
