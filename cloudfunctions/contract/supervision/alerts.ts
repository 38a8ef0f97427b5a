import * as z from 'zod'
import { detectorNames } from '#domain/alerts/detectors/all'
import { alertWords } from '#domain/alerts/finding'
import { staffRoles } from '#domain/access/staff'
import { caseKinds } from '#domain/work/cases'
import { alertOutcomes, alertStates, peopleActs } from '#domain/work/alerts'
import { day } from '../call/dates'
import { fen } from '../call/money'
import { alertFigures, wordCount } from './alert-figures'

/** Alerts 预警: what does not fit, for whoever must look. Without a grant nobody learns here whose it is. */

const id = z.string().min(1).max(80)
const instant = z.iso.datetime()
const words = (hint: string) => z.string().trim().min(4, { error: hint }).max(500, { error: '最多写 500 个字，请再短一些。' })

const alertRow = z.object({
  id,
  detector: z.enum(detectorNames),
  /** What the detector is called: a desk that was opened before a new one came shows it too. */
  name: z.string(),
  word: z.enum(alertWords),
  state: z.enum(alertStates),
  why: z.string(),
  /** In 分: how much money it is about. */
  amountFen: fen.optional(),
  /** 南田镇武源岭村; '' where nobody knows. */
  place: z.string(),
  /** Who looks first, and who has it in hand. */
  first: z.string(),
  holder: z.string(),
  raisedOn: day,
  dueOn: day.optional(),
  late: z.boolean(),
  /** Its facts are there no more; whoever looks into it ends it. */
  factsGoneOn: day.optional(),
  reminded: z.object({ at: instant, by: z.string(), openedAt: instant.optional(), openedBy: z.string().optional() }).optional(),
  outcome: z.enum(alertOutcomes).optional(),
  /** In 分: paid after, paid back, stopped. */
  movedFen: fen.optional(),
})

/** What an alert rests on: what it is, and where that comes from. */
const recordLine = z.object({
  words: z.string(),
  /** The file that says so. */
  source: z.object({ file: z.string(), sheet: z.string().optional(), row: z.int().optional(), day: day.optional() }).optional(),
  /** Whose it is, for those whose grant covers it: opened by `supervision.file`. */
  household: z.object({ id, grantId: id }).optional(),
})

const historyLine = z.object({
  at: instant,
  act: z.enum([...peopleActs, 'vanish', 'again', 'raise', 'change', 'opened', 'facts-gone']),
  to: z.enum(alertStates),
  /** Nobody, where the facts did it. */
  by: z.object({ name: z.string(), role: z.enum(staffRoles), agency: z.string() }).optional(),
  words: z.string().optional(),
  toAgency: z.string().optional(),
  outcome: z.enum(alertOutcomes).optional(),
  days: z.int().optional(),
  movedFen: fen.optional(),
})

const alertFile = z.object({
  row: alertRow,
  /** What its detector looks for, in a sentence. */
  looksFor: z.string(),
  /** What each month, or file, says of it, the newest first. */
  whys: z.array(z.string()),
  records: z.array(recordLine),
  /** How many there are, of which the first are shown. */
  recordCount: z.int(),
  history: z.array(historyLine),
  /** The case 办件 that came of it, if the reader sees it; `opens`: of which kind one can be opened with one press. */
  case: z.object({ id: id.optional(), opens: z.enum(caseKinds).optional() }).optional(),
  /** What the reader may do with it now. */
  can: z.array(z.enum(peopleActs)),
  /** Of what it can be handed to, for those who may. */
  agencies: z.array(z.object({ id, name: z.string() })),
  /** Days that a rectification may take, when nothing else is said, and at most. */
  days: z.object({ usual: z.int(), most: z.int() }),
})

const ended = { id, outcome: z.enum(alertOutcomes), words: words('请写清楚查下来怎样、怎么办的。'), movedFen: fen.optional() }
const days = z.int().min(1, { error: '整改期限至少 1 天。' })

/** A view of the list, and which of it. */
const wanted = z.object({
  view: z.enum(['today', 'waiting', 'open', 'late', 'ended']),
  word: z.enum(alertWords).optional(),
  detector: z.enum(detectorNames).optional(),
  state: z.enum(alertStates).optional(),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  agency: id.optional(),
})

export const alertDesk = {
  /**
   * `today`: what waits for the caller, the most serious first, as many as a day can hold; `behind` are the rest, which `waiting` shows
   * in pages of 50. `open` and `ended`: all that the caller sees; `late`: open ones whose day is over.
   */
  alerts: {
    input: wanted.extend({ after: z.string().max(60).optional() }),
    output: z.object({
      rows: z.array(alertRow),
      total: z.int(),
      behind: z.int(),
      aDay: z.int(),
      words: z.array(wordCount),
      agencies: z.array(z.object({ id, name: z.string() })),
      towns: z.array(z.object({ id, name: z.string() })),
      next: z.string().optional(),
    }),
  },
  /** The same list as a workbook: of the alerts that the screen counts, each once. */
  alertsFile: { input: wanted, output: z.object({ fileName: z.string(), rows: z.int(), base64: z.string() }) },
  /** One alert with its records and history. Opened by the agency that was reminded of it, the reminder has its receipt. */
  alert: { input: z.object({ id }), output: alertFile },
  handAlert: { input: z.object({ id, agencyId: id, words: words('请写清楚要他们办什么。') }), output: alertFile },
  inspectAlert: { input: z.object({ id, words: words('请写清楚为什么督查、查什么。') }), output: alertFile },
  orderAlert: { input: z.object({ id, words: words('请写清楚要改什么。'), days }), output: alertFile },
  rectifiedAlert: { input: z.object({ id, words: words('请写清楚做了什么、现在怎样。') }), output: alertFile },
  passAlert: { input: z.object(ended), output: alertFile },
  failAlert: { input: z.object({ id, words: words('请写清楚哪里还没有改好。'), days }), output: alertFile },
  closeAlert: { input: z.object(ended), output: alertFile },
  refuseAlert: { input: z.object({ id, words: words('请写清楚为什么不算。事实不变，它不会再来。') }), output: alertFile },
  reopenAlert: { input: z.object({ id, words: words('请写清楚为什么要重新办。') }), output: alertFile },
  remindAlert: { input: z.object({ id, words: words('请写清楚催什么。') }), output: alertFile },
  alertFigures: { input: z.object({}), output: alertFigures },
}

export type AlertRow = z.output<typeof alertRow>
export type AlertFile = z.output<typeof alertFile>
export type AlertRecordLine = z.output<typeof recordLine>
export type AlertHistoryLine = z.output<typeof historyLine>
export type AlertList = z.output<typeof alertDesk.alerts.output>
export type AlertView = z.input<typeof alertDesk.alerts.input>['view']
