import type { GrantRow } from '#contract/office/granting'
import type { Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { GrantLines } from './grant-lines'

/** 无授权不查询: which of the leaves that were given is this for? */
export const ChooseGrant = ({
  grants,
  today,
  onChoose,
}: {
  grants: readonly GrantRow[]
  today: Day
  onChoose: (grant: GrantRow) => void
}) => (
  <>
    <p className="room-words">按哪一项授权查？</p>
    {grants.length === 0 && <Empty>您现在没有可用的授权，查不了农户的信息。请到“授权”里申请，另一个人同意以后再来。</Empty>}
    <div className="sheets">
      {grants.map((grant) => (
        <section key={grant.id} className="sheet grant-card" aria-label={grant.purposeLabel}>
          <Heading level={2}>{grant.purposeLabel}</Heading>
          <GrantLines grant={grant} today={today} />
          <Press
            id={`look-grant-${grant.id}`}
            kind="main"
            name={`按这一项查：${grant.purposeLabel}，${grant.areaName}`}
            onPress={() => onChoose(grant)}
          >
            按这一项查
          </Press>
        </section>
      ))}
    </div>
  </>
)
