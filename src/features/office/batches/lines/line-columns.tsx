import type { BatchLineRow } from '#contract/office/batch-lines'
import type { BatchRow } from '#contract/office/batches'
import { yuan } from '#domain/money/money'
import { Press } from '../../../../ui/desk/press'
import { State } from '../../../../ui/desk/state'
import type { Column } from '../../../../ui/desk/table'
import { stateOfLine } from '../batch-words'

const decidedWords = { pay: '定了：照发', hold: '定了：先不发', leaveOut: '定了：不发' } as const

interface Doing {
  deciding: string
  onDecide: (id: string) => void
  onLine: (id: string) => void
}

/** What a list says of each line, and the way to decide about it and to open it. */
export const columns = (batch: BatchRow, decides: boolean, { deciding, onDecide, onLine }: Doing): Column<BatchLineRow>[] => [
  { id: 'n', title: '号', numeric: true, cell: ({ n, serial }) => serial ?? n },
  {
    id: 'who',
    title: '谁',
    cell: ({ who, place }) => (
      <>
        <strong>{who}</strong>
        <div className="table__note">{place}</div>
      </>
    ),
  },
  {
    id: 'what',
    title: '哪一笔',
    cell: ({ programme, period }) => (
      <>
        {programme}
        <div className="table__note">{period}</div>
      </>
    ),
  },
  { id: 'money', title: '金额（元）', numeric: true, cell: ({ amountFen }) => yuan(amountFen) },
  {
    id: 'account',
    title: '账户',
    cell: ({ account, card }) => (
      <>
        {account}
        <div className="table__note table__whole">{card}</div>
      </>
    ),
  },
  {
    id: 'state',
    title: '怎样了',
    cell: ({ state, flags, decided, bankWords, recoveredFen }) => (
      <>
        <State {...stateOfLine(state, batch.state)} />
        {flags.map(({ code, why }) => (
          <div key={code} className="batch__flag">
            {why}
          </div>
        ))}
        {decided !== undefined && <div className="table__note">{decidedWords[decided]}</div>}
        {bankWords !== undefined && <div className="table__note">{`银行说：${bankWords}`}</div>}
        {recoveredFen > 0 && <div className="table__note">{`追回 ${yuan(recoveredFen)} 元`}</div>}
      </>
    ),
  },
  {
    id: 'do',
    title: '办理',
    cell: ({ id, who, can }) => (
      <>
        {decides && can.some((act) => act === 'pay' || act === 'hold' || act === 'leaveOut') && id !== deciding && (
          <Press id={`line-decide-${id}`} name={`定${who}这一行`} onPress={() => onDecide(id)}>
            定
          </Press>
        )}
        <Press id={`line-open-${id}`} kind="quiet" name={`打开${who}这一行`} onPress={() => onLine(id)}>
          看
        </Press>
      </>
    ),
  },
]
