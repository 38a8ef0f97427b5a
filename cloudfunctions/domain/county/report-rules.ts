/** Anonymous reports. With no office the county has not opened them, and no entrance is shown. */
export interface ReportRules {
  offices: ReportOffice[]
  categories: ReportCategory[]
  /** Whom a report may be about, and which office then takes it: one's own people are the next level's. */
  subjects: { id: string; label: string; office: string }[]
  /** Days until a report must have been opened. */
  openDays: number
  /** Days that a closed report is kept before it is destroyed. */
  keepDays: number
  /** For those who would rather talk: 12388. */
  phone: string
  source: string
  unverified?: boolean
}

/** A discipline office and the two keys that its reports are sealed to. The keys are built into the programme. */
export interface ReportOffice {
  id: string
  /** Whose officers read them. */
  agency: string
  name: string
  /** How people write it: a report that names it is offered to the next level. */
  names: string[]
  keys: ReportKey[]
}

/** `demo`: its private half is public. The programme then says that nothing real should be written. */
export interface ReportKey {
  id: string
  name: string
  publicKey: string
  demo?: boolean
}

/** A kind of report: days from opening to the answer, and its own office where it has one. */
interface ReportCategory {
  id: string
  label: string
  hint: string
  answerDays: number
  office?: string
}
