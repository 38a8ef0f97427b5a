import type { PurposeAsked, StrangerPage } from '#contract/household/actions'
import type { County } from '#domain/county/county'
import { villageName } from '#domain/place/divisions'
import type { Relation } from '#kernel/access/authorize'

/** Unknown, revoked and forbidden alike: nothing in it depends on the code. */
export const presentStranger = ({ name, texts }: County): StrangerPage => ({
  kind: 'stranger',
  county: { name, helpLine: texts.helpLine, lostCode: texts.lostCode },
})

/** What a worker may give as a reason, before anything personal is released. */
export const presentPurposes = (county: County, relation: Relation, villageCode: string): PurposeAsked => {
  const role = relation as PurposeAsked['role']
  return {
    kind: 'ask-purpose',
    role,
    village: villageName(county, villageCode),
    purposes: county.purposes.filter(({ roles }) => roles.includes(role)).map(({ id, label }) => ({ id, label })),
    confirm: role === 'grid-worker',
  }
}
