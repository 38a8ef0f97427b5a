import type { County } from '#domain/county/county'
import { precedence } from '#contract/county/precedence'
import written from '../../../config/counties/common/precedence.json'

const common = precedence.parse(written)

/** Whose word goes first for each field: what a county says itself stands in the place of what counties have in common. */
export const withCommonPrecedence = (own: County['precedence']): County['precedence'] => ({ ...common, ...own })
