import type { GrantRow } from '#contract/office/people'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { sealedFieldNames } from '#domain/access/grants'
import { partNames } from '#domain/register/register'

/** What a grant allows: where, which parts, which numbers, until when. */
export const GrantLines = ({ grant, today }: { grant: GrantRow; today: Day }) => (
  <dl className="facts">
    <div>
      <dt>地方</dt>
      <dd>{grant.areaName}</dd>
    </div>
    <div>
      <dt>能看</dt>
      <dd>{grant.parts.map((part) => partNames[part]).join('、')}</dd>
    </div>
    <div>
      <dt>号码</dt>
      <dd>{grant.fields.length === 0 ? '不显示' : `${grant.fields.map((field) => sealedFieldNames[field]).join('、')}显示全号`}</dd>
    </div>
    <div>
      <dt>到期</dt>
      <dd>{`${sayDay(grant.until, today)}当天还能用`}</dd>
    </div>
  </dl>
)
