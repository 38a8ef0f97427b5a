import { Press } from '../../../ui/desk/press'

/** A number that opens its households; nothing to open is no button. */
export const Counted = ({ id, count, onOpen }: { id: string; count: number; onOpen: () => void }) =>
  count === 0 ? (
    <>0</>
  ) : (
    <span className="counted">
      <Press id={`count-${id}`} kind="quiet" name={`看这 ${count.toLocaleString('zh-CN')} 户`} onPress={onOpen}>
        {count.toLocaleString('zh-CN')}
      </Press>
    </span>
  )
