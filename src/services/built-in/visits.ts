import type { BuiltInVisits } from '#domain/county/county'

/** Put in place by the build, from the county pack. */
declare const BUILT_IN_VISITS: BuiltInVisits

/** What a visit asks, what people may need, why somebody comes. */
export const visits: BuiltInVisits = BUILT_IN_VISITS
