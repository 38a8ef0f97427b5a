import type { LikenessRules } from '#domain/people/alike/described'
import { likeness } from '#contract/county/likeness'
import written from '../../../config/counties/common/likeness.json'

/** What counties have in common; one that has weights of its own goes by those. */
export const commonLikeness: LikenessRules = likeness.parse(written)
