import type { StaffWishRow } from '#contract/office/staffing'
import type { Day } from '#domain/time/dates'
import { roleNames } from '#domain/access/staff'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import type { StateKind } from '../../../ui/desk/state'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { DecideWish } from './decide-wish'
import { useSeeStaff, useWithdrawStaff } from './use-staff'

const states: Record<StaffWishRow['state'], { kind: StateKind; words: string }> = {
  asked: { kind: 'waiting', words: '等同意' },
  approved: { kind: 'done', words: '已同意' },
  refused: { kind: 'ended', words: '没同意' },
  withdrawn: { kind: 'ended', words: '已收回' },
}

/** 邀请和重发: who asked to let whom in, and who agreed; what waits for this officer is first and unfolded. */
export function Wishes({ wishes, today }: { wishes: readonly StaffWishRow[]; today: Day }) {
  const see = useSeeStaff()
  const withdraw = useWithdrawStaff()
  const trouble = sayTrouble(see.error ?? withdraw.error)
  if (wishes.length === 0) return null
  const on = (instant: string) => sayMoment(Date.parse(instant), today).split(' ')[0]!
  const columns: Column<StaffWishRow>[] = [
    {
      id: 'state',
      title: '状态',
      cell: ({ state, can }) => <State {...(can.decide ? { kind: 'needs-you', words: '等您定' } : states[state])} />,
    },
    { id: 'what', title: '办什么', cell: ({ isNew }) => (isNew ? '邀请' : '重发邀请码') },
    {
      id: 'whom',
      title: '给谁',
      cell: ({ name, role, agency, areas }) => (
        <>
          {`${name}（${roleNames[role]}，${agency}）`}
          {areas.length > 0 && <div className="table__note">{areas.join('、')}</div>}
        </>
      ),
    },
    { id: 'why', title: '为什么', cell: ({ reason }) => reason },
    {
      id: 'by',
      title: '谁提、谁定',
      cell: ({ askedBy, askedAt, decidedBy, decidedAt, deciders, state }) => (
        <>
          <div>{`${askedBy} ${on(askedAt)}提`}</div>
          {deciders !== undefined && <div className="table__note">{`能同意的：${deciders}`}</div>}
          {decidedBy !== undefined && decidedAt !== undefined && (
            <div>{`${decidedBy} ${on(decidedAt)}${state === 'refused' ? '没同意' : '同意'}`}</div>
          )}
        </>
      ),
    },
    {
      id: 'do',
      title: '办理',
      cell: ({ id, name, can }) => (
        <>
          {can.see && (
            <Press
              id={`wish-see-${id}`}
              name={`已过目：给${name}的邀请码`}
              busy={see.isPending && see.variables === id && '正在记下…'}
              onPress={() => see.mutate(id)}
            >
              已过目
            </Press>
          )}
          {can.withdraw && (
            <Press
              id={`wish-withdraw-${id}`}
              kind="quiet"
              name={`收回给${name}的`}
              busy={withdraw.isPending && withdraw.variables === id && '正在收回…'}
              onPress={() => withdraw.mutate(id)}
            >
              收回
            </Press>
          )}
        </>
      ),
    },
  ]
  return (
    <section aria-label="邀请和重发">
      <Heading level={2}>邀请和重发</Heading>
      <p className="room-words">要两个人：一个人提，另一个人同意。邀请码只给同意的人看，由他当面交给本人。</p>
      {trouble !== undefined && (
        <Notice id="wish-trouble" kind="wrong">
          {trouble}
        </Notice>
      )}
      <Table
        id="wishes-table"
        name="邀请和重发"
        columns={columns}
        rows={[...wishes].sort((a, b) => Number(b.can.decide || b.can.see) - Number(a.can.decide || a.can.see))}
        keyOf={({ id }) => id}
        warm={({ can }) => can.decide || can.see}
        below={(wish) => (wish.can.decide ? <DecideWish wish={wish} /> : undefined)}
      />
    </section>
  )
}
