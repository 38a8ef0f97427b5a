import type { GrantRow } from '#contract/office/granting'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sealedFieldNames } from '#domain/access/grants'
import { partNames } from '#domain/register/register'
import { Facts } from '../../../ui/desk/facts'

/** What a grant allows: where, which parts, which numbers, until when. */
export const GrantLines = ({ grant, today }: { grant: GrantRow; today: Day }) => (
  <Facts
    look="facts--wide"
    facts={[
      ['地方', grant.areaName],
      ['能看', grant.parts.map((part) => partNames[part]).join('、')],
      ['全名和号码', grant.fields.length === 0 ? '不显示' : `${grant.fields.map((field) => sealedFieldNames[field]).join('、')}完整显示`],
      ['到期', `${sayDay(grant.until, today)}当天还能用`],
    ]}
  />
)
