import type { GrantRow } from '#contract/office/granting'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { useAcknowledge } from './use-grants'

/** Looks without a grant that the head has not seen yet: they come before everything else. */
export function Emergencies({ grants }: { grants: readonly GrantRow[] }) {
  const acknowledge = useAcknowledge()
  const trouble = sayTrouble(acknowledge.error)
  if (grants.length === 0) return null
  return (
    <section className="emergencies" aria-label="紧急查询">
      <Heading level={2}>{`有 ${grants.length} 次紧急查询，请您过目`}</Heading>
      {trouble !== undefined && <Notice kind="wrong">{trouble}</Notice>}
      {grants.map((grant) => (
        <div key={grant.id} className="emergencies__one">
          <div className="emergencies__words">
            <strong>{`${grant.holder} · ${sayMoment(Date.parse(grant.askedAt))}`}</strong>
            <div>{`没有授权，查了${grant.areaName}一户。理由：${grant.reason}`}</div>
          </div>
          <Press
            id={`grant-ack-${grant.id}`}
            name={`已过目：${grant.holder}的紧急查询`}
            busy={acknowledge.isPending && acknowledge.variables === grant.id && '正在记下…'}
            onPress={() => acknowledge.mutate(grant.id)}
          >
            已过目
          </Press>
        </div>
      ))}
    </section>
  )
}
