import type { StaffRow } from '#contract/office/staffing'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { isDutyRole, roleNames } from '#domain/access/staff'
import { sayTrouble } from '../../../services/desk/office-call'
import type { StateKind } from '../../../ui/desk/state'
import { State } from '../../../ui/desk/state'
import { Sure } from '../../../ui/desk/sure'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { InviteAgain } from './invite-again'
import { useRemove } from './use-staff'

const states: Record<StaffRow['state'], { kind: StateKind; words: string }> = {
  invited: { kind: 'waiting', words: '等本人开通' },
  active: { kind: 'done', words: '在用' },
  removed: { kind: 'ended', words: '已停用' },
}

/** Where somebody works who has no villages of their own. */
const elsewhere: Record<StaffRow['role'], string> = {
  'grid-worker': '还没有',
  cadre: '结对的户',
  doctor: '签约的户',
  head: '按授权',
  'data-officer': '按授权',
  officer: '按授权',
}

const pledgeOf = ({ role, pledgedOn }: StaffRow, today: Day): string => {
  if (!isDutyRole(role)) return '不用签'
  return pledgedOn === undefined ? '还没签' : `${sayDay(pledgedOn, today)}签`
}

export const StaffTable = ({ staff, today, invites }: { staff: readonly StaffRow[]; today: Day; invites: boolean }) => {
  const columns: Column<StaffRow>[] = [
    { id: 'name', title: '姓名', cell: ({ name }) => name },
    { id: 'role', title: '身份', cell: ({ role }) => roleNames[role] },
    { id: 'agency', title: '单位', cell: ({ agency }) => agency },
    { id: 'areas', title: '负责的地方', cell: ({ role, areas }) => (areas.length > 0 ? areas.join('、') : elsewhere[role]) },
    { id: 'state', title: '状态', cell: ({ state }) => <State {...states[state]} /> },
    { id: 'since', title: '从哪天起', cell: ({ since }) => sayDay(since, today) },
    { id: 'pledge', title: '责任书', cell: (row) => pledgeOf(row, today) },
    {
      id: 'do',
      title: '办理',
      cell: (row) =>
        row.state !== 'removed' &&
        !row.own && (
          <>
            {invites && <InviteAgain row={row} />}
            <Remove row={row} />
          </>
        ),
    },
  ]
  return <Table id="staff-table" name="人员" columns={columns} rows={staff} keyOf={({ id }) => id} />
}

function Remove({ row }: { row: StaffRow }) {
  const remove = useRemove()
  return (
    <Sure
      id={`staff-remove-${row.id}`}
      first="停用"
      name={`停用${row.name}`}
      question={`停用${row.name}？马上不能再登录，要用只能重新邀请。`}
      second="停用"
      busy={remove.isPending && '正在停用…'}
      trouble={sayTrouble(remove.error)}
      onSure={() => remove.mutate(row.id)}
    />
  )
}
