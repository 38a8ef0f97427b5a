import type { BatchSample } from '#contract/office/callbacks'
import { leastAnswers } from '#domain/work/callbacks'
import { sayDay, type Day } from '#domain/time/dates'
import { State } from '../../../ui/desk/state'
import { Table } from '../../../ui/desk/table'

type Drawn = NonNullable<BatchSample['drawn']>
type Share = NonNullable<Drawn['confirmed']>

/** What was asked of how many, and what it says of all. */
export function DrawnView({ drawn, today }: { drawn: Drawn; today: Day }) {
  const { words, population, ask, reserve, on, by, waiting, groups } = drawn
  return (
    <>
      <div id="sample-result">
        <State kind={drawn.notReceived + drawn.otherAmount > 0 ? 'needs-you' : waiting > 0 ? 'waiting' : 'done'} words={sayResult(drawn)} />
      </div>
      <p className="room-words">{sayCounts(drawn)}</p>
      {drawn.short > 0 && (
        <p id="sample-short" className="room-words">
          {`有 ${drawn.short} 笔问不到，备用的也用完了：问到的比原来要的少，上面的范围已经按实际问到的算。`}
        </p>
      )}
      {groups.length > 0 && (
        <Table
          id="sample-groups"
          name="按项目和乡镇"
          columns={[
            { id: 'name', title: '项目、乡镇', cell: ({ name }) => name },
            { id: 'answered', title: '问到（笔）', numeric: true, cell: (row) => row.answered },
            { id: 'received', title: '收到（笔）', numeric: true, cell: (row) => row.received },
            { id: 'share', title: '收到的占', numeric: true, cell: ({ confirmed }) => percent(confirmed.share) },
            { id: 'range', title: '全部里大概占', numeric: true, cell: ({ confirmed }) => range(confirmed) },
          ]}
          rows={groups}
          keyOf={({ by: of, name }) => `${of}/${name}`}
        />
      )}
      <p className="room-words">
        {`${sayDay(on, today)}由${by}抽的：银行说到账的 ${population} 笔里问 ${ask} 笔、备 ${reserve} 笔，要知道的是“${words}”。一个项目、一个乡镇问到 ${leastAnswers} 笔以上才单独说。没收到的、数目不对的，已经转给发钱的单位限期答复。`}
      </p>
    </>
  )
}

const percent = (hundredths: number): string => `${(hundredths / 100).toFixed(2)} %`
const range = ({ low, high }: Share): string => (low === high ? percent(low) : `${percent(low)} – ${percent(high)}`)

function sayResult({ answered, received, notReceived, otherAmount, confirmed, population, mostWrong, waiting }: Drawn): string {
  if (!confirmed) return '还没有问到。网格员的手机上有名单。'
  const soFar = waiting > 0 ? '到现在' : ''
  if (mostWrong !== undefined)
    return mostWrong === 0
      ? `${population} 笔都问到了，都收到了。`
      : `${soFar}问到的 ${answered} 笔都收到了。有九成五的把握：全部 ${population} 笔里没收到的最多 ${mostWrong} 笔。`
  const wrong = [notReceived > 0 && `${notReceived} 笔没收到`, otherAmount > 0 && `${otherAmount} 笔数目不对`].filter(Boolean).join('、')
  return `${soFar}问到 ${answered} 笔，收到 ${received} 笔（${percent(confirmed.share)}），${wrong}。全部里收到的大概占 ${range(confirmed)}（九成五的把握）。`
}

const sayCounts = ({ waiting, unreachable, declined }: Drawn): string =>
  [
    waiting > 0 ? `还有 ${waiting} 笔等着问` : '该问的都问过了',
    unreachable + declined > 0 && `换了 ${unreachable + declined} 笔：联系不上 ${unreachable}、不愿说 ${declined}，他们收没收到不知道`,
  ]
    .filter(Boolean)
    .join('；') + '。'
