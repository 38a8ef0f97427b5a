import type { BuiltInCounty } from '#domain/county/county'

/** Put in place by the build, from the county pack. */
declare const BUILT_IN_COUNTY: BuiltInCounty

/**
 * Whether this county takes anonymous reports. Apart from `county`, so that of the whole pack only this one word is in the main
 * package.
 */
export const reportsOpen = !!BUILT_IN_COUNTY.reports.offices[0]
