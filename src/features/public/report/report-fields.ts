import type { ReportOffice } from '#domain/county/report-rules'
import type { FirstMessage } from '#domain/sealing/report'
import { county } from '../../../services/built-in/county'
import type { Fault } from '../../../ui/read/use-fault'

/** What a reporter fills in. Ids of the county pack, or '' where nothing is chosen yet. */
export interface Written {
  subject: string
  category: string
  town: string
  village: string
  when: string
  what: string
}

export const blank: Written = { subject: '', category: '', town: '', village: '', when: '', what: '' }
/** Characters that may be written. */
export const longest = { what: 2000, line: 60 } as const
/** None of the towns. */
export const elsewhere = '不在乡镇'

const { reports } = county
const officeOf = (id: string | undefined): ReportOffice | undefined => reports.offices.find((office) => office.id === id)

/** Where it goes: the kind's own office where it has one, otherwise the one for these people. */
export function officeFor({ category, subject }: Pick<Written, 'category' | 'subject'>): ReportOffice | undefined {
  return officeOf(reports.categories.find(({ id }) => id === category)?.office ?? reports.subjects.find(({ id }) => id === subject)?.office)
}

/**
 * The next level above the office that it would go to, when the words name that very office. Offices stand in the pack from
 * below upwards.
 */
export function nextLevel(written: Written): ReportOffice | undefined {
  const office = officeFor(written)
  const words = written.what + written.village
  if (!office || ![office.name, ...office.names].some((name) => words.includes(name))) return undefined
  return reports.offices[reports.offices.indexOf(office) + 1]
}

/** What is missing, and where, or nothing. `chosen`: the office that it goes to, where its words name one. */
export function reportFault(written: Written, chosen = ''): Fault | undefined {
  if (!written.subject) return { field: 'subject', words: '请先选举报的是谁。' }
  if (!written.category) return { field: 'category', words: '请选是哪一类事。' }
  if (!written.town && !written.village.trim()) return { field: 'town', words: '请选在哪个乡镇；不在乡镇的，选“不在乡镇”。' }
  const what = whatFault(written.what)
  if (what !== undefined) return { field: 'what', words: what }
  const above = nextLevel(written)
  if (above && ![above.id, officeFor(written)?.id].includes(chosen)) return { field: 'office', words: '请先选送到哪里。' }
  return undefined
}

export const whatFault = (what: string): string | undefined => (what.trim().length < 5 ? '请写几句发生了什么，至少 5 个字。' : undefined)

/** As the office reads it; labels as well as ids would only make it longer. */
export function messageOf({ subject, category, town, village, when, what }: Written): Omit<FirstMessage, 'photos' | 'answers'> {
  return {
    kind: 'report',
    subject,
    category,
    place: [town, village.trim()].filter(Boolean).join(' '),
    when: when.trim(),
    what: what.trim(),
  }
}

/** Beside why a photo was not put in. */
export const withoutPhotos = '不放照片也能举报，写的还在，接着写就行。'
