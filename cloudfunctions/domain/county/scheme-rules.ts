/** What the county pack says of pooled schemes 抱团增收: whose they are, of what modes, and why a household may leave one. */
export interface SchemeRules {
  /** Id of the agency that opens schemes and decides who leaves. */
  agency: string
  modes: SchemeMode[]
  exitReasons: { id: string; name: string; source: string; unverified?: boolean }[]
}

/** `guaranteed` 保底: what was agreed is paid whatever the year was like, and is never lowered. */
interface SchemeMode {
  id: string
  name: string
  guaranteed: boolean
  source: string
  unverified?: boolean
}
