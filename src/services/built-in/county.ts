import type { BuiltInCounty } from '#domain/county/county'

/** Put in place by the build, from the county pack. */
declare const BUILT_IN_COUNTY: BuiltInCounty

/** What reporting needs to know without asking anybody: the office's keys above all, so that no server can slip in others. */
export const county: BuiltInCounty = BUILT_IN_COUNTY
