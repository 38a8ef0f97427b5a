import { useState } from 'react'
import type { GrantRow } from '#contract/office/granting'
import type { Day } from '#domain/time/dates'
import { sayMoment } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Decide } from './decide'
import { daysOf, stateOf, whatOf } from './grant-words'
import { Revoke } from './revoke'

/** All grants of the list; what may be done with one unfolds under it. */
export function GrantsTable({ grants, today }: { grants: readonly GrantRow[]; today: Day }) {
  const [open, setOpen] = useState('')
  const close = () => setOpen('')
  const columns: Column<GrantRow>[] = [
    { id: 'state', title: '状态', cell: (grant) => <State {...stateOf(grant, today)} /> },
    { id: 'holder', title: '谁用', cell: ({ holder, agency }) => (holder.includes(agency) ? holder : `${holder}（${agency}）`) },
    {
      id: 'purpose',
      title: '办什么事',
      cell: ({ purposeLabel, reason }) => (
        <>
          {purposeLabel}
          <div className="table__note">{reason}</div>
        </>
      ),
    },
    { id: 'area', title: '地方', cell: ({ areaName }) => areaName },
    { id: 'what', title: '看什么', cell: whatOf },
    {
      id: 'days',
      title: '起止',
      cell: (grant) =>
        daysOf(grant, today).map((part) => (
          <div key={part} className="table__whole">
            {part}
          </div>
        )),
    },
    { id: 'by', title: '申请和决定', cell: (grant) => <Deciders grant={grant} today={today} /> },
    {
      id: 'do',
      title: '办理',
      cell: (grant) => (
        <>
          {grant.can.decide && (
            <Press
              id={`grant-decide-${grant.id}`}
              expanded={open === grant.id}
              name={`处理${grant.holder}的申请`}
              onPress={() => setOpen(open === grant.id ? '' : grant.id)}
            >
              处理
            </Press>
          )}
          {grant.can.revoke && (
            <Press
              id={`grant-revoke-${grant.id}`}
              kind="quiet"
              expanded={open === grant.id}
              name={`收回${grant.holder}的授权`}
              onPress={() => setOpen(open === grant.id ? '' : grant.id)}
            >
              收回
            </Press>
          )}
        </>
      ),
    },
  ]
  return (
    <Table
      id="grants-table"
      name="授权"
      columns={columns}
      rows={grants}
      keyOf={({ id }) => id}
      warm={({ can }) => can.acknowledge || can.decide}
      below={(grant) => {
        if (grant.id !== open) return undefined
        return grant.can.decide ? <Decide grant={grant} onDone={close} /> : grant.can.revoke && <Revoke grant={grant} onDone={close} />
      }}
    />
  )
}

/** Who asked on which day, and who decided or may. */
function Deciders({ grant: { askedBy, askedAt, decidedBy, decidedAt, deciders, state }, today }: { grant: GrantRow; today: Day }) {
  const on = (instant: string) => sayMoment(Date.parse(instant), today).split(' ')[0]!
  return (
    <>
      <div>{`${askedBy} ${on(askedAt)}申请`}</div>
      {deciders !== undefined && <div className="table__note">{`能批的：${deciders}`}</div>}
      {decidedBy !== undefined && decidedAt !== undefined && <div>{`${decidedBy} ${on(decidedAt)}${decisions[state]}`}</div>}
    </>
  )
}

const decisions: Record<GrantRow['state'], string> = { asked: '', approved: '同意', refused: '没同意', revoked: '收回' }
