import type { VillageCards } from '#contract/office/cards'
import { sayTrouble } from '../../../services/desk/office-call'
import { Paper } from '../../../ui/desk/paper'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { useHandOutList } from './use-cards'

/** The list by which the cards are handed out and signed for: full names, so only under a grant, and only on paper. */
export function HandOut({ village: { village, grants } }: { village: VillageCards }) {
  const list = useHandOutList(village)
  const trouble = sayTrouble(list.error)
  return (
    <section className="sheet sheet--narrow" aria-label="发卡名单">
      <Heading level={2}>发卡名单</Heading>
      <p className="room-words">卡上只有姓和第几张，当面发要照着有全名的名单，领的人签名。全名凭一项管这个村的授权才印，印一次记一次。</p>
      {grants.length === 0 && <p id="hand-out-no-grant">您现在没有管这个村的授权，印不了。请到“授权”里申请，另一个人同意以后再来。</p>}
      {list.data ? (
        <>
          <Notice id="hand-out-ready">{`名单排好了，${list.data.rows.length} 张卡。发完收回，不要张贴、拍照。`}</Notice>
          <div className="form__end">
            <Press id="hand-out-print" kind="main" onPress={() => window.print()}>
              打印名单
            </Press>
            <Press id="hand-out-done" kind="quiet" onPress={() => list.reset()}>
              印好了
            </Press>
          </div>
          <Paper>
            <ListOnPaper {...list.data} />
          </Paper>
        </>
      ) : (
        <div className="form__end">
          {grants.map(({ id, purpose }) => (
            <Press key={id} id={`hand-out-${id}`} busy={list.isPending && '正在排名单…'} onPress={() => list.mutate({ grantId: id })}>
              {`按“${purpose}”印名单`}
            </Press>
          ))}
        </div>
      )}
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
    </section>
  )
}

interface Listed {
  place: string
  rows: readonly { serial: number; name: string; head: string; relation: string }[]
}

const ListOnPaper = ({ place, rows }: Listed) => (
  <div id="hand-out-list" className="hand-out">
    <h1>{`${place} 发卡名单`}</h1>
    <p>内部使用：卡上只有姓和第几张，照这张名单当面发；发完收回，不要张贴、拍照。</p>
    <table className="hand-out__rows">
      <thead>
        <tr>
          <th>第几张</th>
          <th>姓名</th>
          <th>户主</th>
          <th>关系</th>
          <th className="hand-out__signature">领卡人签名</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ serial, name, head, relation }) => (
          <tr key={serial}>
            <td>{serial}</td>
            <td>{name}</td>
            <td>{head}</td>
            <td>{relation}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
